package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mhpcheck.model.answer.CorpusReport;
import org.mhpcheck.model.answer.CorpusReport.Fix;
import org.mhpcheck.model.answer.CorpusReport.Other;
import org.mhpcheck.model.answer.CorpusReport.Row;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.Words;

/**
 * The known bugs a run has met, a line each, for eyes and for grep: the id first, and never
 * wrapped.
 *
 * <p>The column of designs is no wider than there is room for; a longer name moves the rest of its
 * line to the right.
 */
public final class CorpusTable {
  /** Wide terminals are rare in logs, and narrow ones wrap by themselves. */
  private static final int NARROWEST = 100;

  private static final String GAP = "  ";

  private static final List<String> HEADINGS =
      List.of("id", "design", "property", "calls", "states", "fix");

  private static final int DESIGN = 1;
  private static final int CALLS = 3;
  private static final int STATES = 4;
  private static final int FIX = 5;

  /** A hash and a release; what is longer may stand out. */
  private static final int USUAL_FIX = "0123456789ab (v6.12)".length();

  private final Layout layout;
  private final int width;

  public CorpusTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
    this.width = Math.max(width, NARROWEST);
  }

  /** Writes nothing if there is nothing to say. */
  public void write(CorpusReport report) {
    if (report.isEmpty()) {
      return;
    }
    layout.blank();
    List<Rows> rows = Rows.of(report.rows());
    List<List<String>> cells = rows.stream().map(Rows::cells).toList();
    if (!cells.isEmpty()) {
      int[] widths = widths(cells);
      layout.unwrapped(line(HEADINGS, widths), Layout.Style.HEADING);
      for (int i = 0; i < cells.size(); i++) {
        layout.unwrapped(
            line(cells.get(i), widths), Layout.Style.of(rows.get(i).first().finding()));
      }
    }
    for (Other other : report.others()) {
      layout.unwrapped(other.bug() + GAP + Words.oneLine(other.reason()), Layout.Style.PLAIN);
    }
  }

  /** The same said of Linus's releases one after the other, on one line. */
  private record Rows(Row first, Row last) {

    static List<Rows> of(List<Row> rows) {
      List<Rows> all = new ArrayList<>();
      for (Row row : rows) {
        int end = all.size() - 1;
        if (end >= 0 && all.get(end).goesOnWith(row)) {
          all.set(end, new Rows(all.get(end).first, row));
        } else {
          all.add(new Rows(row, row));
        }
      }
      return all;
    }

    private boolean goesOnWith(Row row) {
      boolean sameScenario = last.finding().scenario().equals(row.finding().scenario());
      boolean sameCells = cellsOf(last, "").equals(cellsOf(row, ""));
      return sameScenario
          && sameCells
          && release(row).isPresent()
          && release(last).flatMap(Rows::next).equals(release(row));
    }

    /** The release that it is about, as configured; what is made of a release is about none. */
    private static Optional<Design> release(Row row) {
      Design design = row.finding().design();
      return Optional.of(design.like(design.release()))
          .filter(r -> r.name().equals(row.finding().kernel()));
    }

    /** The next one, if that hotplugs memory so configured. */
    private static Optional<Design> next(Design release) {
      return release.release().next().filter(release::canBe).map(release::like);
    }

    List<String> cells() {
      String from = first.finding().kernel();
      return cellsOf(first, first.equals(last) ? from : from + ".." + last.finding().kernel());
    }
  }

  private static List<String> cellsOf(Row row, String designs) {
    Finding finding = row.finding();
    return List.of(
        row.bug(),
        designs,
        finding.property().name(),
        calls(finding).map(String::valueOf).orElse("-"),
        String.format(Locale.ROOT, "%d", finding.statistics().states()),
        finding.grade() == Finding.Grade.UNEXPECTED ? surprise(finding) : fix(row.fix()));
  }

  private static Optional<Integer> calls(Finding finding) {
    return Counterexample.of(finding).map(Trace::depth);
  }

  private static String fix(Optional<Fix> fix) {
    return fix.map(f -> "%s (%s)".formatted(f.change(), f.holdsIn().orElse("not shown")))
        .orElse("none");
  }

  private static String surprise(Finding finding) {
    return "%s: %s%s"
        .formatted(
            finding.grade().word(),
            text(finding.verdict().word(), calls(finding)),
            finding.expected().map(e -> ", expected " + text(e.verdict(), e.depth())).orElse(""));
  }

  private static String text(Expectation.Word word, Optional<Integer> calls) {
    return word + calls.map(c -> " in " + Words.count(c, "call")).orElse("");
  }

  private int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEADINGS.size()];
    int others = GAP.length() * (widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(HEADINGS.get(i).length(), widest(rows, i, Integer.MAX_VALUE));
      others += i == DESIGN ? 0 : i == FIX ? Math.min(widths[i], USUAL_FIX) : widths[i];
    }
    int room = Math.max(width - others, HEADINGS.get(DESIGN).length());
    widths[DESIGN] = Math.max(HEADINGS.get(DESIGN).length(), widest(rows, DESIGN, room));
    return widths;
  }

  /** Of what is no longer than {@code limit}. */
  private static int widest(List<List<String>> rows, int column, int limit) {
    return rows.stream()
        .mapToInt(r -> r.get(column).length())
        .filter(length -> length <= limit)
        .max()
        .orElse(0);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < FIX; i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
      boolean isNumber = i == CALLS || i == STATES;
      line.append(isNumber ? padding + cells.get(i) : cells.get(i) + padding).append(GAP);
    }
    return line.append(cells.get(FIX)).toString();
  }
}
