package org.mhpcheck.reports.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.FindingText;
import org.mhpcheck.reports.text.Fingerprint;
import org.mhpcheck.reports.text.SectionChange;

/** A finding as a SARIF result. */
final class ResultObject {
  private final JsonGenerator json;

  ResultObject(JsonGenerator json) {
    this.json = json;
  }

  /**
   * @param rule the place of its property among the rules
   */
  void write(Finding finding, int rule) throws IOException {
    Optional<Trace> trace = Counterexample.of(finding);
    json.writeStartObject();
    json.writeStringField("ruleId", finding.property().name());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("kind", kind(finding.verdict().word()));
    json.writeStringField("level", level(finding));
    message(finding.id() + ": " + text(finding, trace));
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("mhpcheck/v1", Fingerprint.of(finding));
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    location(finding.id(), trace.flatMap(ResultObject::lastPlace), Optional.empty());
    json.writeEndArray();
    if (trace.isPresent()) {
      codeFlow(trace.get());
    }
    properties(finding);
    json.writeEndObject();
  }

  private static String kind(Word word) {
    return switch (word) {
      case HOLDS -> "pass";
      case VIOLATED -> "fail";
      case VACUOUS -> "notApplicable";
      case INCONCLUSIVE -> "open";
    };
  }

  /** What is known to be wrong with a design is a note; only failures have a level. */
  private static String level(Finding finding) {
    if (finding.verdict().word() != Word.VIOLATED) {
      return "none";
    }
    return finding.grade() == Grade.EXPECTED ? "note" : "error";
  }

  private static String text(Finding finding, Optional<Trace> trace) {
    String reason = trace.map(Trace::clause).orElseGet(() -> FindingText.reason(finding));
    String verdict = FindingText.verdict(finding);
    return reason.isEmpty() ? verdict : verdict + "; " + reason;
  }

  private void message(String text) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** Where the last thing happened that is known by file and line; else in which function. */
  private static Optional<Place> lastPlace(Trace trace) {
    return trace.lastCall().stream()
        .flatMap(c -> c.steps().stream())
        .map(ResultObject::place)
        .reduce((first, second) -> second);
  }

  private static Place place(Trace.TracedStep step) {
    return step.outcome().notes().stream()
        .filter(n -> n.when().isTrue())
        .map(Note::place)
        .reduce((first, second) -> second)
        .or(step::place)
        .orElseGet(() -> Place.in(step.step().kind().text()));
  }

  private void location(String name, Optional<Place> place, Optional<String> text)
      throws IOException {
    json.writeStartObject();
    if (text.isPresent()) {
      message(text.get());
    }
    if (place.isPresent() && place.get().isKnown()) {
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", place.get().file());
      json.writeStringField("uriBaseId", "SRCROOT");
      json.writeEndObject();
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", place.get().line());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", name);
    if (place.isPresent()) {
      json.writeStringField("name", place.get().function());
      json.writeStringField("kind", "function");
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void codeFlow(Trace trace) throws IOException {
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    flowLocation("boot", Optional.empty(), "boot");
    int number = 0;
    for (Trace.TracedCall call : trace.calls()) {
      number++;
      String text = "%d. %s".formatted(number, CallText.of(call, trace.geometry().subsections()));
      flowLocation("call " + number, call.place(), text);
      for (Trace.TracedStep step : call.steps()) {
        flowLocation("call " + number, Optional.of(place(step)), text(step));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void flowLocation(String name, Optional<Place> place, String text) throws IOException {
    json.writeStartObject();
    json.writeFieldName("location");
    location(name, place, Optional.of(text));
    json.writeEndObject();
  }

  private static String text(Trace.TracedStep step) {
    String call = CallText.of(step.section(), step.step());
    String returned = CallText.returned(step.step().kind().adds(), step.outcome().rc());
    String changes =
        SectionChange.between(step.before(), step.outcome().next()).stream()
            .map(c -> "%s %s -> %s".formatted(c.field(), c.before(), c.after()))
            .collect(Collectors.joining(", "));
    String events =
        step.outcome().notes().stream()
            .filter(n -> n.when().isTrue())
            .map(n -> "; " + n.place() + ": " + n.event().text())
            .collect(Collectors.joining());
    return "%s%s: %s%s"
        .formatted(call, returned, changes.isEmpty() ? "nothing changed" : changes, events);
  }

  private void properties(Finding finding) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("scenario", finding.scenario().name());
    json.writeStringField("design", finding.design().name());
    json.writeStringField("kernel", finding.kernel());
    json.writeStringField("verdict", finding.verdict().word().name());
    json.writeStringField("reach", finding.verdict().reach().word());
    json.writeNumberField("depth", Counterexample.depth(finding));
    json.writeNumberField("states", finding.statistics().states());
    json.writeNumberField("transitions", finding.statistics().transitions());
    json.writeStringField("grade", finding.grade().word());
    json.writeEndObject();
  }
}
