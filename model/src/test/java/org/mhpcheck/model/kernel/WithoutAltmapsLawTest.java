package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.design.AnyDesign;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.AnyBits;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Nothing has memmap from an altmap, and none is mismatched, where no step was told of one. */
class WithoutAltmapsLawTest {
  private static final int SUBSECTIONS = 5;

  @Property(tries = 300)
  void thereIsNoMemmapFromOne(
      @ForAll("designs") Design design,
      @ForAll("ranges") List<Bits> ranges,
      @ForAll("choices") List<Integer> choices) {
    ModelledKernel kernel = new ModelledKernel(design);
    Section section = kernel.boot(ranges.get(0));
    for (int i = 1; i < ranges.size(); i++) {
      Step.Kind kind = choices.get(i) % 2 == 0 ? Step.Kind.ADD : Step.Kind.REMOVE;
      Bits range = AskableRange.of(design, ranges.get(i));
      List<Outcome> outcomes = kernel.step(section, new Step(kind, range));
      for (Outcome outcome : outcomes) {
        assertEquals(Bits.none(SUBSECTIONS), outcome.next().memmap().altmap());
        assertEquals(Bit.FALSE, outcome.happened(Event.ALTMAP_MISMATCHED));
        assertEquals(Bit.FALSE, outcome.happened(Event.INACCESSIBLE_MEMMAP_WRITTEN));
      }
      section = outcomes.get(choices.get(i) / 2 % outcomes.size()).next();
    }
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDesign.any();
  }

  @Provide
  Arbitrary<List<Bits>> ranges() {
    return AnyBits.range(SUBSECTIONS).list().ofSize(12).withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 100).list().ofSize(12).withoutEdgeCases();
  }
}
