package org.mhpcheck.model.kernel;

import java.util.Optional;

/**
 * A fault planted in the modelled kernel, to show that a property would notice it: every store at
 * one site is left out.
 */
public record Mutant(Site skippedStore) {
  public static final Optional<Mutant> NONE = Optional.empty();

  @Override
  public String toString() {
    return skippedStore + " skipped";
  }
}
