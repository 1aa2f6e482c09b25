package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** One section of a kernel after boot, and what is done to it, written as a story. */
final class History {
  private final ModelledKernel kernel;
  private Section section;
  private Outcome last;

  private History(ModelledKernel kernel, Section section) {
    this.kernel = kernel;
    this.section = section;
  }

  /** The section that {@code design} boots with RAM in {@code ram}, such as {@code 1000}. */
  static History boot(String design, String ram) {
    return boot(design, ram, 0);
  }

  /** The same on a NUMA node. */
  static History boot(String design, String ram, int node) {
    ModelledKernel kernel = new ModelledKernel(Design.parse(design));
    return new History(kernel, kernel.boot(Bits.parse(ram), node));
  }

  History add(String range) {
    return add(range, Altmap.NONE);
  }

  History add(String range, Altmap altmap) {
    return then(step(Step.Kind.ADD, range, altmap).get(0));
  }

  History remove(String range) {
    return remove(range, Altmap.NONE);
  }

  History remove(String range, Altmap altmap) {
    return then(step(Step.Kind.REMOVE, range, altmap).get(0));
  }

  /** An add in which the memmap allocation fails after {@code populated} subsections. */
  History addWithoutMemmap(String range, int populated) {
    return addWithoutMemmap(range, Altmap.NONE, populated);
  }

  History addWithoutMemmap(String range, Altmap altmap, int populated) {
    return then(failing(range, altmap, new Fault(FaultPoint.MEMMAP, populated)));
  }

  History addWithoutUsage(String range) {
    return then(failing(range, Altmap.NONE, new Fault(FaultPoint.USAGE, 0)));
  }

  History online() {
    return then(step(Step.Kind.ONLINE).get(0));
  }

  History offline() {
    return then(step(Step.Kind.OFFLINE).get(0));
  }

  /** section_taint_zone_device(). */
  History taint() {
    return then(step(Step.Kind.TAINT).get(0));
  }

  private List<Outcome> step(Step.Kind kind) {
    return step(kind, "1".repeat(section.subsections()), Altmap.NONE);
  }

  private Outcome failing(String range, Altmap altmap, Fault fault) {
    return step(Step.Kind.ADD, range, altmap).stream()
        .filter(o -> o.fault().filter(fault::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no outcome with " + fault));
  }

  private List<Outcome> step(Step.Kind kind, String range, Altmap altmap) {
    assertFalse(last != null && last.isCorrupt(), "nothing can be told after a corruption");
    return kernel.step(section, new Step(kind, Bits.parse(range), altmap));
  }

  private History then(Outcome outcome) {
    last = outcome;
    section = outcome.next();
    return this;
  }

  Section section() {
    return section;
  }

  /** Such as {@code PMOE base own}. */
  String word() {
    return section.sectionMemMap().toString();
  }

  /** What the last step returned. */
  Errno rc() {
    return last.rc();
  }

  /** What happened in the last step, such as {@code section_deactivate: BOOT_USAGE_FREED}. */
  List<String> notes() {
    return last.notes().stream().map(n -> n.function() + ": " + n.event()).toList();
  }

  /** The same without where. */
  Set<Event> events() {
    return last.events();
  }
}
