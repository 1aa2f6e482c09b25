package org.mhpcheck.reports.past;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.past.JsonCursor.Value;

/** Reads what is kept of a run from its {@code summary.json}, of which most is passed over. */
public final class PastRunReader {
  /** The file of a run's directory that is read. */
  public static final String FILE = RunFile.NAME;

  static final int MOST_FINDINGS = 1_000_000;
  private static final int MOST_KERNELS = 1000;
  private static final long HIGHEST_STATUS = 255;

  private static final String FINDINGS = "findings";
  private static final String KERNELS = "kernels";

  private static final Map<String, Value<?>> RUN =
      Map.of(
          "seconds",
          JsonCursor::seconds,
          "complete",
          JsonCursor::truth,
          "exitStatus",
          c -> c.number(HIGHEST_STATUS),
          FINDINGS,
          c -> new Findings(c.list(MOST_FINDINGS, PastRunReader::finding)),
          KERNELS,
          c -> new Kernels(c.list(MOST_KERNELS, KernelReader::read)));

  private static final Map<String, Value<?>> REACH =
      Map.of("word", JsonCursor::text, "text", JsonCursor::text);

  private static final Map<String, Value<?>> STATISTICS =
      Map.of(
          "states",
          c -> c.number(Long.MAX_VALUE),
          "transitions",
          c -> c.number(Long.MAX_VALUE),
          "seconds",
          JsonCursor::seconds);

  private static final Map<String, Value<?>> FINDING =
      Map.of(
          "id",
          JsonCursor::text,
          "fingerprint",
          JsonCursor::fingerprint,
          "verdict",
          c -> c.named(Expectation.Word.values(), Enum::name),
          "grade",
          c -> c.named(Finding.Grade.values(), Finding.Grade::word),
          "reach",
          PastRunReader::reach,
          "depth",
          c -> c.number(Integer.MAX_VALUE),
          "statistics",
          c -> c.object("statistics", STATISTICS));

  private record Findings(List<PastFinding> all) {}

  private record Kernels(List<PastKernel> all) {}

  /**
   * The beginning of a run.
   *
   * @param started {@link Instant#MIN} where the run was told without times
   */
  record Head(String command, Instant started) {}

  private PastRunReader() {}

  /**
   * Reads the run at {@code path}: its directory, or its {@code summary.json} under any name.
   *
   * @throws PastRunException if it cannot be read, or is not a run that mhpcheck wrote whole
   */
  public static PastRun read(Path path) {
    return RunFile.read(path, PastRunReader::whole);
  }

  /** As {@link #read(Path)}, but no further than to the findings. */
  static Head readHead(Path path) {
    return RunFile.read(path, PastRunReader::head);
  }

  /** As {@link #read(Path)}, from a stream that {@code name} stands for in messages. */
  static PastRun read(String name, InputStream in) throws IOException {
    return RunFile.read(name, in, PastRunReader::whole);
  }

  private static PastRun whole(JsonCursor at) throws IOException {
    JsonFields fields = at.object(RunFile.WHAT, JsonCursor.both(RunFile.HEAD, RUN));
    at.requireEnd();
    String command = RunFile.command(fields);
    return new PastRun(
        fields.get("version", String.class),
        command,
        fields.find("started", Instant.class),
        fields.find("seconds", Duration.class),
        fields.get("complete", Boolean.class),
        fields.get("exitStatus", Long.class).intValue(),
        List.copyOf(fields.get(FINDINGS, Findings.class).all()),
        List.copyOf(fields.find(KERNELS, Kernels.class).map(Kernels::all).orElse(List.of())));
  }

  private static Head head(JsonCursor at) throws IOException {
    JsonFields fields = at.objectUpTo(FINDINGS, RunFile.WHAT, RunFile.HEAD);
    return new Head(
        RunFile.command(fields), fields.find("started", Instant.class).orElse(Instant.MIN));
  }

  private static PastFinding finding(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a finding", FINDING);
    JsonFields statistics = fields.get("statistics", JsonFields.class);
    return new PastFinding(
        fields.get("id", String.class),
        fields.get("fingerprint", String.class),
        fields.get("verdict", Expectation.Word.class),
        fields.get("grade", Finding.Grade.class),
        fields.get("reach", PastReach.class),
        fields.get("depth", Long.class).intValue(),
        statistics.get("states", Long.class),
        statistics.get("transitions", Long.class),
        statistics.find("seconds", Duration.class));
  }

  static PastReach reach(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a reach", REACH);
    return new PastReach(fields.get("word", String.class), fields.get("text", String.class));
  }
}
