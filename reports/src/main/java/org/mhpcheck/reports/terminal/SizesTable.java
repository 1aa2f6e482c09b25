package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.reports.text.SizeColumn;

/**
 * How large a usage is, by architecture and design: a line an architecture, as it is configured. A
 * column stands for all designs after it, up to the next one's; no line is wrapped.
 */
public final class SizesTable {
  private static final String LEGEND =
      "bytes of a usage, and from one to the next in the boot array: sizeof(struct"
          + " mem_section_usage) +\nusemap_size(); * without VMEMMAP";

  private final Layout layout;

  public SizesTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /**
   * @param designs from old to new
   */
  public void write(List<Architecture> architectures, List<Design> designs) {
    List<List<String>> columns = new ArrayList<>();
    columns.add(column("", architectures.stream().map(SizesTable::name).toList()));
    for (SizeColumn sizes : SizeColumn.of(architectures, designs)) {
      columns.add(
          column(
              sizes.design().name(), sizes.usages().stream().map(SizeColumn.Usage::text).toList()));
    }
    for (int row = 0; row <= architectures.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (List<String> column : columns) {
        String cell = column.get(row);
        int width = column.stream().mapToInt(String::length).max().orElse(0);
        line.append(cell).append(" ".repeat(2 + width - cell.length()));
      }
      layout.unwrapped(
          line.toString().stripTrailing(), row == 0 ? Layout.Style.HEADING : Layout.Style.PLAIN);
    }
    LEGEND.lines().forEach(l -> layout.unwrapped(l, Layout.Style.PLAIN));
    layout.blank();
  }

  private static List<String> column(String heading, List<String> cells) {
    List<String> column = new ArrayList<>(List.of(heading));
    column.addAll(cells);
    return column;
  }

  private static String name(Architecture architecture) {
    return architecture.name() + (architecture.vmemmap() ? "" : " *");
  }
}
