package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was answered of every property in every design, over all scenarios.
 *
 * @param properties the columns
 */
public record MatrixView(List<String> properties, List<Row> rows) {

  /** A design, and a cell a property; empty where it was not asked. */
  public record Row(String design, List<Optional<Cell>> cells) {}

  /**
   * @param first the finding to look at: the first that is news, or else the first violation
   */
  public record Cell(FindingView first, int answers) {
    /** A sign that tells more than its colour. */
    public String sign() {
      return switch (first.finding().verdict().word()) {
        case HOLDS -> first.isNews() ? "H!" : "H";
        case VIOLATED -> first.isNews() ? "V!" : "V";
        case VACUOUS -> "–";
        case INCONCLUSIVE -> "?";
      };
    }

    public String text() {
      return "%s %s: %s%s%s"
          .formatted(
              first.finding().kernel(),
              first.finding().property().name(),
              first.finding().verdict().word(),
              first.isNews() ? ", not as expected" : "",
              answers == 1 ? "" : ", the first of %d answers".formatted(answers));
    }
  }

  static MatrixView of(List<FindingView> findings) {
    Map<String, Map<String, List<FindingView>>> byDesign = new LinkedHashMap<>();
    TreeSet<String> properties = new TreeSet<>();
    for (FindingView view : byRelease(findings)) {
      String property = view.finding().property().name();
      properties.add(property);
      byDesign
          .computeIfAbsent(view.finding().kernel(), d -> new LinkedHashMap<>())
          .computeIfAbsent(property, p -> new ArrayList<>())
          .add(view);
    }
    List<Row> rows = new ArrayList<>();
    byDesign.forEach(
        (design, of) ->
            rows.add(
                new Row(
                    design,
                    properties.stream().map(p -> cell(of.getOrDefault(p, List.of()))).toList())));
    return new MatrixView(List.copyOf(properties), rows);
  }

  /** Designs from old to new, each release before what is made of it. */
  private static List<FindingView> byRelease(List<FindingView> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing((FindingView v) -> v.finding().design().release())
                .thenComparing(v -> v.finding().kernel()))
        .toList();
  }

  private static Optional<Cell> cell(List<FindingView> answers) {
    return answers.stream()
        .min((a, b) -> Integer.compare(weight(a), weight(b)))
        .map(first -> new Cell(first, answers.size()));
  }

  private static int weight(FindingView view) {
    if (view.isNews()) {
      return 0;
    }
    return switch (view.finding().verdict().word()) {
      case VIOLATED -> 1;
      case INCONCLUSIVE -> 2;
      case VACUOUS -> 3;
      case HOLDS -> 4;
    };
  }
}
