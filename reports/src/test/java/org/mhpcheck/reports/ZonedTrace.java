package org.mhpcheck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** A trace in which zones are kept: v5.3 removes a device whose first pages nobody initialised. */
public final class ZonedTrace {
  private ZonedTrace() {}

  public static Trace b20() {
    Property property =
        new Property.OfSpanStep(
            new About(
                "zone-asked-of-initialised-page",
                "The page that is asked is initialised.",
                "a page is asked",
                "It may hold anything.",
                "mm/memremap.c memunmap_pages(), v5.4",
                Set.of(About.Need.ZONES)),
            t -> t.step().kind().asksPage(),
            t -> t.outcome().notes().isEmpty(),
            t -> "a page was read");
    World world =
        new World(new Geometry(1, 2), Arch.X86_64, 1, 0)
            .with(Optional.of(new World.Zones(/* firstSection= */ 3)));
    Machine machine = new Machine(Design.parse("v5.3"), world);
    ModelledKernel kernel = new ModelledKernel(machine.design());
    List<Section> boot = List.of(Books.boot(kernel, machine, Bits.none(2), /* owners= */ true));
    Memory memory = machine.memory(boot).orElseThrow();
    List<Trace.TracedCall> calls = new ArrayList<>();
    for (Operation operation : List.of(Operation.MEMREMAP_PAGES, Operation.MEMUNMAP_PAGES)) {
      Call call = new Call(operation, 0, 2, Altmap.ALTMAP);
      PlannedCall done =
          PlannedCall.of(
              kernel,
              Caller.DEVICE.plan(call, machine),
              memory.sections(),
              Optional.of(memory),
              Optional.empty());
      calls.add(
          new Trace.TracedCall(
              call,
              done.steps().stream()
                  .map(s -> new Trace.TracedStep(s.section(), s.before(), s.step(), s.outcome()))
                  .toList(),
              done.rc(),
              done.after(),
              Optional.empty(),
              done.onSpans(),
              done.spans()));
      memory = new Memory(done.after(), done.spans().orElseThrow(), memory.firstSection());
    }
    return new Trace(machine, property, boot, calls, "a page was read", List.of());
  }
}
