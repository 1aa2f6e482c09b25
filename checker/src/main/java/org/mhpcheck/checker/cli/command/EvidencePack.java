package org.mhpcheck.checker.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.session.RunOutput;
import org.mhpcheck.checker.print.Chromium;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.evidence.ManifestWriter;
import org.mhpcheck.reports.evidence.TimingWriter;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.json.ConformWriter;

/** The files of a pack: those of a run, printed, with what was compared, and a manifest. */
final class EvidencePack {
  private static final String PDF = "report.pdf";
  private static final String PAGE = "index.html";
  private static final String TIMING = "timing.json";
  private static final String MANIFEST = "MANIFEST.json";

  private final RunDirectory run;

  private EvidencePack(RunDirectory run) {
    this.run = run;
  }

  /**
   * One in {@code out}, in place of an earlier one there.
   *
   * @param out {@code null} for a new directory by the time
   */
  static EvidencePack in(Path out, Instant started) {
    RunDirectory run = RunOutput.directory(out, started);
    try {
      for (String name : List.of(MANIFEST, PDF, TIMING)) {
        Files.deleteIfExists(run.path().resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EvidencePack(run);
  }

  /** The files that it has as any run has them. */
  RunDirectory run() {
    return run;
  }

  /** Writes all of it, the manifest last. */
  void write(RunReport report, Optional<ConformReport> conformance) {
    RunReport timeless = report.withoutTiming();
    Background background = Catalogue.background();
    List<Path> files =
        new ArrayList<>(run.write(timeless, conformance.map(background::with).orElse(background)));
    if (conformance.isPresent()) {
      Path file = file(RunDirectory.CONFORMANCE);
      OutputFile.write(file, new ConformWriter(conformance.get(), false)::write);
      files.add(file);
    }
    Chromium.installed()
        .ifPresent(
            chromium -> {
              print(chromium);
              files.add(file(PDF));
            });
    Path timing = file(TIMING);
    OutputFile.write(timing, new TimingWriter(report)::write);
    OutputFile.write(
        file(MANIFEST), new ManifestWriter(timeless, run.path(), files, List.of(timing))::write);
  }

  private Path file(String name) {
    return run.path().resolve(name);
  }

  private void print(Chromium chromium) {
    try {
      Path scratch = Files.createTempDirectory("mhpcheck-print");
      try {
        Path printed = scratch.resolve(PDF);
        chromium.print(file(PAGE), printed, scratch);
        OutputFile.write(file(PDF), out -> Files.copy(printed, out));
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
