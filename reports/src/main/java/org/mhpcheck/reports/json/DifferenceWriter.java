package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.mhpcheck.reports.past.FindingDifference;
import org.mhpcheck.reports.past.KernelDifference;
import org.mhpcheck.reports.past.PastFinding;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.past.RunDifference;

/** Writes as JSON what differs between two runs. */
public final class DifferenceWriter {
  /** Raised when a reader of the format before would misread this one. */
  private static final int FORMAT = 1;

  private final String version;
  private final String command;
  private final RunDifference difference;

  /**
   * @param version of the mhpcheck that compares
   * @param command that asks for it
   */
  public DifferenceWriter(String version, String command, RunDifference difference) {
    this.version = version;
    this.command = command;
    this.difference = difference;
  }

  /** Writes all of it; leaves {@code out} open. */
  public void write(OutputStream out) throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    json.writeStartObject();
    json.writeStringField("tool", "mhpcheck");
    json.writeStringField("version", version);
    json.writeNumberField("format", FORMAT);
    json.writeStringField("command", command);
    json.writeBooleanField("sameCommand", difference.isOfSameCommand());
    json.writeBooleanField("complete", difference.isComplete());
    json.writeBooleanField("equal", difference.isEqual());
    json.writeNumberField("exitStatus", difference.exitStatus().code());
    run(json, "old", difference.before());
    run(json, "new", difference.after());
    json.writeObjectFieldStart("counts");
    for (FindingDifference.Kind kind : FindingDifference.Kind.values()) {
      json.writeNumberField(kind.name().toLowerCase(Locale.ROOT), difference.count(kind));
    }
    json.writeNumberField("equal", difference.equal());
    json.writeEndObject();
    json.writeArrayFieldStart("kernels");
    for (KernelDifference kernel : difference.kernels()) {
      new KernelDifferenceObject(json).write(kernel);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("differences");
    for (FindingDifference d : difference.differences()) {
      difference(json, d);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static void run(JsonGenerator json, String name, PastRun run) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("version", run.version());
    json.writeStringField("command", run.command());
    if (run.started().isPresent()) {
      json.writeStringField("started", run.started().get().toString());
    }
    json.writeBooleanField("complete", run.complete());
    json.writeNumberField("exitStatus", run.exitStatus());
    json.writeNumberField("findings", run.findings().size());
    json.writeEndObject();
  }

  private static void difference(JsonGenerator json, FindingDifference d) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", d.kind().name());
    json.writeStringField("id", d.id());
    json.writeBooleanField("anotherCounterexample", d.isAnotherCounterexample());
    finding(json, "old", d.before());
    finding(json, "new", d.after());
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, String name, Optional<PastFinding> finding)
      throws IOException {
    if (finding.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    PastFinding f = finding.get();
    json.writeObjectFieldStart(name);
    json.writeStringField("fingerprint", f.fingerprint());
    json.writeStringField("verdict", f.verdict().name());
    json.writeStringField("grade", f.grade().word());
    json.writeObjectFieldStart("reach");
    json.writeStringField("word", f.reach().word());
    json.writeStringField("text", f.reach().text());
    json.writeEndObject();
    json.writeNumberField("depth", f.depth());
    json.writeNumberField("states", f.states());
    json.writeNumberField("transitions", f.transitions());
    json.writeEndObject();
  }
}
