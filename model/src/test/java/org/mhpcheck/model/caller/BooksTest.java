package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

class BooksTest {
  private final Kernel kernel = new ModelledKernel(Design.parse("v6.12"));

  @Test
  void bootRamIsOwnedWhereOwnersAreKept() {
    Bits ram = Bits.parse("1100");
    assertEquals(Owners.ram(ram), Books.boot(kernel, ram, true).owners());
    assertEquals(Owners.none(4), Books.boot(kernel, ram, false).owners());
    assertEquals(kernel.boot(ram), Books.boot(kernel, ram, false));
  }

  @Test
  void kernelStepsAreTheKernels() {
    Step add = new Step(Step.Kind.ADD, Bits.parse("0110"));
    assertEquals(kernel.step(Section.absent(4), add), Books.step(kernel, Section.absent(4), add));
  }

  @Test
  void theKernelDoesNotTouchOwners() {
    Owners owners = Owners.ram(Bits.parse("1000"));
    Section section = Section.absent(4).withOwners(owners);
    Step add = new Step(Step.Kind.ADD, Bits.parse("0110"));
    for (Outcome outcome : Books.step(kernel, section, add)) {
      assertEquals(owners, outcome.next().owners());
    }
  }

  @Test
  void bookKeepingTouchesNothingElseAndCannotFail() {
    Section section = kernel.boot(Bits.parse("1000"));
    assertEquals(owned(section, "0000", "0110", "0100"), keep(section, Step.Kind.CLAIM, "0110"));
    assertEquals(owned(section, "0000", "0110", "0000"), keep(section, Step.Kind.CLAIM_ON, "0110"));
    Section claimed = owned(section, "1000", "0110", "0100");
    assertEquals(owned(section, "1000", "0111", "0101"), keep(claimed, Step.Kind.CLAIM, "0001"));
    assertEquals(owned(section, "1000", "0000", "0000"), keep(claimed, Step.Kind.RELEASE, "0110"));
  }

  @Test
  void whatWasAddedWithAnAltmapIsRemembered() {
    Section section = owned(kernel.boot(Bits.parse("1000")), "1000", "0100", "0100");
    Section claimed = keep(section, new Step(Step.Kind.CLAIM, Bits.parse("0011"), Altmap.ALTMAP));
    assertEquals(owned(section, "1000", "0111", "0110", "0011"), claimed);
    assertEquals(section, keep(claimed, Step.Kind.RELEASE, "0011"));
    assertEquals(
        owned(section, "1000", "1100", "0100", "1000"),
        keep(section, new Step(Step.Kind.CLAIM_ON, Bits.parse("1000"), Altmap.ALTMAP)));
  }

  private Section keep(Section section, Step.Kind kind, String range) {
    return keep(section, new Step(kind, Bits.parse(range)));
  }

  private Section keep(Section section, Step step) {
    List<Outcome> outcomes = Books.step(kernel, section, step);
    assertEquals(1, outcomes.size());
    assertEquals(Errno.OK, outcomes.get(0).rc());
    assertEquals(List.of(), outcomes.get(0).notes());
    return outcomes.get(0).next();
  }

  private static Section owned(Section section, String ram, String device, String deviceStart) {
    return owned(section, ram, device, deviceStart, "0000");
  }

  private static Section owned(
      Section section, String ram, String device, String deviceStart, String altmap) {
    return section.withOwners(
        new Owners(
            Bits.parse(ram), Bits.parse(device), Bits.parse(deviceStart), Bits.parse(altmap)));
  }
}
