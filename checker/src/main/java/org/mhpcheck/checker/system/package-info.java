/**
 * A kernel and its callers over several sections, made into a transition system: section states by
 * number, steps asked once and kept, callers' plans as trees over numbers.
 *
 * <p>Implements {@code explore}'s view of a system, and {@code compose}'s of one section; touches
 * {@code parts} and {@code model}.
 */
package org.mhpcheck.checker.system;
