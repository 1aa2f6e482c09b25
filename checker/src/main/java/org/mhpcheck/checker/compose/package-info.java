/**
 * Any number of sections: the closure of one section's states under every neighbour it can have.
 *
 * <p>Calls over a few sections are taken apart into the {@link org.mhpcheck.checker.compose.Part}s
 * that single sections have in them, and which parts stand side by side; where one section more
 * brings nothing new, that is all there is. States, steps and conditions are numbers here and
 * properties bits; of kernels nothing is known. Touches {@code parts}.
 */
package org.mhpcheck.checker.compose;
