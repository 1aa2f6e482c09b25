package org.mhpcheck.model.design;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any release, with any changes taken away from it or put on it that go together. */
public final class AnyDesign {
  private AnyDesign() {}

  public static Arbitrary<Design> any() {
    return Combinators.combine(
            Arbitraries.of(Release.class), Arbitraries.of(Change.class).list().ofMaxSize(6))
        .as(
            (release, toggled) -> {
              Design design = Design.parse(release.releaseName());
              for (Change change : toggled) {
                design = toggledIfItCanBe(design, change);
              }
              return design;
            });
  }

  private static Design toggledIfItCanBe(Design design, Change change) {
    String sign = design.has(change) ? "-" : "+";
    try {
      return Design.parse(design.name() + sign + change.canonicalName());
    } catch (NoSuchDesignException e) {
      return design;
    }
  }
}
