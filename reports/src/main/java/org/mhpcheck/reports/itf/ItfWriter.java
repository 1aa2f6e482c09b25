package org.mhpcheck.reports.itf;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.reports.json.JsonOutput;
import org.mhpcheck.reports.json.ValueWriter;

/**
 * Writes a trace in the Informal Trace Format. State 0 is boot, state n is after call n: the number
 * of calls, the last return code and all sections; a call that corrupts memory leaves the sections
 * as it left them.
 */
public final class ItfWriter {
  private static final String DESCRIPTION = "https://apalache-mc.org/docs/adr/015adr-trace.html";
  private static final String SECTION_TYPE =
      "{present: Bool, has_mem_map: Bool, online: Bool, early: Bool, taint: Bool, base: Str,"
          + " usage: Str, reserved: Bool, pageblock_flags: Bool, map: Str,"
          + " memmap: {boot: Str, buddy: Str, altmap: Str%s}, linear_map: Str,"
          + " owners: {ram: Str, device: Str, device_start: Str, altmap: Str, private_device: Str,"
          + " pagemap: Str}}";

  private static final String PAGES_TYPE = ", pages: {normal: Str, device: Str, reserve: Str}";

  private static final String SPAN_TYPE = "{start: Int, spanned: Int}";

  private final String version;

  /**
   * @param version of mhpcheck
   */
  public ItfWriter(String version) {
    this.version = version;
  }

  /** Writes {@code trace} of a model, found by {@code scenario}; leaves {@code out} open. */
  public void write(String scenario, Trace trace, OutputStream out) throws IOException {
    write(scenario, trace, Optional.empty(), out);
  }

