/**
 * Whether the modelled and the compiled kernel do the same: every question of a kind put to both,
 * and what differs told in words.
 *
 * <p>{@link org.mhpcheck.checker.bind.conform.Conformance} is the whole comparison, {@link
 * org.mhpcheck.checker.bind.conform.Loops} the part without which no tree can be checked. Children
 * are asked by way of {@code harness} only.
 */
package org.mhpcheck.checker.bind.conform;
