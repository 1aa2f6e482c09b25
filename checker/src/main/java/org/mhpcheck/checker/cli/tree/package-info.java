/**
 * Kernel trees, as a run asks them: what can be asked of one, what is compared with the model, and
 * which trees stand beside each other.
 *
 * <p>Knows the compiled kernel; what comes of a comparison is told as it is made.
 */
package org.mhpcheck.checker.cli.tree;