  /**
   * Writes {@code trace}, found by {@code scenario}; leaves {@code out} open.
   *
   * @param from what the kernel was made of, if it was compiled
   */
  public void write(String scenario, Trace trace, Optional<CompiledFrom> from, OutputStream out)
      throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    json.writeStartObject();
    writeMeta(json, scenario, trace, from);
    json.writeFieldName("vars");
    boolean zones = trace.bootSpans().isPresent();
    String[] vars = {"calls", Keys.RC, Keys.SECTIONS, Keys.SPANS};
    json.writeArray(vars, 0, zones ? vars.length : vars.length - 1);
    json.writeArrayFieldStart(Keys.STATES);
    writeState(json, 0, Optional.empty(), Errno.OK, trace.boot(), trace.bootSpans());
    int index = 0;
    for (Trace.TracedCall call : trace.calls()) {
      index++;
      writeState(json, index, Optional.of(call), call.rc(), call.after(), call.spans());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private void writeMeta(
      JsonGenerator json, String scenario, Trace trace, Optional<CompiledFrom> from)
      throws IOException {
    Script script = trace.script();
    json.writeObjectFieldStart(Keys.META);
    json.writeStringField(Keys.FORMAT, Keys.ITF);
    json.writeStringField("format-description", DESCRIPTION);
    json.writeStringField(
        "description", "violates %s: %s".formatted(script.property(), trace.clause()));
    json.writeStringField(Keys.TOOL, Keys.MHPCHECK);
    json.writeStringField("version", version);
    json.writeStringField("scenario", scenario);
    json.writeStringField(Keys.PROPERTY, script.property());
    json.writeStringField(Keys.DESIGN, script.design().name());
    if (from.isPresent()) {
      json.writeStringField(Keys.KERNEL, from.get().kernel());
      json.writeStringField(Keys.SOURCES, from.get().sources());
    }
    json.writeNumberField(Keys.SECTIONS, script.geometry().sections());
    json.writeNumberField(Keys.SUBSECTIONS, script.geometry().subsections());
    World world = script.machine().world();
    json.writeStringField(Keys.ARCH, world.arch().text());
    json.writeNumberField(Keys.BLOCK, world.block());
    json.writeNumberField(Keys.NODE, world.node());
    if (world.walkers()) {
      json.writeBooleanField(Keys.WALKERS, true);
    }
    if (world.zones().isPresent()) {
      json.writeNumberField(Keys.FIRST_SECTION, world.zones().get().firstSection());
    }
    json.writeArrayFieldStart(Keys.BOOT);
    for (Bits ram : script.boot()) {
      json.writeString(ram.toString());
    }
    json.writeEndArray();
    if (script.booting().isPresent()) {
      writeBooting(json, script.booting().get());
    }
    if (script.atHand().isPresent()) {
      writeAtHand(json, script.atHand().get());
    }
    json.writeObjectFieldStart("varTypes");
    json.writeStringField("calls", "Int");
    json.writeStringField("rc", "Int");
    boolean zones = world.zones().isPresent();
    json.writeStringField(
        "sections", "Seq(" + SECTION_TYPE.formatted(zones ? PAGES_TYPE : "") + ")");
    if (zones) {
      json.writeStringField(
          Keys.SPANS, "{normal: %1$s, device: %1$s, node: %1$s}".formatted(SPAN_TYPE));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeBooting(JsonGenerator json, BootScript booting) throws IOException {
    json.writeArrayFieldStart(Keys.NODES);
    for (BootMemory memory : booting.memory()) {
      json.writeNumber(memory.node());
    }
    json.writeEndArray();
    json.writeArrayFieldStart(Keys.AHEAD);
    for (BootMemory memory : booting.memory()) {
      json.writeBoolean(memory.ahead());
    }
    json.writeEndArray();
    json.writeFieldName(Keys.BOOT_FAULTS);
    new ValueWriter(json).bootFaults(booting.faults());
  }

  private static void writeAtHand(JsonGenerator json, CallsAtHand atHand) throws IOException {
    json.writeArrayFieldStart(Keys.CALLERS);
    for (Caller caller : atHand.callers()) {
      json.writeString(caller.callerName());
    }
    json.writeEndArray();
    json.writeArrayFieldStart(Keys.ALTMAPS);
    for (Altmap altmap : atHand.altmaps()) {
      json.writeString(altmap.text());
    }
    json.writeEndArray();
    json.writeBooleanField(Keys.FAULTS, atHand.faults());
  }

  private static void writeState(
      JsonGenerator json,
      int index,
      Optional<Trace.TracedCall> call,
      Errno rc,
      List<Section> sections,
      Optional<Spans> spans)
      throws IOException {
    ValueWriter values = new ValueWriter(json, spans.isPresent());
    json.writeStartObject();
    json.writeObjectFieldStart(Keys.META);
    json.writeNumberField(Keys.INDEX, index);
    if (call.isPresent()) {
      writeCall(json, call.get().call());
      if (call.get().fault().isPresent()) {
        json.writeFieldName(Keys.FAULT);
        values.fault(call.get().fault().get());
      }
      json.writeStringField("rc", rc.text());
    }
    json.writeEndObject();
    writeInteger(json, "calls", index);
    writeInteger(json, "rc", rc.code());
    json.writeFieldName("sections");
    values.sections(sections);
    if (spans.isPresent()) {
      json.writeObjectFieldStart(Keys.SPANS);
      writeSpan(json, "normal", spans.get().normal());
      writeSpan(json, "device", spans.get().device());
      writeSpan(json, "node", spans.get().node());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeSpan(JsonGenerator json, String name, Span span) throws IOException {
    json.writeObjectFieldStart(name);
    writeInteger(json, "start", span.start());
    writeInteger(json, "spanned", span.spanned());
    json.writeEndObject();
  }

  private static void writeCall(JsonGenerator json, Call call) throws IOException {
    json.writeStringField(Keys.ACTION, call.operation().text());
    json.writeObjectFieldStart(Keys.ARGS);
    json.writeNumberField(Keys.FROM, call.from());
    json.writeNumberField(Keys.TO, call.to());
    if (call.altmap().isGiven()) {
      json.writeStringField(Keys.ALTMAP, call.altmap().text());
    }
    json.writeEndObject();
  }

  /** Plain JSON numbers are not allowed as values of the format. */
  private static void writeInteger(JsonGenerator json, String name, int value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField(Keys.BIGINT, String.valueOf(value));
    json.writeEndObject();
  }
}
