/**
 * What a value is, and what a run of a function is.
 *
 * <p>{@link org.mhpcheck.model.logic.Bit}, {@link org.mhpcheck.model.logic.Bits} and {@link
 * org.mhpcheck.model.logic.OneOf} are known or unknown values; {@link
 * org.mhpcheck.model.logic.Path} answers branches and lists every way through a function. With
 * known values that is execution, with unknown ones it is the solver's input: the kernel is written
 * once and run both ways. One trap: a {@code Bit} is no {@code boolean}, and comparing two with
 * {@code ==} does not compile here (static analysis refuses it); ask the path.
 *
 * <p>Touches nothing else of mhpcheck.
 */
package org.mhpcheck.model.logic;
