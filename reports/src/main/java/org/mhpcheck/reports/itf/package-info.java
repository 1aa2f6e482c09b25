/**
 * Traces as files that other tools show and {@code replay} reads: the Informal Trace Format, as
 * Apalache's ADR-015 has it.
 *
 * <p>What is needed to do a trace again stands in {@code #meta}: of the file the design, sizes and
 * boot bitmaps, of each state the call that led to it and the allocation that failed in it. The
 * states are for people and viewers, and what a replay is held against; of a trace of a kernel tree
 * {@code #meta} names its kernel and the SHA-256 of its sources, so that it is held against no
 * other.
 */
package org.mhpcheck.reports.itf;
