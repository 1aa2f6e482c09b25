package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** A few sections of v6.12 with their owners, and whole calls on them. */
final class World {
  private final Kernel kernel = new ModelledKernel(Design.parse("v6.12"));
  private final Geometry geometry;
  private final List<Section> sections = new ArrayList<>();
  private boolean noted;

  /** Sections that boot with RAM in {@code ram}, one string a section. */
  World(String... ram) {
    this.geometry = new Geometry(ram.length, ram[0].length());
    for (String each : ram) {
      sections.add(Books.boot(kernel, Bits.parse(each), true));
    }
  }

  Geometry geometry() {
    return geometry;
  }

  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** Whether any event happened so far. */
  boolean isNoted() {
    return noted;
  }

  boolean mayCall(Call call) {
    return Caller.of(call.operation()).conditions(call, geometry).stream()
        .allMatch(c -> c.holds(sections.get(c.section())));
  }

  /** The calls of one operation that may be made now without an altmap, such as {@code 0-4}. */
  Set<String> enabled(Operation operation) {
    return enabled(operation, Altmap.NONE);
  }

  Set<String> enabled(Operation operation, Altmap altmap) {
    Set<String> enabled = new TreeSet<>();
    for (Call call : Caller.of(operation).calls(geometry, List.of(altmap))) {
      if (call.operation() == operation && mayCall(call)) {
        enabled.add(call.from() + "-" + call.to());
      }
    }
    return enabled;
  }

  World map(int from, int to) {
    return make(new Call(Operation.MEMREMAP_PAGES, from, to), -1);
  }

  World unmap(int from, int to) {
    return make(new Call(Operation.MEMUNMAP_PAGES, from, to), -1);
  }

  World make(Call call) {
    return make(call, -1);
  }

  /** A memremap_pages() that fails in the section of index {@code failing}. */
  World mapFailing(int from, int to, int failing) {
    return make(new Call(Operation.MEMREMAP_PAGES, from, to), failing);
  }

  private World make(Call call, int failing) {
    assertTrue(mayCall(call), () -> call + " may not be made");
    Plan plan = Caller.of(call.operation()).plan(call, geometry);
    while (plan instanceof Plan.Do step) {
      List<Outcome> outcomes = Books.step(kernel, sections.get(step.section()), step.step());
      boolean fails = step.section() == failing && step.step().kind().isKernel();
      Outcome outcome =
          outcomes.stream()
              .filter(o -> fails == (o.rc() == Errno.ENOMEM))
              .findFirst()
              .orElseThrow();
      noted |= !outcome.notes().isEmpty();
      sections.set(step.section(), outcome.next());
      plan = step.on().get(outcome.rc());
    }
    return this;
  }
}
