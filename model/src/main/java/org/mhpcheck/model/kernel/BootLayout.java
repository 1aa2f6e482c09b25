package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.logic.Bits;

/**
 * Which subsections of a section are system RAM at boot: {@code absent}, {@code full}, {@code
 * lower-half}, {@code upper-half}, or a bitmap such as {@code 1000}, subsection 0 first; {@code
 * ahead} is full, of a gigantic HugeTLB page whose memmap is made ahead of the others' (v6.15 on).
 */
public record BootLayout(String name) {
  public static final BootLayout ABSENT = new BootLayout("absent");
  public static final BootLayout FULL = new BootLayout("full");
  public static final BootLayout LOWER_HALF = new BootLayout("lower-half");

  public static final BootLayout AHEAD = new BootLayout("ahead");

  /** What is asked when nothing else is said. */
  public static final List<BootLayout> DEFAULTS = List.of(ABSENT, FULL, LOWER_HALF);

  /** The names that do not depend on the number of subsections. */
  public static final List<String> NAMES =
      List.of("absent", "full", "lower-half", "upper-half", "ahead");

  /** Whether its memmap is made ahead of that of other sections. */
  public boolean isAhead() {
    return equals(AHEAD);
  }

  /** Why a kernel of {@code design} does not know it; empty if it does. */
  public Optional<String> refusedBy(Design design) {
    Change needed = Change.MEMMAP_MADE_EARLIER;
    boolean knows = design.has(needed) && design.has(Option.VMEMMAP);
    return isAhead() && !knows
        ? Optional.of(
            "%s makes no memmap ahead: that takes %s (%s), and VMEMMAP"
                .formatted(design.name(), needed.canonicalName(), needed.slug()))
        : Optional.empty();
  }

  /**
   * The subsections with RAM, of a section of {@code subsections}.
   *
   * @throws IllegalArgumentException if this is no layout of such a section
   */
  public Bits ram(int subsections) {
    switch (name) {
      case "absent":
        return Bits.none(subsections);
      case "full", "ahead":
        return Bits.full(subsections);
      case "lower-half":
        return Bits.range(subsections, 0, subsections / 2);
      case "upper-half":
        return Bits.range(subsections, subsections / 2, subsections);
      default:
        if (!name.matches("[01]+") || name.length() != subsections) {
          throw new IllegalArgumentException(
              "no boot layout of %d subsections: %s (expected %s or %d digits 0 and 1)"
                  .formatted(subsections, name, String.join(", ", NAMES), subsections));
        }
        return Bits.parse(name);
    }
  }
}
