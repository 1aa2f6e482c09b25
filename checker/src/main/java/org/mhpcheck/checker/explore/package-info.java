/**
 * Exhaustive breadth-first search over any transition system, with limits that end in "not
 * finished" and never in a pass; and, where it came to its end, which states have no way back to
 * one at rest.
 *
 * <p>It knows states as numbers and properties as bits, and nothing of kernels. Touches {@code
 * model.question} for limits and {@code model.answer} for progress.
 */
package org.mhpcheck.checker.explore;
