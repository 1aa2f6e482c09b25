package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.reports.text.MutantText;
import org.mhpcheck.reports.text.Words;

/** What became of each mutant, a line each, for eyes and for grep; then the score. */
public final class MutantTable {
  private final Layout layout;

  public MutantTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /** One of them: its fate first, and never wrapped. */
  public void write(Row row) {
    boolean alarming = row.fate() instanceof Survived s && s.why().isEmpty();
    layout.unwrapped(
        "%-10s  %-48s  %s"
            .formatted(row.fate().word(), row.mutant(), Words.oneLine(MutantText.of(row))),
        alarming ? Layout.Style.ALARM : Layout.Style.PLAIN);
  }

  /** What is to be said once all were asked; the score is the last line. */
  public void writeScore(MutantReport report) {
    for (String stale : report.stale()) {
      layout.unwrapped(
          "argued for, and does not survive: " + Words.oneLine(stale), Layout.Style.ALARM);
    }
    layout.unwrapped(report.score(), Layout.Style.HEADING);
  }
}
