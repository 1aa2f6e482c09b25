/**
 * Text for people at a terminal or in a log: traces, result lines, the summary, progress.
 *
 * <p>Writers take the stream, the width and whether there is colour from their caller. Colour only
 * repeats what the text says.
 */
package org.mhpcheck.reports.terminal;
