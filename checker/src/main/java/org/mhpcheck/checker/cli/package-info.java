/**
 * The command line: puts engines, scenarios and writers together, and maps what happens to exit
 * statuses.
 *
 * <p>The only package that knows picocli, the terminal and the process. Touches everything.
 */
package org.mhpcheck.checker.cli;
