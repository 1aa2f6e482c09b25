/**
 * Traces as files that other tools show and {@code replay} reads: the Informal Trace Format, as
 * Apalache's ADR-015 has it.
 *
 * <p>What is needed to do a trace again stands in {@code #meta}: of the file the design, sizes and
 * boot bitmaps, of each state the call that led to it and the allocation that failed in it. The
 * states are for people and viewers; reading does not look at them.
 */
package org.mhpcheck.reports.itf;
