package org.mhpcheck.checker.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.parts.SpanningCall;

/** Whatever happens in a whole system happens in the composition: of made-up systems. */
class CompositionLawTest {
  private static final Limit NONE = (states, bytes) -> Optional.empty();
  private static final int MOST = 4;

  private static Composition compose(RandomSystem system) {
    return Composition.of(Seam.of(system, 8, NONE), system, NONE);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void nothingIsMissed(@ForAll long seed) {
    RandomSystem system = new RandomSystem(seed);
    Composition composition = compose(system);
    long broken = composition.hits().keySet().stream().mapToLong(bit -> 1L << bit).sum();
    for (int sections = 1; sections <= MOST; sections++) {
      RandomSystem.Whole whole = system.new Whole(sections);
      whole.states.forEach(
          tuple -> tuple.forEach(state -> assertTrue(composition.contains(state), "a state")));
      assertEquals(0, whole.broken & ~broken, "broken");
      assertEquals(0, whole.met & ~composition.met(), "met");
      BigInteger states = BigInteger.valueOf(whole.states.size());
      assertTrue(
          states.compareTo(composition.interfaces().states(sections)) <= 0, "states of neighbours");
    }
  }

  /** Were some calls left out, or what happens beyond a border, it would show. */
  @Test
  void whatIsLeftOutIsMissed() {
    long missed =
        LongStream.range(0, 200)
            .filter(seed -> misses(new RandomSystem(seed), sections -> 1))
            .count();
    assertTrue(missed > 20, "only " + missed);
    assertFalse(LongStream.range(0, 200).anyMatch(seed -> misses(new RandomSystem(seed), s -> s)));
  }

  /** Whether some state is not found if calls are asked for over other numbers of sections. */
  private static boolean misses(RandomSystem system, IntUnaryOperator asked) {
    Calls calls =
        new Calls() {
          @Override
          public int unit() {
            return 1;
          }

          @Override
          public List<SpanningCall> over(int sections) {
            return system.over(asked.applyAsInt(sections));
          }
        };
    Seam seam = Seam.of(calls, 8, NONE);
    Composition composition = Composition.of(seam, system, NONE);
    return system.new Whole(3)
        .states.stream().flatMap(List::stream).anyMatch(state -> !composition.contains(state));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void theSameEveryTime(@ForAll long seed) {
    Composition one = compose(new RandomSystem(seed));
    Composition other = compose(new RandomSystem(seed));
    assertEquals(one.states(), other.states());
    assertEquals(one.moves(), other.moves());
    assertEquals(one.hits(), other.hits());
  }
}
