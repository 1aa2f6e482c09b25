package org.mhpcheck.reports.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.past.JsonCursor.Value;

/**
 * Reads a run back from its {@code summary.json} as it was before it was written; each
 * counterexample is done again, from its file in {@code traces/}. Only times are no more exact than
 * they were written, and a run of a kernel tree is refused: it would take the tree.
 */
public final class RunReader {
  private static final int MOST_NOT_ASKED = 100_000;

  private static final Map<String, Value<?>> NOT_ASKED =
      Map.of("property", JsonCursor::text, "reason", JsonCursor::text);

  private final KnownNames known;

  private record Findings(List<Finding> all) {}

  private record NotAskedAtAll(List<NotAsked> all) {}

  public RunReader(KnownNames known) {
    this.known = known;
  }

  /**
   * Reads the run in {@code directory}.
   *
   * @throws PastRunException if it cannot be read, or tells what is not so
   */
  public RunReport read(Path directory) {
    return RunFile.read(directory, at -> run(at, directory));
  }

  private RunReport run(JsonCursor at, Path directory) throws IOException {
    Path traces = Files.isDirectory(directory) ? directory : directory.resolveSibling("");
    FindingReader findings = new FindingReader(known, traces);
    Map<String, Value<?>> rest =
        Map.of(
            "seconds",
            JsonCursor::seconds,
            "complete",
            JsonCursor::truth,
            "exitStatus",
            RunReader::exitStatus,
            "findings",
            c -> new Findings(c.list(PastRunReader.MOST_FINDINGS, findings::read)),
            "notAsked",
            c -> new NotAskedAtAll(c.list(MOST_NOT_ASKED, RunReader::notAsked)),
            "kernels",
            c -> c.list(1, FindingReader::ofTree),
            "mutants",
            new MutantsReader(known)::read,
            "coverage",
            CoverageReader::read);
    JsonFields fields = at.object(RunFile.WHAT, JsonCursor.both(RunFile.HEAD, rest));
    at.requireEnd();
    String command = RunFile.command(fields);
    fields.get("kernels", List.class);
    return new RunReport(
        fields.get("version", String.class),
        command,
        timing(fields),
        fields.get("findings", Findings.class).all(),
        fields.get("notAsked", NotAskedAtAll.class).all(),
        List.of(),
        fields.find("mutants", MutantReport.class),
        fields.find("coverage", CoverageReport.class),
        fields.get("complete", Boolean.class),
        fields.get("exitStatus", ExitStatus.class));
  }

  private static Optional<RunReport.Timing> timing(JsonFields fields) {
    return fields
        .find("started", Instant.class)
        .map(s -> new RunReport.Timing(s, fields.get("seconds", Duration.class)));
  }

  private static ExitStatus exitStatus(JsonCursor at) throws IOException {
    long code = at.number(ExitStatus.INTERNAL.code());
    return Stream.of(ExitStatus.values())
        .filter(s -> s.code() == code)
        .findFirst()
        .orElseThrow(() -> at.notExpected("an exit status of mhpcheck"));
  }

  private static NotAsked notAsked(JsonCursor at) throws IOException {
    JsonFields fields = at.object("what was not asked", NOT_ASKED);
    return new NotAsked(fields.get("property", String.class), fields.get("reason", String.class));
  }
}
