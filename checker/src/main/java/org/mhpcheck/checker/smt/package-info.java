/**
 * Formulas over truth values as SMT-LIB 2, and a solver that is not ours asked about them.
 *
 * <p>What the formulas are about is not known here. Touches {@code model.logic}, and {@code
 * checker.tool} to run the solver.
 */
package org.mhpcheck.checker.smt;
