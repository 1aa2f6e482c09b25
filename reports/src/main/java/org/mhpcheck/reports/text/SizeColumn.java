package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.UsageLayout;

/**
 * How large usages are from {@code design} on, until the next column says otherwise.
 *
 * @param usages one an architecture, as it is configured
 */
public record SizeColumn(Design design, List<Usage> usages) {

  /**
   * Sizes in bytes.
   *
   * @param struct sizeof(struct mem_section_usage)
   * @param usemap usemap_size()
   * @param whole from one usage to the next in the boot array
   */
  public record Usage(int struct, int usemap, int whole) {
    /** {@code 24+32=56}. */
    public String text() {
      return "%d+%d=%d".formatted(struct, usemap, whole);
    }
  }

  /**
   * The columns that differ from the one before.
   *
   * @param designs from old to new
   */
  public static List<SizeColumn> of(List<Architecture> architectures, List<Design> designs) {
    List<SizeColumn> columns = new ArrayList<>();
    List<Usage> before = List.of();
    for (Design design : designs) {
      List<Usage> usages = architectures.stream().map(a -> usage(a, design)).toList();
      if (!usages.equals(before)) {
        columns.add(new SizeColumn(design, usages));
      }
      before = usages;
    }
    return columns;
  }

  private static Usage usage(Architecture architecture, Design design) {
    UsageLayout layout = UsageLayout.of(design, architecture.vmemmap());
    Map<Parameter, Integer> values = architecture.values(design);
    return new Usage(
        layout.structSize().value(values),
        layout.usemapSize().value(values),
        layout.usageSize().value(values));
  }
}
