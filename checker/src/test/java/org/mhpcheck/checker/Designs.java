package org.mhpcheck.checker;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.design.Release;

/** Arbitrary designs. */
public final class Designs {
  private Designs() {}

  /** Any release, with any changes put on it or taken away, as far as they make sense together. */
  public static Arbitrary<Design> any() {
    return Combinators.combine(
            Arbitraries.of(Release.values()), Arbitraries.of(Change.class).set().ofMaxSize(4))
        .as(Designs::toggled)
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  private static Optional<Design> toggled(Release release, Set<Change> toggles) {
    StringBuilder name = new StringBuilder(release.releaseName());
    for (Change change : toggles) {
      name.append(release.changes().contains(change) ? '-' : '+').append(change.canonicalName());
    }
    try {
      return Optional.of(Design.parse(name.toString()));
    } catch (NoSuchDesignException e) {
      return Optional.empty(); // one of them lacks what it needs
    }
  }
}
