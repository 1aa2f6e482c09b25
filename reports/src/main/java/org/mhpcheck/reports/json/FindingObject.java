package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.Fingerprint;

/** A finding as a JSON object; its words are those of the result lines. */
final class FindingObject {
  private final JsonGenerator json;
  private final boolean times;

  /**
   * @param times whether it is told how long things took
   */
  FindingObject(JsonGenerator json, boolean times) {
    this.json = json;
    this.times = times;
  }

  void write(Finding finding, Optional<String> traceFile) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("fingerprint", Fingerprint.of(finding));
    json.writeObjectFieldStart("scenario");
    json.writeStringField("name", finding.scenario().name());
    json.writeStringField("title", finding.scenario().title());
    json.writeEndObject();
    json.writeStringField("design", finding.design().name());
    if (finding.isOfTree()) {
      json.writeStringField("kernel", finding.kernel());
    }
    json.writeStringField("subject", finding.subject());
    property(finding.property());
    verdict(finding.verdict());
    json.writeNumberField("depth", Counterexample.depth(finding));
    statistics(finding.statistics());
    expected(finding.expected());
    json.writeStringField("grade", finding.grade().word());
    json.writeArrayFieldStart("remarks");
    for (String remark : finding.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    evidence(finding.verdict());
    if (traceFile.isPresent()) {
      json.writeStringField("traceFile", traceFile.get());
    }
    json.writeEndObject();
  }

  private void property(Property property) throws IOException {
    json.writeObjectFieldStart("property");
    json.writeStringField("name", property.name());
    json.writeStringField("statement", property.about().statement());
    json.writeStringField("citation", property.about().citation());
    json.writeEndObject();
  }

  private void verdict(Verdict verdict) throws IOException {
    json.writeStringField("verdict", verdict.word().name());
    json.writeObjectFieldStart("reach");
    json.writeStringField("word", verdict.reach().word());
    json.writeStringField("text", verdict.reach().text());
    json.writeEndObject();
  }

  private void statistics(Statistics statistics) throws IOException {
    json.writeObjectFieldStart("statistics");
    json.writeNumberField("states", statistics.states());
    json.writeNumberField("transitions", statistics.transitions());
    json.writeNumberField("sectionStates", statistics.sectionStates());
    json.writeNumberField("depth", statistics.depth());
    if (times) {
      speed(statistics);
    }
    if (statistics.space().isPresent()) {
      space(statistics.space().get());
    }
    json.writeEndObject();
  }

  private void speed(Statistics statistics) throws IOException {
    json.writeNumberField("seconds", JsonOutput.seconds(statistics.time()));
    if (statistics.space().isPresent() && !statistics.time().isZero()) {
      json.writeNumberField("transitionsPerSecond", statistics.transitionsPerSecond());
      json.writeNumberField(
          "bytesPerState", Math.round(statistics.space().get().bytesPerState() * 10) / 10.0);
    }
    if (statistics.space().isPresent()) {
      json.writeNumberField("bytes", statistics.space().get().bytes());
    }
  }

  private void space(Space space) throws IOException {
    json.writeArrayFieldStart("statesByDepth");
    for (long states : space.byDepth()) {
      json.writeNumber(states);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("transitionsByCall");
    for (Map.Entry<String, Long> call : space.byCall().entrySet()) {
      json.writeNumberField(call.getKey(), call.getValue());
    }
    json.writeEndObject();
    json.writeBooleanField("allExplored", space.complete());
  }

  private void expected(Optional<Expectation> expected) throws IOException {
    if (expected.isEmpty()) {
      json.writeNullField("expected");
      return;
    }
    Expectation expectation = expected.get();
    json.writeObjectFieldStart("expected");
    json.writeStringField("verdict", expectation.verdict().name());
    if (expectation.depth().isPresent()) {
      json.writeNumberField("depth", expectation.depth().get());
    }
    if (expectation.known().isPresent()) {
      json.writeStringField("known", expectation.known().get());
    }
    json.writeEndObject();
  }

  private void evidence(Verdict verdict) throws IOException {
    if (verdict instanceof Verdict.Inconclusive v) {
      json.writeStringField("reason", v.reason());
    } else if (verdict instanceof Verdict.Vacuous v) {
      json.writeStringField("premise", v.premise());
    } else if (verdict instanceof Verdict.Violated v) {
      if (v.evidence() instanceof Trace trace) {
        json.writeFieldName("trace");
        new TraceObject(json).write(trace);
      } else if (v.evidence() instanceof Evidence.Numbers numbers) {
        json.writeStringField("numbers", numbers.text());
      }
    }
  }
}
