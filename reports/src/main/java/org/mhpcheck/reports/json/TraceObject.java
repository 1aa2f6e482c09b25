package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.PlannedCall.SpanStepDone;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootNote;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.Words;

/** A trace as a JSON object: every state spelled out, every step with what happened in it. */
final class TraceObject {
  private final JsonGenerator json;
  private ValueWriter values;

  TraceObject(JsonGenerator json) {
    this.json = json;
  }

  void write(Trace trace) throws IOException {
    values = new ValueWriter(json, trace.bootSpans().isPresent());
    json.writeStartObject();
    json.writeNumberField("sections", trace.geometry().sections());
    json.writeNumberField("subsections", trace.geometry().subsections());
    World world = trace.machine().world();
    json.writeStringField("arch", world.arch().text());
    json.writeNumberField("block", world.block());
    json.writeNumberField("node", world.node());
    if (world.walkers()) {
      json.writeBooleanField("walkers", true);
    }
    if (world.zones().isPresent()) {
      json.writeNumberField("firstSection", world.zones().get().firstSection());
    }
    json.writeFieldName("boot");
    values.sections(trace.boot());
    spans("bootSpans", trace.bootSpans());
    if (trace.booted().isPresent()) {
      booted(trace.booted().get());
    }
    json.writeArrayFieldStart("calls");
    for (Trace.TracedCall call : trace.calls()) {
      call(call, trace.geometry().subsections());
    }
    json.writeEndArray();
    json.writeStringField("clause", trace.clause());
    json.writeArrayFieldStart("mendedBy");
    for (Change change : trace.mendedBy()) {
      change(change);
    }
    json.writeEndArray();
    if (trace.beside().isPresent()) {
      beside(trace.beside().get());
    }
    json.writeEndObject();
  }

  private void booted(Booted booted) throws IOException {
    json.writeObjectFieldStart("booted");
    json.writeArrayFieldStart("memory");
    for (BootMemory memory : booted.script().memory()) {
      json.writeStartObject();
      json.writeStringField("ram", memory.ram().toString());
      json.writeNumberField("node", memory.node());
      json.writeBooleanField("ahead", memory.ahead());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("faults");
    values.bootFaults(booted.script().faults());
    json.writeArrayFieldStart("events");
    for (BootNote note : booted.notes()) {
      json.writeStartObject();
      json.writeNumberField("section", note.section() + 1);
      json.writeFieldName("event");
      event(note.note());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void beside(Trace.Beside beside) throws IOException {
    json.writeObjectFieldStart("beside");
    json.writeBooleanField("same", beside.same());
    json.writeBooleanField("breaks", beside.breaks());
    json.writeStringField("text", beside.text());
    json.writeEndObject();
  }

  private void call(Trace.TracedCall call, int subsections) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", CallText.of(call.call(), subsections));
    json.writeStringField("operation", call.call().operation().text());
    json.writeNumberField("from", call.call().from());
    json.writeNumberField("to", call.call().to());
    altmap(call.call().altmap());
    fault(call.fault());
    json.writeStringField("rc", call.rc().text());
    place("place", call.place());
    json.writeArrayFieldStart("steps");
    for (Trace.TracedStep step : call.steps()) {
      step(step);
    }
    json.writeEndArray();
    if (call.spans().isPresent()) {
      json.writeArrayFieldStart("onSpans");
      for (SpanStepDone step : call.onSpans()) {
        step(step);
      }
      json.writeEndArray();
    }
    json.writeFieldName("after");
    values.sections(call.after());
    spans("spans", call.spans());
    json.writeEndObject();
  }

  /** Left out where zones are not kept. */
  private void spans(String name, Optional<Spans> spans) throws IOException {
    if (spans.isPresent()) {
      json.writeObjectFieldStart(name);
      span("normal", spans.get().normal());
      span("device", spans.get().device());
      span("node", spans.get().node());
      json.writeEndObject();
    }
  }

  private void span(String name, Span span) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("start", span.start());
    json.writeNumberField("spanned", span.spanned());
    json.writeEndObject();
  }

  private void step(SpanStepDone done) throws IOException {
    json.writeStartObject();
    json.writeNumberField("behind", done.behind());
    json.writeStringField("function", done.step().kind().text());
    json.writeNumberField("from", done.step().from());
    json.writeNumberField("to", done.step().to());
    if (done.step().zone().isPresent()) {
      json.writeStringField("zone", done.step().zone().get().text());
    }
    if (done.outcome().zone().isPresent()) {
      json.writeStringField("found", done.outcome().zone().get().text());
    }
    json.writeArrayFieldStart("events");
    for (Note note : done.outcome().notes()) {
      event(note);
    }
    json.writeEndArray();
    spans("before", Optional.of(done.before().spans()));
    spans("after", Optional.of(done.outcome().next().spans()));
    json.writeFieldName("sections");
    values.sections(done.outcome().next().sections());
    json.writeEndObject();
  }

  /** Left out where there is none. */
  private void altmap(Altmap altmap) throws IOException {
    if (altmap.isGiven()) {
      json.writeStringField("altmap", altmap.text());
    }
  }

  private void fault(Optional<FaultIn> fault) throws IOException {
    if (fault.isPresent()) {
      json.writeFieldName("fault");
      values.fault(fault.get());
    }
  }

  private void step(Trace.TracedStep traced) throws IOException {
    json.writeStartObject();
    json.writeNumberField("section", traced.section() + 1);
    json.writeStringField("function", traced.step().kind().text());
    json.writeStringField("range", traced.step().range().toString());
    altmap(traced.step().altmap());
    json.writeStringField("rc", traced.outcome().rc().text());
    place("place", traced.place());
    place("failedAt", traced.outcome().failedAt());
    json.writeArrayFieldStart("events");
    for (Note note : traced.outcome().notes()) {
      if (note.when().isTrue()) {
        event(note);
      }
    }
    json.writeEndArray();
    json.writeFieldName("before");
    values.section(traced.before());
    json.writeFieldName("after");
    values.section(traced.outcome().next());
    json.writeEndObject();
  }

  private void event(Note note) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", Words.of(note.event()));
    json.writeStringField("function", note.function());
    if (note.place().isKnown()) {
      position(note.place());
    }
    json.writeStringField("severity", Words.of(note.event().severity()));
    json.writeStringField("text", note.event().text());
    json.writeEndObject();
  }

  private void place(String name, Optional<Place> place) throws IOException {
    if (place.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeStringField("function", place.get().function());
      position(place.get());
      json.writeEndObject();
    }
  }

  private void position(Place place) throws IOException {
    json.writeStringField("file", place.file());
    json.writeNumberField("line", place.line());
  }

  private void change(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", change.canonicalName());
    json.writeStringField("slug", change.slug());
    json.writeStringField("subject", change.subject());
    json.writeStringField("release", change.release().releaseName());
    json.writeEndObject();
  }
}
