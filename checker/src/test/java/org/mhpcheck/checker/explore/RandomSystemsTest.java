package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.checker.compose.RandomSystem;
import org.mhpcheck.checker.compose.Together;

/**
 * Rows of states at once, and calls as agendas, against single states and calls: counts, premises,
 * and of each property the very violation that a queue comes by first.
 */
class RandomSystemsTest {
  private static final long PROPERTIES = 0xff;

  /** With properties of calls and of recovery. */
  private static class Judged extends Together {
    private static final long OF_CALLS = 0b1_1000;
    private static final long OF_RECOVERY = 0b10_0000;
    private final long[][] spoilt = new long[RandomSystem.STATES][RandomSystem.STATES];
    private final boolean[] recovered = new boolean[RandomSystem.STATES];

    Judged(long seed, int sections) {
      super(new RandomSystem(seed), sections);
      Random random = new Random(seed);
      for (long[] row : spoilt) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(3) == 0 ? OF_CALLS & random.nextLong() : 0;
        }
      }
      for (int i = 0; i < recovered.length; i++) {
        spoilt[i][i] = 0;
        recovered[i] = random.nextBoolean();
      }
    }

    @Override
    public long metBy(int operation, int code) {
      return code == 1 ? 1L << 3 + operation % 3 : 0;
    }

    @Override
    public long ofCalls() {
      return OF_CALLS;
    }

    @Override
    public long spoiltBy(int before, int after) {
      return spoilt[before][after];
    }

    @Override
    public long ofRecovery() {
      return OF_RECOVERY;
    }

    @Override
    public long notRecoveredIn(int state) {
      return recovered[state] ? 0 : OF_RECOVERY;
    }
  }

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

  @Property(tries = 1000)
  void agreeWithAQueue(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int sections) {
    requireAgreement(new Judged(seed, sections));
  }
}
