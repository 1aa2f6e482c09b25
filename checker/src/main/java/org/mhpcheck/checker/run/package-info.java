/**
 * Scenarios to findings: which engine answers, what the answer is worth, how the process ends.
 *
 * <p>Grading is a step of its own between running and writing. Touches {@code explore}, {@code
 * compose}, {@code system} and {@code replay}; engines that others implement come in through {@link
 * org.mhpcheck.checker.run.Engine}.
 */
package org.mhpcheck.checker.run;
