package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * Rows of states at once, and calls as agendas, against single states and calls: counts, premises,
 * and of each property the very violation that a queue comes by first.
 */
class RandomSystemsTest {
  private static final long PROPERTIES = 0xff;

  private static Exploration explore(Transitions transitions, int threads) {
    return new Explorer(transitions, PROPERTIES, Graph.threads(threads), "random", p -> {})
        .explore();
  }

  private static void requireAgreement(Transitions transitions) {
    PlainSearch plain = new PlainSearch(transitions);
    Exploration exploration = explore(transitions, 1);
    assertTrue(exploration.isComplete());
    assertEquals(Optional.empty(), exploration.waysUnknown());
    assertEquals(plain.levels(), exploration.levels());
    assertEquals(plain.fired(), exploration.fired());
    assertEquals(plain.met(), exploration.met());
    assertEquals(plain.violations(), exploration.violations());
    Statistics.label("broken").collect(exploration.violations().size());
    Statistics.label("states").collect(exploration.states() / 10 * 10);
  }

  @Property(tries = 500)
  void agreeWithAQueue(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int sections) {
    requireAgreement(new JudgedSystem(seed, sections));
  }

  /** With steps of all sections together, and a word behind them. */
  @Property(tries = 500)
  void agreeWithAQueueWhereThereIsAWhole(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int sections) {
    requireAgreement(new SystemWithWhole(seed, sections));
  }

  /** Wide enough for several threads to have something to do. */
  @Property(tries = 20)
  void threadsDoNotMatter(@ForAll long seed) {
    Transitions transitions = new JudgedSystem(seed, 6);
    Exploration one = explore(transitions, 1);
    Exploration two = explore(transitions, 2);
    Statistics.label("states").collect(one.states() / 1000 * 1000);
    assertEquals(Graph.withoutFigures(one), Graph.withoutFigures(two));
  }
}
