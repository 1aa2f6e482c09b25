package org.mhpcheck.checker.cli.session;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.session.RunPart.Answered;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.OutputException;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.itf.TraceFileException;
import org.mhpcheck.reports.past.PastRunException;
import org.mhpcheck.reports.past.RunReader;

/**
 * What is answered already of a run that is not finished, so that little is asked twice if it is
 * killed: in {@code answered/} of its directory, for each part the files that a run is read back
 * from. Gone once everything is answered.
 */
final class KeptAnswers {
  private static final String DIRECTORY = "answered";

  /** Tells who asks, and what: answers of another build may be others. */
  private static final String ASKED = "asked.txt";

  private final Path directory;
  private final Environment environment;
  private final RunReader reader = new RunReader(new PackagedNames());
  private final AtomicReference<String> failure = new AtomicReference<>();

  private KeptAnswers(Path directory, Environment environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /** Of the run in {@code run}, of which nothing is answered yet. */
  static KeptAnswers begin(Path run, String asked, Environment environment) {
    KeptAnswers kept = new KeptAnswers(run.resolve(DIRECTORY), environment);
    kept.delete();
    try {
      Files.createDirectory(kept.directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] text = (environment.build() + "\n" + asked + "\n").getBytes(StandardCharsets.UTF_8);
    OutputFile.write(kept.directory.resolve(ASKED), out -> out.write(text));
    return kept;
  }

  /** Of the run in {@code run}, if this build was asked the same there, and did not finish. */
  static Optional<KeptAnswers> of(Path run, String asked, Environment environment) {
    KeptAnswers kept = new KeptAnswers(run.resolve(DIRECTORY), environment);
    try {
      boolean isOfThis =
          Files.readAllLines(kept.directory.resolve(ASKED))
              .equals(List.of(environment.build(), asked));
      return isOfThis ? Optional.of(kept) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // there is none, or none that can be read: it is begun anew
    }
  }

  /** The newest run in {@code parent} of which there is something to go on with. */
  static Optional<Path> newest(Path parent, String asked, Environment environment) {
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    List<Path> runs = new ArrayList<>(RunRetention.runs(parent));
    Collections.reverse(runs);
    return runs.stream().filter(run -> of(run, asked, environment).isPresent()).findFirst();
  }

  /** What was answered of {@code part}; empty if that is to be asked. */
  Optional<Answered> answers(RunPart part) {
    Path kept = directory(part);
    if (!Files.isDirectory(kept)) {
      return Optional.empty();
    }
    try {
      RunReport report = reader.read(kept);
      return report.findings().stream().allMatch(part::asks)
          ? report.coverage().map(c -> Answered.of(report.findings(), new TreeSet<>(c.fired())))
          : Optional.empty();
    } catch (PastRunException | TraceFileException e) {
      return Optional.empty(); // cut off by more than the end of a process: it is asked again
    }
  }

  /** Keeps what was answered of {@code part}, unless some of it is not known. */
  void keep(RunPart part, Answered answered) {
    if (answered.isOpen() || answered.findings().isEmpty() || failure.get() != null) {
      return;
    }
    Path kept = directory(part);
    Path unfinished = kept.resolveSibling("." + kept.getFileName());
    try {
      RunDirectory.at(unfinished).writeAnswers(report(answered));
      if (Files.exists(kept)) {
        MoreFiles.deleteRecursively(kept);
      }
      Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | OutputException e) {
      failure.compareAndSet(null, e.getMessage());
    }
  }

  private RunReport report(Answered answered) {
    return new RunReport(
            environment.version(),
            environment.command(),
            Instant.now(),
            Duration.ZERO,
            answered.findings(),
            List.of(),
            true,
            Grading.status(answered.findings()))
        .with(CoverageReport.of(answered.fired()));
  }

  /**
   * Why answers are no longer kept; empty if they are. That is no reason to stop: they are at hand
   * still, and will be told.
   */
  Optional<String> failure() {
    return Optional.ofNullable(failure.get());
  }

  private Path directory(RunPart part) {
    return directory.resolve(part.name().replaceAll("[^A-Za-z0-9._+@-]", "-"));
  }

  /** There is nothing to go on with. */
  void delete() {
    try {
      if (Files.exists(directory)) {
        MoreFiles.deleteRecursively(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
