package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

class BooksTest {
  private static final Machine MACHINE = Machine.of(Design.parse("v6.12"), new Geometry(1, 4));

  private final Kernel kernel = new ModelledKernel(MACHINE.design());

  @Test
  void whoHasAPartOfASectionHasItAllBeforeTheSeries() {
    Machine before = MACHINE.with(Design.parse("v5.2"));
    Kernel old = new ModelledKernel(before.design());
    Section half = Books.boot(old, before, Bits.parse("1100"), true);
    assertEquals(Owners.ram(Bits.full(4)), half.owners());
    assertEquals(Bits.full(4), half.linearMap());
    assertEquals(Section.absent(4), Books.boot(old, before, Bits.none(4), true));
  }

  @Test
  void bootRamIsOwnedWhereOwnersAreKept() {
    Bits ram = Bits.parse("1100");
    assertEquals(Owners.ram(ram), Books.boot(kernel, MACHINE, ram, true).owners());
    assertEquals(Owners.none(4), Books.boot(kernel, MACHINE, ram, false).owners());
    assertEquals(kernel.boot(ram), Books.boot(kernel, MACHINE, ram, false));
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

  @Test
  void bootMemoryIsMapped() {
    Bits ram = Bits.parse("1100");
    assertEquals(ram, Books.boot(kernel, MACHINE, ram, true).linearMap());
    assertEquals(Bits.none(4), Books.boot(kernel, MACHINE, ram, false).linearMap());
  }

  @Test
  void theLinearMappingComesAndGoes() {
    Section section = kernel.boot(Bits.parse("1000")).withLinearMap(Bits.parse("1000"));
    Section mapped = keep(section, Step.Kind.MAP, "0110");
    assertEquals(section.withLinearMap(Bits.parse("1110")), mapped);
    assertEquals(section, keep(mapped, Step.Kind.UNMAP, "0110"));
  }

  @Test
  void privateMemoryIsADevicesToo() {
    Section section = kernel.boot(Bits.parse("1000"));
    Section claimed = keep(section, Step.Kind.CLAIM_PRIVATE, "0110");
    assertEquals(
        new Owners(
            Bits.none(4), Bits.parse("0110"), Bits.parse("0100"), Bits.none(4), Bits.parse("0110")),
        claimed.owners());
    Section on = keep(claimed, Step.Kind.CLAIM_PRIVATE_ON, "1000");
    assertEquals(Bits.parse("0100"), on.owners().deviceStart());
    assertEquals(Bits.parse("1110"), on.owners().privateDevice());
    assertEquals(section, keep(keep(on, Step.Kind.RELEASE, "1000"), Step.Kind.RELEASE, "0110"));
  }

  @Test
  void ramIsClaimedAndReleasedWithItsAltmap() {
    Section absent = Section.absent(4);
    Step claim = new Step(Step.Kind.CLAIM_RAM, Bits.parse("0011"), Altmap.ALTMAP);
    Section claimed = keep(absent, claim);
    assertEquals(owned(absent, "0011", "0000", "0000", "0011"), claimed);
    assertEquals(
        owned(absent, "1111", "0000", "0000", "0011"), keep(claimed, Step.Kind.CLAIM_RAM, "1100"));
    assertEquals(absent, keep(claimed, Step.Kind.RELEASE_RAM, "0011"));
  }

  /** What fails has changed nothing. */
  @ParameterizedTest
  @CsvSource({"TRY_MAP,LINEAR_MAP", "CREATE_BLOCKS,MEMORY_BLOCKS"})
  void whatMayFailOfWhatIsNotTheKernels(Step.Kind kind, FaultPoint point) {
    Section section = kernel.boot(Bits.parse("1000"));
    List<Outcome> outcomes = Books.step(kernel, section, new Step(kind, Bits.parse("0110")));
    assertEquals(2, outcomes.size());
    assertEquals(Errno.OK, outcomes.get(0).rc());
    assertEquals(Optional.empty(), outcomes.get(0).fault());
    assertEquals(
        kind == Step.Kind.TRY_MAP ? section.withLinearMap(Bits.parse("0110")) : section,
        outcomes.get(0).next());
    assertEquals(
        new Outcome(section, Errno.ENOMEM, Optional.of(new Fault(point, 0)), List.of()),
        outcomes.get(1));
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
            Bits.parse(ram),
            Bits.parse(device),
            Bits.parse(deviceStart),
            Bits.parse(altmap),
            Bits.none(4)));
  }
}
