package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.reports.text.SizeColumn;

/**
 * How large a usage is, an architecture a row.
 *
 * @param most the largest of all, which the others are drawn to the scale of
 */
public record SizesView(List<String> designs, List<Row> rows, int most) {

  public record Row(
      String architecture, boolean vmemmap, int subsections, List<SizeColumn.Usage> usages) {}

  static SizesView of(List<Architecture> architectures, List<Design> designs) {
    List<SizeColumn> columns = SizeColumn.of(architectures, designs);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < architectures.size(); i++) {
      int row = i;
      Architecture architecture = architectures.get(i);
      rows.add(
          new Row(
              architecture.name(),
              architecture.vmemmap(),
              architecture.subsections(designs.get(designs.size() - 1)),
              columns.stream().map(c -> c.usages().get(row)).toList()));
    }
    int most =
        columns.stream()
            .flatMap(c -> c.usages().stream())
            .mapToInt(SizeColumn.Usage::whole)
            .max()
            .orElse(1);
    return new SizesView(columns.stream().map(c -> c.design().name()).toList(), rows, most);
  }

  /**
   * Of the width of the widest, in hundredths of a per cent: whole numbers print alike anywhere.
   */
  public String share(int bytes) {
    long hundredths = bytes * 10_000L / most;
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }
}
