package org.mhpcheck.checker.cli.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.json.RunWriter;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.terminal.ResultLines;
import org.mhpcheck.reports.terminal.SpaceTable;
import org.mhpcheck.reports.terminal.Summary;

/** Tells what came of a run, and writes it. */
public final class RunOutput {
  private final Console console;
  private final OutputOptions options;
  private final Optional<RunsBefore> before;
  private Optional<History> history = Optional.empty();

  /**
   * @param before where runs are that this one's page tells of
   */
  public RunOutput(Console console, OutputOptions options, Optional<RunsBefore> before) {
    this.console = console;
    this.options = options;
    this.before = before;
  }

  /**
   * Where a run is written to.
   *
   * @param out {@code null} for a new directory by the time
   */
  public static RunDirectory directory(Path out, Instant started) {
    return out == null
        ? RunDirectory.in(OutputOptions.DEFAULT_PARENT, started)
        : RunDirectory.at(out);
  }

  /**
   * Tells {@code report}, and writes it to {@code directory} and where else it was asked for.
   *
   * @param remarks lines between the results and the summary
   */
  public void write(RunReport report, RunDirectory directory, List<String> remarks) {
    // Told before it is written: a disk that fails now must not take the answers with it.
    tell(report, remarks);
    write(report, directory, Catalogue.background());
  }

  /** Tells {@code report}, and {@code remarks} after it. */
  public void tell(RunReport report, List<String> remarks) {
    new ResultLines(console.out(), console.width(), console.colour(), options.verbose)
        .write(report);
    if (options.verbose) {
      new SpaceTable(console.out(), console.width(), console.colour()).write(report);
    }
    remarks.forEach(console.out()::println);
  }

  /**
   * Writes {@code report} and says where to.
   *
   * @param background what its page tells beside it, but for the runs before
   */
  public void write(RunReport report, RunDirectory directory, Background background) {
    history = before.map(b -> b.upTo(report));
    directory.write(report, history.map(background::with).orElse(background));
    writeWhereAsked(options, report, directory);
    new Summary(console.out(), console.width(), console.colour())
        .write(report, Optional.of(directory.path()));
  }

  /** The runs before, and this one; empty until it was written, or if it does not look. */
  public Optional<History> history() {
    return history;
  }

  /** What was asked for by name, besides the files of a run. */
  public static void writeWhereAsked(
      OutputOptions options, RunReport report, RunDirectory directory) {
    if (options.json != null) {
      OutputFile.write(options.json, out -> new RunWriter().write(report, out));
    }
    if (options.mail != null) {
      OutputFile.write(options.mail, Mail.of(report, directory)::write);
    }
  }
}
