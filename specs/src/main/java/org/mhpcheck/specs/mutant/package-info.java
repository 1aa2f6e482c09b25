/**
 * The catalogue of mutants: of which design the checker has to notice faults, which scenarios have
 * to notice them, and why some are not noticed.
 *
 * <p>It stands at the top of this module, {@code mutants.toml}, and ships in its jar. The mutants
 * themselves are no list: they are made of every store and every test of the modelled kernel.
 * Touches {@code model}, and {@code toml}, which reads the file's tables.
 */
package org.mhpcheck.specs.mutant;
