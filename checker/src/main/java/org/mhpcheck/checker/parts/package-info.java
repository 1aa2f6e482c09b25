/**
 * A system told by its parts: sections whose states are numbers, and calls that step through them.
 * Both the exploration of a few sections and the closure over any number of them see it so.
 *
 * <p>Touches nothing.
 */
package org.mhpcheck.checker.parts;
