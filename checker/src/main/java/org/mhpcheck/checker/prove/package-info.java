/**
 * Proofs with Choco: induction over the modelled kernel's enumerated paths, and sizes.
 *
 * <p>The only package that knows Choco. Touches {@code model}; asks other engines for a second
 * opinion through {@code run}'s {@link org.mhpcheck.checker.run.Engine} and confirms traces with
 * {@code replay}.
 */
package org.mhpcheck.checker.prove;
