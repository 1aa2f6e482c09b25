package org.mhpcheck.checker.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

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

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void theSameEveryTime(@ForAll long seed) {
    Composition one = compose(new RandomSystem(seed));
    Composition other = compose(new RandomSystem(seed));
    assertEquals(one.states(), other.states());
    assertEquals(one.moves(), other.moves());
    assertEquals(one.hits(), other.hits());
  }
}
