/**
 * Runs that were written before, read back from their {@code summary.json}, and what differs
 * between two of them.
 *
 * <p>Read as a stream that skips traces, so that a long one costs no memory; and as something that
 * may have been cut off, or be of another program. Comparing reads nothing and decides by what the
 * two runs say alone. {@link org.mhpcheck.reports.past.RunReader} reads all of a run, for who
 * writes it again: what its names stand for, and its counterexamples done again, come in through
 * {@link org.mhpcheck.reports.past.KnownNames}.
 */
package org.mhpcheck.reports.past;
