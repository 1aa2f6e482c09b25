/**
 * Runs that were written before, read back from their {@code summary.json}, and what differs
 * between two of them.
 *
 * <p>Read as a stream that skips traces, so that a long one costs no memory; and as something that
 * may have been cut off, or be of another program. Comparing reads nothing and decides by what the
 * two runs say alone.
 */
package org.mhpcheck.reports.past;
