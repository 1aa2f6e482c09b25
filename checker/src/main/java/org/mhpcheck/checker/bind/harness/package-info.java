/**
 * Asks the programs: child processes that answer records, or lines of text.
 *
 * <p>{@link org.mhpcheck.checker.bind.harness.CompiledKernel} is a kernel like the model's. Beside
 * it there are questions with all that can be told of them, and questions by the million whose
 * answers are foretold. How these look as bytes is known here and in our own C, and nowhere else;
 * so is that a child may die or hang. Nothing is known of designs.
 */
package org.mhpcheck.checker.bind.harness;
