/**
 * Whether the checker would notice: faults planted in the modelled kernel, one at a time, and the
 * scenarios that have to tell.
 *
 * <p>What nobody notices either is no fault, as execution over every state shows ({@code
 * Equivalence}), or has to be argued by whoever writes the catalogue. Touches {@code run}, whose
 * engine it asks, {@code prove}'s small sections, and {@code model}.
 */
package org.mhpcheck.checker.mutate;
