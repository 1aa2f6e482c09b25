package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/** What kernel code does to sections that it never makes, but that a proof has to begin with. */
class StatesByHandTest {
  private static final SectionMemMap VALID =
      SectionMemMap.ZERO.withPresent().withHasMemMap(Bit.TRUE).withBase(MemmapBase.OWN);
  private final ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"));

  /** Only what is added to a part of an early section goes without memmap. */
  @Test
  void aWholeEarlySectionIsPopulated() {
    Section empty = section(VALID.withEarly(), Usage.BOOT, "0000", Memmap.none(4));
    assertEquals("1111", add("1111", empty).next().memmap().buddy().toString());
    assertEquals("0000", add("0111", empty).next().memmap().buddy().toString());
  }

  @Test
  void aFreedUsageIsFreedAgain() {
    Section dangling = section(VALID, Usage.DANGLING, "1111", Memmap.allBoot(4));
    Outcome outcome = kernel.step(dangling, new Step(Step.Kind.REMOVE, Bits.full(4))).get(0);
    assertEquals(Bit.TRUE, outcome.happened(Event.DOUBLE_FREE));
    assertEquals(Bit.TRUE, outcome.happened(Event.USE_AFTER_FREE));
    assertEquals(Bit.FALSE, outcome.happened(Event.BOOT_USAGE_FREED));
  }

  /** kfree(NULL) is nothing, but the bitmap has no place to be. */
  @Test
  void withoutAUsageNothingIsCleared() {
    Section without = section(VALID, Usage.NULL, "0000", Memmap.allBoot(4));
    Outcome outcome = kernel.step(without, new Step(Step.Kind.REMOVE, Bits.full(4))).get(0);
    assertEquals(without, outcome.next());
    assertEquals(
        List.of(Event.ALREADY_DEACTIVATED), outcome.notes().stream().map(Note::event).toList());
  }

  /** What is mapped already stays with the allocator it came from. */
  @Test
  void memmapThatIsThereIsNotPopulatedAgain() {
    Memmap some = new Memmap(Bits.parse("1000"), Bits.none(4), Bits.parse("0100"));
    Memmap after = add("1110", section(VALID, Usage.SLAB, "0000", some)).next().memmap();
    assertEquals(new Memmap(some.boot(), Bits.parse("0010"), some.altmap()), after);
  }

  private Outcome add(String range, Section section) {
    return kernel.step(section, new Step(Step.Kind.ADD, Bits.parse(range))).get(0);
  }

  private static Section section(SectionMemMap word, Usage usage, String map, Memmap memmap) {
    return new Section(
        word,
        OneOf.of(usage),
        Bit.of(usage == Usage.BOOT),
        Bit.FALSE,
        Bits.parse(map),
        memmap,
        Bits.none(4),
        Owners.none(4));
  }
}
