package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** What a violated property says it was evaluated on. */
class ClauseTest {
  private static final Step ADD = new Step(Step.Kind.ADD, Bits.full(4));
  private static final Step REMOVE = new Step(Step.Kind.REMOVE, Bits.full(4));

  @Test
  void ofAState() {
    Kernel kernel = new ModelledKernel(Design.parse("v5.8"));
    Section section = kernel.boot(Bits.parse("1000"));
    Step part = new Step(Step.Kind.ADD, Bits.parse("0100"));
    section = kernel.step(section, part).get(0).next();
    section = kernel.step(section, new Step(Step.Kind.REMOVE, part.range())).get(0).next();
    Property.OfState property = (Property.OfState) named("pfn-valid-has-memmap");
    assertEquals(true, property.holds().apply(section).isFalse());
    assertEquals("pfn_valid 1111, memmap 1011", property.shows().apply(section));
  }

  @Test
  void ofAStep() {
    Kernel kernel = new ModelledKernel(Design.parse("v5.4"));
    Section section = kernel.boot(Bits.full(4));
    section = kernel.step(section, REMOVE).get(0).next();
    section = kernel.step(section, ADD).get(0).next();
    Property.OfStep property = (Property.OfStep) named("boot-usage-never-freed");
    StepTaken taken = new StepTaken(section, REMOVE, kernel.step(section, REMOVE).get(0));
    assertEquals(true, property.holds().apply(taken).isFalse());
    assertEquals(
        "section_deactivate(): kfree() of a usage that the boot allocator made",
        property.shows().apply(taken));
  }

  @Test
  void ofAFailedStep() {
    Kernel kernel = new ModelledKernel(Design.parse("v5.5"));
    Section absent = Section.absent(4);
    Outcome failed =
        kernel.step(absent, ADD).stream().filter(o -> o.rc() == Errno.ENOMEM).findFirst().get();
    Property.OfStep property = (Property.OfStep) named("failed-step-changes-nothing");
    assertEquals(
        "sparse_add_section() returned -ENOMEM; was {section_mem_map 0, usage null, map 0000,"
            + " memmap 0000} and is {section_mem_map ---- base null_encoded, usage null, map 0000,"
            + " memmap 0000}",
        property.shows().apply(new StepTaken(absent, ADD, failed)));
  }

  @Test
  void ofACall() {
    Section absent = Section.absent(4);
    Section added = new ModelledKernel(Design.parse("v6.12")).step(absent, ADD).get(0).next();
    CallTaken call =
        new CallTaken(
            List.of(absent, absent),
            new Call(Operation.ARCH_ADD_MEMORY, 0, 8),
            Errno.ENOMEM,
            List.of(added, absent));
    Property.OfCall property = (Property.OfCall) named("failed-add-changes-nothing");
    assertEquals(true, property.premise(call));
    assertEquals(Bit.FALSE, property.holds(call));
    assertEquals(
        "arch_add_memory() returned -ENOMEM; section 1 was {section_mem_map 0, usage null, map 0000,"
            + " memmap 0000} and is {section_mem_map PM-- base own, usage slab, map 1111,"
            + " memmap 1111}",
        property.shows().apply(call));
  }

  /** A call that succeeds, fails cleanly, or removes, breaks nothing. */
  @Test
  void ofACallThatMayChangeThings() {
    Section absent = Section.absent(4);
    Section added = new ModelledKernel(Design.parse("v6.12")).step(absent, ADD).get(0).next();
    Property.OfCall property = (Property.OfCall) named("failed-add-changes-nothing");
    Call add = new Call(Operation.ARCH_ADD_MEMORY, 0, 4);
    Call remove = new Call(Operation.ARCH_REMOVE_MEMORY, 0, 4);
    List<Section> without = List.of(absent);
    List<Section> with = List.of(added);
    assertEquals(Bit.TRUE, property.holds(new CallTaken(without, add, Errno.OK, with)));
    assertEquals(Bit.TRUE, property.holds(new CallTaken(with, add, Errno.EEXIST, with)));
    assertEquals(Bit.TRUE, property.holds(new CallTaken(with, remove, Errno.OK, without)));
    assertEquals(false, property.premise(new CallTaken(without, add, Errno.OK, with)));
  }

  @Test
  void ofASectionThatIsNotRecovered() {
    Property.OfRecovery property = (Property.OfRecovery) named("section-can-be-brought-back");
    Section added =
        new ModelledKernel(Design.parse("v6.12")).step(Section.absent(4), ADD).get(0).next();
    assertEquals(true, property.recovered().apply(Section.absent(4)).isTrue());
    assertEquals(
        true, property.recovered().apply(added.withOwners(Owners.ram(Bits.full(4)))).isTrue());
    Section ownedInPart = added.withOwners(Owners.ram(Bits.parse("0110")));
    assertEquals(false, property.recovered().apply(ownedInPart).isTrue());
    assertEquals(
        "bits without an owner 1001 (map 1111, owned 0110)", property.shows().apply(ownedInPart));
  }

  /** It asks who removes what is there, and not whether what is owned is there. */
  @Test
  void ofASectionWhoseOwnersHaveNothing() {
    Property.OfRecovery property = (Property.OfRecovery) named("section-can-be-brought-back");
    Section owned = Section.absent(4).withOwners(Owners.ram(Bits.full(4)));
    assertEquals(true, property.recovered().apply(owned).isTrue());
  }

  @Test
  void whatThereIsToRecoverFrom() {
    Property.OfRecovery property = (Property.OfRecovery) named("section-can-be-brought-back");
    List<Section> any = List.of(Section.absent(4));
    Call add = new Call(Operation.MEMREMAP_PAGES, 0, 4);
    Call remove = new Call(Operation.MEMUNMAP_PAGES, 0, 4);
    assertEquals(true, property.premise(new CallTaken(any, add, Errno.ENOMEM, any)));
    assertEquals(true, property.premise(new CallTaken(any, add, Errno.EEXIST, any)));
    assertEquals(false, property.premise(new CallTaken(any, add, Errno.OK, any)));
    assertEquals(false, property.premise(new CallTaken(any, remove, Errno.OK, any)));
  }

  private static Property named(String name) {
    return Properties.named(name).orElseThrow();
  }
}
