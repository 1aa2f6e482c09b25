package org.mhpcheck.reports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.reports.html.HtmlReport;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.itf.ItfWriter;
import org.mhpcheck.reports.json.RunWriter;
import org.mhpcheck.reports.junit.JUnitWriter;
import org.mhpcheck.reports.ktap.KtapWriter;
import org.mhpcheck.reports.sarif.SarifWriter;
import org.mhpcheck.reports.text.Counterexample;

/**
 * The directory that a run is written to: {@code index.html} for people, {@code summary.md}, {@code
 * junit.xml}, {@code results.sarif} and {@code results.ktap} for what shows results, {@code
 * traces/}, and {@code summary.json}. Under these names stands what is finished, and {@code
 * summary.json} is written last.
 */
public final class RunDirectory {
  /** How a model and a kernel tree compare, in the runs that compare them. */
  public static final String CONFORMANCE = "conform.json";

  public static final String JSON = "summary.json";
  private static final String MARKDOWN = "summary.md";
  private static final String HTML = "index.html";
  private static final String JUNIT = "junit.xml";
  private static final String SARIF = "results.sarif";
  private static final String KTAP = "results.ktap";
  private static final String LATEST = "latest";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Path path;
  private final boolean keepsLatest;
  private TraceNames names = new TraceNames(List.of());

  private RunDirectory(Path path, boolean keepsLatest) {
    this.path = path;
    this.keepsLatest = keepsLatest;
  }

  /**
   * The directory {@code path}, made if need be. Summaries and traces of an earlier run there are
   * removed, so that they cannot be taken for this one's.
   *
   * @throws OutputException if it cannot be made
   */
  public static RunDirectory at(Path path) {
    return at(path, false);
  }

  /** As {@link #at}, of a run named by its time that is gone on with. */
  public static RunDirectory again(Path path) {
    return at(path, true);
  }

  private static RunDirectory at(Path path, boolean keepsLatest) {
    try {
      Files.createDirectories(path);
      for (String name : List.of(JSON, MARKDOWN, HTML, JUNIT, SARIF, KTAP, CONFORMANCE)) {
        Files.deleteIfExists(path.resolve(name));
      }
      deleteTraces(path.resolve(TraceNames.DIRECTORY));
    } catch (IOException e) {
      throw new OutputException("make the directory", path, e);
    }
    return new RunDirectory(path, keepsLatest);
  }

  private static void deleteTraces(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> traces =
          Files.newDirectoryStream(folder, "*" + TraceNames.SUFFIX)) {
        for (Path trace : traces) {
          Files.delete(trace);
        }
      }
    }
  }

  /**
   * A new directory in {@code parent}, named by the time. Once the run is written, the link {@code
   * latest} beside it points at it.
   *
   * @throws OutputException if it cannot be made
   */
  public static RunDirectory in(Path parent, Instant started) {
    String name = TIME.format(started);
    try {
      Files.createDirectories(parent);
      return new RunDirectory(createNew(parent, name), true);
    } catch (IOException e) {
      throw new OutputException("make a directory in", parent, e);
    }
  }

  private static Path createNew(Path parent, String name) throws IOException {
    for (int i = 1; ; i++) {
      try {
        return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
      } catch (FileAlreadyExistsException e) {
        // Another run began in the same second: the next number.
      }
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Writes the run.
   *
   * @param background what its page tells beside it
   * @return the files, the summary last
   * @throws OutputException at the first file that cannot be written
   */
  public List<Path> write(RunReport report, Background background) {
    List<Path> written = new ArrayList<>(writeTraces(report));
    write(HTML, written, out -> new HtmlReport(background, names::of).write(report, out));
    write(JUNIT, written, out -> new JUnitWriter().write(report, out));
    write(SARIF, written, out -> new SarifWriter().write(report, out));
    write(KTAP, written, out -> new KtapWriter().write(report, out));
    write(MARKDOWN, written, out -> new MarkdownSummary(names::of).write(report, out));
    write(JSON, written, out -> new RunWriter(names::of).write(report, out));
    if (keepsLatest) {
      pointLatestHere();
    }
    return written;
  }

  /**
   * Writes of the run only what it can be read back from.
   *
   * @throws OutputException at the first file that cannot be written
   */
  public void writeAnswers(RunReport report) {
    writeTraces(report);
    write(JSON, new ArrayList<>(), out -> new RunWriter(names::of).write(report, out));
  }

  private List<Path> writeTraces(RunReport report) {
    names = new TraceNames(report.findings());
    List<Path> written = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Optional<Trace> trace = Counterexample.of(finding);
      if (trace.isPresent()) {
        Path file = path.resolve(names.of(finding).orElseThrow());
        writeTrace(report, finding, trace.get(), file);
        written.add(file);
      }
    }
    return written;
  }

  /** The file that the trace of {@code finding} was written to; empty if it has none. */
  public Optional<Path> traceFile(Finding finding) {
    return names.of(finding).map(path::resolve);
  }

  private void write(String name, List<Path> written, OutputFile.Content content) {
    Path file = path.resolve(name);
    OutputFile.write(file, content);
    written.add(file);
  }

  private static void writeTrace(RunReport report, Finding finding, Trace trace, Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new OutputException("make the directory", file.getParent(), e);
    }
    String scenario = finding.scenario().name();
    Optional<CompiledFrom> from = report.compiledFrom(trace.kernel());
    OutputFile.write(
        file, out -> new ItfWriter(report.version()).write(scenario, trace, from, out));
  }

  /** A link is a convenience: where there can be none, there is none. */
  private void pointLatestHere() {
    Path latest = path.resolveSibling(LATEST);
    Path link = OutputFile.beside(latest);
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, path.getFileName());
      Files.move(link, latest, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      removeQuietly(link);
    }
  }

  private static void removeQuietly(Path link) {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      // It is hidden, and the next run takes its name.
    }
  }
}
