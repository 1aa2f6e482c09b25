package org.mhpcheck.model.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * A fault planted in the modelled kernel, to show that a property would notice it.
 *
 * @param site a store, or a test, by the way
 */
public record Mutant(Site site, Way way) {
  public static final Optional<Mutant> NONE = Optional.empty();

  /** What is wrong at the site. */
  public enum Way {
    /** The store is left out. */
    SKIPPED,
    /** The store to a section is done after its next one, or else at the end of the step. */
    DELAYED,
    /** The test comes out true. */
    TRUE,
    /** The test comes out false. */
    FALSE,
    /** The test comes out the other way. */
    NEGATED
  }

  /** A store left out. */
  public Mutant(Site store) {
    this(store, Way.SKIPPED);
  }

  @Override
  public String toString() {
    return site + " " + way.name().toLowerCase(Locale.ROOT);
  }
}
