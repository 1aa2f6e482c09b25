package org.mhpcheck.model.bootmem;

import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.UsageLayout;

/**
 * The numbers of usages in bytes, of one architecture in a design.
 *
 * @param size mem_section_usage_size()
 * @param share of the boot array's allocation, for each usage
 * @param stride from one usage of the boot array to the next
 */
public record UsageSizes(int size, int share, int stride) {

  /** Those that {@code design} has on {@code arch}, or comes to by a planted fault. */
  public static UsageSizes of(Architecture arch, Design design, Optional<Planted> planted) {
    UsageLayout layout = UsageLayout.of(design, arch.vmemmap());
    Map<Parameter, Integer> values = arch.values(design);
    int stride = layout.stride().value(values);
    if (planted.filter(p -> p == Planted.STRIDE_OF_STRUCT).isPresent()) {
      stride = layout.structSize().value(values);
    } else if (planted.filter(p -> p == Planted.STRIDE_OF_USEMAP).isPresent()) {
      stride = layout.usemapSize().value(values);
    }
    return new UsageSizes(layout.usageSize().value(values), layout.share().value(values), stride);
  }
}
