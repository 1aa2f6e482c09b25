package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.UsageLayout;

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
    List<String> before = List.of();
    for (Design design : designs) {
      List<String> sizes = architectures.stream().map(a -> sizes(a, design)).toList();
      if (!sizes.equals(before)) {
        columns.add(column(design.name(), sizes));
      }
      before = sizes;
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

  private static String sizes(Architecture architecture, Design design) {
    UsageLayout usage = UsageLayout.of(design, architecture.vmemmap());
    Map<Parameter, Integer> values = architecture.values(design);
    return "%d+%d=%d"
        .formatted(
            usage.structSize().value(values),
            usage.usemapSize().value(values),
            usage.usageSize().value(values));
  }
}
