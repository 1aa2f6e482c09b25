package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mhpcheck.checker.Designs;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;

/**
 * To an adversary who owns nothing, sections are independent: every combination of the states of
 * one is a state of several.
 */
class IndependentSectionsTest {
  private static final long MOST_STATES = 25_000;

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void statesAreThePowerOfThoseOfOneSection(
      @ForAll("designs") Design design,
      @ForAll @IntRange(min = 1, max = 3) int sections,
      @ForAll @IntRange(min = 2, max = 4) int subsections,
      @ForAll boolean faults) {
    Kernel kernel = new ModelledKernel(design);
    long one = Worlds.explore(kernel, Worlds.direct(1, subsections, faults)).states();
    long expected = power(one, sections);
    Assume.that(expected <= MOST_STATES);
    Exploration all = Worlds.explore(kernel, Worlds.direct(sections, subsections, faults));
    assertTrue(all.isComplete());
    assertEquals(expected, all.states());
  }

  @Provide
  Arbitrary<Design> designs() {
    return Designs.any();
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** Branches that end in corrupted memory take no combination away. */
  @Example
  void alsoWhereMemoryIsCorrupted() {
    Kernel kernel = Worlds.kernel("v5.4");
    org.mhpcheck.model.claim.Property freed = Worlds.property("boot-usage-never-freed");
    Exploration one = Worlds.explore(kernel, Worlds.direct(1, 3, true), freed);
    Exploration two = Worlds.explore(kernel, Worlds.direct(2, 3, true), freed);
    assertEquals(1, one.violations().size());
    assertEquals(1, two.violations().size());
    assertEquals(one.states() * one.states(), two.states());
  }
}
