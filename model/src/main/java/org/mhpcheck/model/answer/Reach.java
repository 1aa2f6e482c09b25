package org.mhpcheck.model.answer;

import org.mhpcheck.model.state.Geometry;

/** How far a verdict goes. These are different claims, and none of them stands for another. */
public sealed interface Reach {

  /** The word in result lines. */
  String word();

  /** The claim in full. */
  String text();

  /** Every sequence of at most {@code depth} calls. */
  record ToDepth(int depth, Geometry geometry) implements Reach {
    @Override
    public String word() {
      return "depth:" + depth;
    }

    @Override
    public String text() {
      return "every sequence of at most %d calls, %s".formatted(depth, size(geometry));
    }
  }

  /** Every sequence of calls. */
  record Exhaustive(Geometry geometry) implements Reach {
    @Override
    public String word() {
      return "exhaustive";
    }

    @Override
    public String text() {
      return "every sequence of calls, " + size(geometry);
    }
  }

  /** Every sequence of calls over any number of sections, by closure. */
  record AnySections(int subsections) implements Reach {
    @Override
    public String word() {
      return "any-sections";
    }

    @Override
    public String text() {
      return "every sequence of calls over any number of sections of %d subsections"
          .formatted(subsections);
    }
  }

  /**
   * Every sequence of steps on one section, by induction; of more sections, every sequence of calls
   * over at most as many.
   */
  record AnyLength(Geometry geometry) implements Reach {

    /** Of one section. */
    public AnyLength(int subsections) {
      this(new Geometry(1, subsections));
    }

    @Override
    public String word() {
      return "any-length";
    }

    @Override
    public String text() {
      return geometry.sections() == 1
          ? "every sequence of steps on a section of %d subsections"
              .formatted(geometry.subsections())
          : "every sequence of calls over %s at most".formatted(size(geometry));
    }
  }

  /** Every value that was asked about. */
  record AllValues(String values) implements Reach {
    @Override
    public String word() {
      return "exhaustive";
    }

    @Override
    public String text() {
      return values;
    }
  }

  /**
   * Random walks: no claim about what they did not come by.
   *
   * @param walks that were made
   * @param calls the most of one walk
   * @param seed of the random numbers
   */
  record Simulated(int walks, int calls, long seed, Geometry geometry) implements Reach {
    @Override
    public String word() {
      return "simulated:" + walks;
    }

    @Override
    public String text() {
      return "%d random walks of at most %d calls from seed %d, %s"
          .formatted(walks, calls, seed, size(geometry));
    }
  }

  /** As a run that was written tells it. */
  record Told(String word, String text) implements Reach {}

  private static String size(Geometry geometry) {
    return geometry.sections() + " x " + geometry.subsections() + " subsections";
  }
}
