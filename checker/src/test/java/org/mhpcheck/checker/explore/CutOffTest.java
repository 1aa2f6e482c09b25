package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.model.question.Limits;

/** An exploration that is told to leave off, at any moment, tells what it has found until then. */
class CutOffTest {
  private static final long PROPERTIES = 0xff;

  private static Exploration explore(Transitions transitions, int looks, int threads) {
    AtomicInteger left = new AtomicInteger(looks);
    Settings settings =
        new Settings(threads, Limits.NONE, false, () -> left.getAndDecrement() <= 0);
    return new Explorer(transitions, PROPERTIES, settings, "cut off", p -> {}).explore();
  }

  @Property(tries = 300)
  void anywhere(
      @ForAll long seed,
      @ForAll @IntRange(max = 150) int looks,
      @ForAll @IntRange(min = 1, max = 2) int threads) {
    Transitions transitions =
        seed % 3 == 0 ? new SystemWithWhole(seed, 3) : new JudgedSystem(seed, 3);
    PlainSearch plain = new PlainSearch(transitions);
    Exploration exploration = explore(transitions, looks, threads);
    Statistics.label("complete").collect(exploration.isComplete());
    Statistics.label("broken").collect(!exploration.violations().isEmpty());
    if (!exploration.isComplete()) {
      assertEquals(Optional.of("interrupted"), exploration.unfinished());
    }
    exploration
        .violations()
        .forEach(
            (property, violation) ->
                assertEquals(
                    plain.violations().get(property).path().size(),
                    violation.path().size(),
                    "a shortest one, or none"));
    assertTrue(exploration.states() <= plain.levels().stream().mapToLong(n -> n).sum());
  }
}
