/**
 * Proofs with Choco: induction over the modelled kernel's enumerated paths, and sizes.
 *
 * <p>From the bottom up: what Choco is asked ({@link org.mhpcheck.checker.prove.Clauses}, {@link
 * org.mhpcheck.checker.prove.Prover}, {@link org.mhpcheck.checker.prove.Ledger}); a step nothing is
 * known of ({@link org.mhpcheck.checker.prove.UnknownStep}) and the questions about it ({@link
 * org.mhpcheck.checker.prove.Obligation}); induction over one section, whole calls over two, and
 * bounded search from boot ({@link org.mhpcheck.checker.prove.Induction}, {@link
 * org.mhpcheck.checker.prove.Chain}, {@link org.mhpcheck.checker.prove.BoundedSearch}); who else is
 * asked ({@link org.mhpcheck.checker.prove.SecondOpinion}, {@link
 * org.mhpcheck.checker.prove.SolverOpinion}, {@link org.mhpcheck.checker.prove.CutOff}, {@link
 * org.mhpcheck.checker.prove.Noticed}); and what it all comes to ({@link
 * org.mhpcheck.checker.prove.DesignProof}, {@link org.mhpcheck.checker.prove.ProveEngine}). Sizes
 * stand beside that ({@link org.mhpcheck.checker.prove.SizesEngine}).
 *
 * <p>The only package that knows Choco. Touches {@code model}; asks other engines for a second
 * opinion through {@code run}'s {@link org.mhpcheck.checker.run.Engine} and z3 through {@code smt},
 * and confirms traces with {@code replay}.
 */
package org.mhpcheck.checker.prove;
