/**
 * Exhaustive breadth-first search over any system of sections and calls, with limits that end in
 * "not finished" and never in a pass; and, where it came to its end, which states have no way back
 * to one at rest.
 *
 * <p>A state is a tuple of section states, by number. States that differ in their last section only
 * are a row of bits ({@link org.mhpcheck.checker.explore.Reached}), and are expanded together
 * ({@link org.mhpcheck.checker.explore.Expander}); calls that do the same from here on are one
 * ({@link org.mhpcheck.checker.explore.Agenda}). So a section is asked once what a step makes of
 * it, and from then on there are only tables and words of bits. Levels are kept ({@link
 * org.mhpcheck.checker.explore.Level}), predecessors are not: the path to a state is looked for
 * backwards ({@link org.mhpcheck.checker.explore.Paths}). Which of several shortest it is does not
 * depend on numbers or threads: the first in the order of calls.
 *
 * <p>It knows section states as numbers and properties as bits, and nothing of kernels. Touches
 * {@code parts}, {@code model.question} for limits and {@code model.answer} for progress.
 */
package org.mhpcheck.checker.explore;
