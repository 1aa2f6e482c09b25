package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** A few sections with their owners, and whole calls on them. */
final class SmallSystem {
  private final Machine machine;
  private final Kernel kernel;
  private List<Section> sections;
  private final Set<Event> events = EnumSet.noneOf(Event.class);
  private Errno rc = Errno.OK;

  /** Sections of v6.12 in the usual world that boot with RAM in {@code ram}, one string each. */
  SmallSystem(String... ram) {
    this("v6.12", Arch.X86_64, 1, ram);
  }

  /**
   * Sections that boot with RAM in {@code ram}, one string each.
   *
   * @param block the sections of one memory block
   */
  SmallSystem(String design, Arch arch, int block, String... ram) {
    Geometry geometry = new Geometry(ram.length, ram[0].length());
    this.machine = new Machine(Design.parse(design), new World(geometry, arch, block, 0));
    this.kernel = new ModelledKernel(machine.design());
    this.sections =
        Stream.of(ram).map(each -> Books.boot(kernel, machine, Bits.parse(each), true)).toList();
  }

  Machine machine() {
    return machine;
  }

  List<Section> sections() {
    return sections;
  }

  /** One section, from index 0. */
  Section section(int index) {
    return sections.get(index);
  }

  /** What the last call returned. */
  Errno rc() {
    return rc;
  }

  /** What happened so far. */
  Set<Event> events() {
    return events;
  }

  /** Whether any event happened so far. */
  boolean isNoted() {
    return !events.isEmpty();
  }

  boolean mayCall(Call call) {
    return Caller.of(call.operation()).conditions(call, machine).stream()
        .allMatch(c -> c.holds(sections.get(c.section())));
  }

  /** The calls of one operation that may be made now without an altmap, such as {@code 0-4}. */
  Set<String> enabled(Operation operation) {
    return enabled(operation, Altmap.NONE);
  }

  Set<String> enabled(Operation operation, Altmap altmap) {
    Set<String> enabled = new TreeSet<>();
    for (Call call : Caller.of(operation).calls(machine, List.of(altmap))) {
      if (call.operation() == operation && mayCall(call)) {
        enabled.add(call.from() + "-" + call.to());
      }
    }
    return enabled;
  }

  SmallSystem map(int from, int to) {
    return make(new Call(Operation.MEMREMAP_PAGES, from, to));
  }

  SmallSystem unmap(int from, int to) {
    return make(new Call(Operation.MEMUNMAP_PAGES, from, to));
  }

  SmallSystem make(Operation operation, int from, int to) {
    return make(new Call(operation, from, to));
  }

  SmallSystem make(Call call) {
    return make(call, Optional.empty());
  }

  /** A memremap_pages() of which the memmap in the section of index {@code failing} fails. */
  SmallSystem mapFailing(int from, int to, int failing) {
    return failing(new Call(Operation.MEMREMAP_PAGES, from, to), FaultPoint.MEMMAP, failing);
  }

  /** A call of which the first allocation at {@code point} in the section of an index fails. */
  SmallSystem failing(Call call, FaultPoint point, int section) {
    return make(call, Optional.of(new FaultIn(section, new Fault(point, 0))));
  }

  /** The call as it is planned, whether it may be made now or not. */
  PlannedCall planned(Call call, Optional<FaultIn> fault) {
    Plan plan = Caller.of(call.operation()).plan(call, machine);
    return PlannedCall.of(kernel, plan, sections, fault);
  }

  private SmallSystem make(Call call, Optional<FaultIn> fault) {
    assertTrue(mayCall(call), () -> call + " may not be made");
    PlannedCall done = planned(call, fault);
    assertTrue(done.faultMet(), () -> call + " does not come by " + fault);
    assertTrue(done.corruption().isEmpty(), () -> call + ": " + done.corruption());
    sections = done.after();
    events.addAll(done.events());
    rc = done.rc();
    return this;
  }
}
