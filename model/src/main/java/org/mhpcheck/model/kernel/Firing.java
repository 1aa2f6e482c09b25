package org.mhpcheck.model.kernel;

import java.util.Locale;

/** What code of the modelled kernel can do at one place, in whatever design. */
public sealed interface Firing {

  /** What it is called, the same in all designs: {@code test section_activate.if 2 true}. */
  String text();

  /** A store is done. */
  record Store(String function, String field) implements Firing {
    Site site() {
      return new Site(function, field);
    }

    @Override
    public String text() {
      return "store " + site();
    }
  }

  /**
   * A test comes out one way.
   *
   * @param number among those that the function comes to, from 1
   */
  record Test(String function, int number, boolean result) implements Firing {
    static Site site(String function, int number) {
      return new Site(function, "if " + number);
    }

    Site site() {
      return site(function, number);
    }

    Test negated() {
      return new Test(function, number, !result);
    }

    @Override
    public String text() {
      return "test " + site() + (result ? " true" : " false");
    }
  }

  /** An allocation fails. */
  record Failure(FaultPoint point) implements Firing {
    @Override
    public String text() {
      return "fault " + point.text();
    }
  }

  /** Something is done to zones and spans. */
  record ZoneStep(SpanStep.Kind kind) implements Firing {
    @Override
    public String text() {
      return "zone step " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
