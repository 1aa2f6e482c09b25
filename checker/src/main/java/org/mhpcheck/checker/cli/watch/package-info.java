/**
 * A kernel tree's night: its comparisons, its exploration and its design's proofs, in one run.
 *
 * <p>Knows sessions and trees; prints what differs from the night before.
 */
package org.mhpcheck.checker.cli.watch;
