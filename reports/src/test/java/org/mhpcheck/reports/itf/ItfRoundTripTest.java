package org.mhpcheck.reports.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.TraceMaker;

class ItfRoundTripTest {
  private static final Geometry GEOMETRY = new Geometry(2, 4);

  /**
   * @param number of those that the caller could make
   */
  record Called(Caller caller, int number, int choice) {}

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readingWhatWasWrittenGivesTheScript(@ForAll("traces") Trace trace) throws IOException {
    assertEquals(trace.script(), read(write(trace)));
  }

  @Example
  void anInaccessibleAltmapIsKept() throws IOException {
    Call add = new Call(Operation.ARCH_ADD_MEMORY, 0, 4, Altmap.INACCESSIBLE);
    Trace trace =
        new TraceMaker("v6.12-debian", new Geometry(1, 4), BootLayout.ABSENT).call(add, 0).trace();
    assertEquals(add, read(write(trace)).calls().get(0).call());
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void theCallsAtHandAreKept(
      @ForAll("traces") Trace trace,
      @ForAll @Size(min = 1) Set<Caller> callers,
      @ForAll boolean altmap,
      @ForAll boolean faults)
      throws IOException {
    List<Altmap> altmaps = altmap ? List.of(Altmap.NONE, Altmap.ALTMAP) : List.of(Altmap.NONE);
    CallsAtHand atHand = new CallsAtHand(List.copyOf(callers), altmaps, faults);
    Script read = read(write(TraceMaker.with(trace, atHand)));
    assertEquals(Optional.of(atHand), read.atHand());
    assertEquals(Optional.empty(), read(write(trace)).atHand());
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void howAllSectionsWereBootedIsKept(
      @ForAll @IntRange(max = 15) int nodes, @ForAll @IntRange(max = 15) int ahead)
      throws IOException {
    Machine machine = Machine.of(Design.parse("v6.15"), new Geometry(4, 2));
    List<BootMemory> memory = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      memory.add(new BootMemory(Bits.full(2), nodes >>> i & 1, (ahead >>> i & 1) != 0));
    }
    for (Booted booted : new ModelledKernel(machine.design()).boots(memory)) {
      Script read = read(write(TraceMaker.booted(machine, booted)));
      assertEquals(Optional.of(booted.script()), read.booting());
      assertEquals(memory.stream().map(BootMemory::ram).toList(), read.boot());
    }
  }

  @Example
  void theOccurrenceOfAFaultIsKept() throws IOException {
    Trace trace =
        new TraceMaker("v6.12", new Geometry(1, 4), BootLayout.ABSENT)
            .call(Operation.ARCH_ADD_MEMORY, 0, 4)
            .trace();
    Trace.TracedCall call = trace.calls().get(0);
    Trace.TracedStep step = call.steps().get(0);
    Fault third = new Fault(FaultPoint.MEMMAP, 2);
    Outcome failed =
        new Outcome(step.before(), Errno.ENOMEM, Optional.of(third), step.outcome().notes());
    Trace faulty =
        new Trace(
            trace.machine(),
            trace.property(),
            trace.boot(),
            List.of(
                new Trace.TracedCall(
                    call.call(),
                    List.of(new Trace.TracedStep(0, step.before(), step.step(), failed)),
                    Errno.ENOMEM,
                    trace.boot())),
            trace.clause(),
            List.of());
    Script read = read(write(faulty));
    assertEquals(Optional.of(new FaultIn(0, third)), read.calls().get(0).fault());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void recordedStatesAreReadAsTheyWere(@ForAll("traces") Trace trace) throws IOException {
    TraceFile file = readAll(write(trace));
    assertEquals(Optional.empty(), file.tree());
    assertEquals(new TraceFile.State(0, trace.boot()), file.states().get(0));
    assertEquals(trace.depth() + 1, file.states().size());
    for (int i = 0; i < trace.depth(); i++) {
      Trace.TracedCall call = trace.calls().get(i);
      assertEquals(new TraceFile.State(call.rc().code(), call.after()), file.states().get(i + 1));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whateverIsInAFileItIsReadOrRefused(
      @ForAll("traces") Trace trace, @ForAll int at, @ForAll byte value) throws IOException {
    byte[] bytes = write(trace);
    bytes[Math.floorMod(at, bytes.length)] = value;
    try {
      read(bytes);
    } catch (TraceFileException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  @Provide
  Arbitrary<Trace> traces() {
    Arbitrary<String> designs =
        Arbitraries.of("v5.3", "v5.4", "v5.4+8068df3b6037", "v6.8-5ec8e8ea8b77", "v6.12");
    Arbitrary<BootLayout> layouts =
        Arbitraries.of("absent", "full", "lower-half", "upper-half").map(BootLayout::new);
    Arbitrary<Called> calls =
        Combinators.combine(
                Arbitraries.of(Caller.values()),
                Arbitraries.integers().between(0, 1000),
                Arbitraries.integers().between(0, 5))
            .as(Called::new);
    return Combinators.combine(designs, layouts, layouts, calls.list().ofMaxSize(5))
        .as(ItfRoundTripTest::trace);
  }

  private static Trace trace(
      String design, BootLayout first, BootLayout second, List<Called> calls) {
    TraceMaker maker = new TraceMaker(design, GEOMETRY, first, second);
    Machine machine = Machine.of(Design.parse(design), GEOMETRY);
    for (Called called : calls) {
      List<Call> all = called.caller().calls(machine, List.of(Altmap.NONE, Altmap.ALTMAP));
      maker.call(all.get(called.number() % all.size()), called.choice());
    }
    return maker.trace();
  }

  static byte[] write(Trace trace) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ItfWriter("1.2.3").write("history/b01", trace, out);
    return out.toByteArray();
  }

  static Script read(byte[] bytes) throws IOException {
    return readAll(bytes).script();
  }

  private static TraceFile readAll(byte[] bytes) throws IOException {
    return ItfReader.read("t.itf.json", new ByteArrayInputStream(bytes));
  }
}
