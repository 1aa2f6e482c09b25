package org.mhpcheck.model.question;

import java.util.Optional;

/**
 * What a scenario's author expects of one design and property.
 *
 * @param depth the calls of the shortest counterexample, if violated
 * @param known the catalogue id of a known finding ({@code L01}), if this is one
 */
public record Expectation(Word verdict, Optional<Integer> depth, Optional<String> known) {
  public static final Expectation HOLDS =
      new Expectation(Word.HOLDS, Optional.empty(), Optional.empty());

  /** The four words a verdict can be. */
  public enum Word {
    HOLDS,
    VIOLATED,
    VACUOUS,
    INCONCLUSIVE
  }
}
