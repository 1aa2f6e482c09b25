/**
 * The command line: puts engines, scenarios and writers together, and maps what happens to exit
 * statuses. Here is where the process begins and ends.
 *
 * <p>From the bottom up: {@code console}, {@code catalogue}, {@code option}, {@code tree}, {@code
 * session}, {@code watch}, {@code command}; each knows only those before it. Of the checker they
 * are all that knows specs and reports.
 */
package org.mhpcheck.checker.cli;
