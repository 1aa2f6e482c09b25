package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.reports.text.Counterexample;

/**
 * What each patch of a series did to each property: a line a property, a column a patch, then what
 * the patches are. For eyes and for grep: no line is wrapped.
 */
public final class SeriesTable {
  private static final String LEGEND =
      "a number: violated by so many calls; . holds; - never met, or not asked; ? not known";

  private final Layout layout;

  public SeriesTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /** Of what {@code report} says of the designs of {@code series}. */
  public void write(RunReport report, Series series) {
    List<Design> designs = series.designs();
    List<Property> properties =
        report.findings().stream().map(Finding::property).distinct().toList();
    List<List<String>> columns = new ArrayList<>();
    for (int patch = 0; patch < designs.size(); patch++) {
      List<String> column = new ArrayList<>(List.of(heading(series, patch)));
      for (Property property : properties) {
        column.add(cell(finding(report, designs.get(patch), property)));
      }
      columns.add(column);
    }
    List<String> names = new ArrayList<>(List.of("after patch"));
    properties.forEach(p -> names.add(p.name()));
    layout.blank();
    int width = widest(names);
    for (int row = 0; row < names.size(); row++) {
      StringBuilder line = new StringBuilder(names.get(row));
      line.append(" ".repeat(width - line.length()));
      for (List<String> column : columns) {
        String cell = column.get(row);
        line.append(" ".repeat(1 + widest(column) - cell.length())).append(cell);
      }
      layout.unwrapped(line.toString(), row == 0 ? Layout.Style.HEADING : Layout.Style.PLAIN);
    }
    layout.unwrapped(LEGEND, Layout.Style.PLAIN);
    layout.blank();
    legend(series);
  }

  private void legend(Series series) {
    for (int patch = 1; patch <= series.patches().size(); patch++) {
      Change change = series.patches().get(patch - 1);
      layout.unwrapped(
          "%2d  %-12s  %s".formatted(patch, change.hash().orElse(""), change.subject()),
          Layout.Style.PLAIN);
    }
  }

  private static String heading(Series series, int patch) {
    return patch == 0 ? series.base().releaseName() : String.valueOf(patch);
  }

  private static Optional<Finding> finding(RunReport report, Design design, Property property) {
    return report.findings().stream()
        .filter(f -> f.design().equals(design) && f.property().equals(property))
        .findFirst();
  }

  private static String cell(Optional<Finding> finding) {
    if (finding.isEmpty()) {
      return "-";
    }
    Verdict verdict = finding.get().verdict();
    return switch (verdict.word()) {
      case VIOLATED -> String.valueOf(Counterexample.depth(finding.get()));
      case HOLDS -> ".";
      case VACUOUS -> "-";
      case INCONCLUSIVE -> "?";
    };
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
