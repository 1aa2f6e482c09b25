package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/** What no planted fault breaks yet can be broken all the same: here by hand. */
class BrokenByHandTest {
  private final ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"));
  private final Section booted = kernel.boot(Bits.parse("1100"));

  @Test
  void bootUsageIsReserved() {
    Property.OfState property =
        (Property.OfState) Properties.named("boot-usage-is-reserved").orElseThrow();
    assertTrue(property.holds().apply(booted).isTrue());
    assertTrue(property.holds().apply(with(Usage.SLAB, Bit.FALSE)).isTrue());
    assertFalse(property.holds().apply(with(Usage.SLAB, Bit.TRUE)).isTrue());
    Section unreserved = with(Usage.BOOT, Bit.FALSE);
    assertFalse(property.holds().apply(unreserved).isTrue());
    assertEquals("usage is BOOT, its page is not reserved", property.shows().apply(unreserved));
  }

  private Section with(Usage usage, Bit reserved) {
    return new Section(
        booted.sectionMemMap(),
        OneOf.of(usage),
        reserved,
        booted.pageblockFlags(),
        booted.subsectionMap(),
        booted.memmap(),
        booted.linearMap(),
        booted.owners());
  }

  @Test
  void presentSubsectionRefused() {
    Property.OfStep property =
        (Property.OfStep) Properties.named("present-subsection-refused").orElseThrow();
    assertTrue(property.holds().apply(add("0110", booted, Errno.EEXIST)).isTrue());
    StepTaken accepted = add("0110", booted, Errno.OK);
    assertFalse(property.holds().apply(accepted).isTrue());
    assertEquals(
        "sparse_add_section() returned 0; nothing changed", property.shows().apply(accepted));
    Section changed = with(Usage.BOOT, Bit.FALSE);
    assertFalse(property.holds().apply(add("0110", changed, Errno.EEXIST)).isTrue());
    assertTrue(property.holds().apply(add("0011", changed, Errno.OK)).isTrue(), "not refused");
  }

  private StepTaken add(String range, Section after, Errno rc) {
    return new StepTaken(
        booted,
        new Step(Step.Kind.ADD, Bits.parse(range)),
        new Outcome(after, rc, Optional.empty(), List.of()));
  }
}
