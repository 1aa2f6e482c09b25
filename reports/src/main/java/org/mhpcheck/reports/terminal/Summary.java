package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.text.CoverageText;
import org.mhpcheck.reports.text.Tally;
import org.mhpcheck.reports.text.Words;

/** The last lines of a run: what came of it in numbers, how far it goes, where it is written. */
public final class Summary {
  private static final int MOST_REACHES = 5;

  private final Layout layout;

  public Summary(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /**
   * @param directory what the run was written to, if it was
   */
  public void write(RunReport report, Optional<Path> directory) {
    Tally tally = new Tally(report);
    layout.line(0, tally.verdicts(), Layout.Style.HEADING);
    if (!report.findings().isEmpty()) {
      layout.line(0, tally.grades());
    }
    tally.mutants().ifPresent(score -> layout.line(0, score));
    report.coverage().map(CoverageText::complaints).stream()
        .flatMap(List::stream)
        .forEach(c -> layout.line(0, c, Layout.Style.ALARM));
    tally.coverage().ifPresent(score -> layout.line(0, score));
    layout.line(
        0, tally.completeness(), report.complete() ? Layout.Style.PLAIN : Layout.Style.ALARM);
    List<String> reaches = tally.reaches().toList();
    reaches.stream().limit(MOST_REACHES).forEach(r -> layout.line(0, "reach: " + r));
    if (reaches.size() > MOST_REACHES) {
      layout.line(0, "reach: and %d more".formatted(reaches.size() - MOST_REACHES));
    }
    directory.ifPresent(d -> layout.line(0, "written to " + d));
    layout.line(
        0,
        Words.of(report.exitStatus()),
        report.exitStatus() == ExitStatus.OK ? Layout.Style.PLAIN : Layout.Style.ALARM);
  }
}
