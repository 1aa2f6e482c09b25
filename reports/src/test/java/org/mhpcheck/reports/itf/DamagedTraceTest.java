package org.mhpcheck.reports.itf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.TraceMaker;
import org.mhpcheck.reports.ZonedTrace;

/** A trace that was damaged is read, or refused with a place in the file. */
class DamagedTraceTest {
  private static final String FILE = "f.itf.json";

  /** With everything that a trace can have. */
  private static List<Trace> traces() {
    CallsAtHand atHand =
        new CallsAtHand(List.of(Caller.DEVICE), List.of(Altmap.NONE, Altmap.ALTMAP), true);
    Machine machine = Machine.of(Design.parse("v6.15"), new Geometry(2, 2));
    List<BootMemory> memory =
        List.of(new BootMemory(Bits.full(2), 0, false), new BootMemory(Bits.full(2), 1, true));
    List<Booted> boots = new ModelledKernel(machine.design()).boots(memory);
    return List.of(
        TraceMaker.with(TraceMaker.b01(), atHand),
        TraceMaker.ofTree(),
        ZonedTrace.b20(),
        TraceMaker.booted(machine, boots.get(boots.size() - 1)));
  }

  @Provide
  Arbitrary<DamagedFile> traceFiles() throws IOException {
    List<String> files = new ArrayList<>();
    for (Trace trace : traces()) {
      files.add(new String(ItfRoundTripTest.write(trace), StandardCharsets.UTF_8));
    }
    return DamagedFile.of(files);
  }

  @Property
  void aTrace(@ForAll("traceFiles") DamagedFile file) {
    ReadOrRefused.by(
        TraceFileException.class,
        FILE,
        () -> ItfReader.read(FILE, new ByteArrayInputStream(file.bytes())));
  }
}
