package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.valid_section;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/** What must hold of booting all sections at once, whether allocations fail in it or not. */
final class BootProperties {
  private BootProperties() {}

  static final Property BOOT_CORRUPTS_NO_MEMORY =
      new Property.OfBoot(
          new About(
              "boot-corrupts-no-memory",
              "A boot in which nothing fails corrupts no memory, and comes to no BUG().",
              "nothing fails",
              "The usages of a run of sections are one array, and each section takes the next of"
                  + " them: whoever initialises a section of another run takes one that is not its.",
              "mm/sparse.c sparse_init(), sparse_init_early_section(), v5.2 to v7.2;"
                  + " mm/hugetlb_vmemmap.c hugetlb_vmemmap_init_early(), v6.15 on",
              Set.of(About.Need.BOOT_MEMORY, About.Need.FAILING_BOOTS)),
          b -> b.script().faults().isEmpty() && isAny(b, i -> true),
          b -> !b.script().faults().isEmpty() || !b.isCorrupt(),
          BootProperties::events);

  static final Property FAILED_BOOT_TOUCHES_NO_MISSING_USAGE =
      new Property.OfBoot(
          new About(
              "failed-boot-touches-no-missing-usage",
              "Where an allocation failed at boot, nothing reaches for the usage of a section that"
                  + " was marked as not present for it.",
              "an allocation fails at boot",
              "The kernel says that some memory will not be available and goes on, but subsection"
                  + " maps are then set up for all RAM, through a usage that is NULL (L03).",
              "mm/sparse.c sparse_init_nid(), subsection_map_init(), v5.3 to v7.0;"
                  + " mm/sparse-vmemmap.c sparse_init_subsection_map(), v7.1 and v7.2",
              Set.of(About.Need.BOOT_MEMORY, About.Need.FAILING_BOOTS)),
          b -> !b.script().faults().isEmpty(),
          b -> b.script().faults().isEmpty() || !b.happened(Event.NULL_DEREFERENCE),
          BootProperties::events);

  static final Property FAILED_BOOT_KEEPS_OTHER_SECTIONS =
      new Property.OfBoot(
          new About(
              "failed-boot-keeps-other-sections",
              "Where an allocation failed at boot, every section that was initialised before it, or"
                  + " that is of another run of sections, is valid, with its usage and its memmap.",
              "an allocation fails at boot, and some section is none of those left without",
              "What has its memmap can be used. A section that was made ahead and is cleared has"
                  + " memmap that nothing finds any more, and holds a HugeTLB page that somebody asked"
                  + " for (B28).",
              "mm/sparse.c sparse_init_nid(), v5.2 to v7.2; 7cf6d940f403",
              Set.of(About.Need.BOOT_MEMORY, About.Need.FAILING_BOOTS)),
          b -> !b.script().faults().isEmpty() && isAny(b, i -> !isLeftWithout(b, i)),
          b -> b.script().faults().isEmpty() || !isAny(b, i -> isLost(b, i)),
          b -> shown(b, i -> isLost(b, i)));

  static final Property BOOTED_SECTION_HAS_USAGE_AND_MEMMAP =
      new Property.OfBoot(
          new About(
              "booted-section-has-usage-and-memmap",
              "After boot, whatever failed, every section that is present is valid, and has a usage"
                  + " from boot and memmap from boot for all of it.",
              "some section has memory",
              "for_each_present_section_nr() and pfn_valid() know no section that is half there.",
              "mm/sparse.c sparse_init_nid(), v5.2 to v7.2",
              Set.of(About.Need.BOOT_MEMORY, About.Need.FAILING_BOOTS)),
          b -> isAny(b, i -> true),
          b -> !isAny(b, i -> isHalfThere(b, i)),
          b -> shown(b, i -> isHalfThere(b, i)));

  private static boolean isHalfThere(Booted booted, int index) {
    Section section = booted.sections().get(index);
    boolean present = section.sectionMemMap().present().isTrue();
    return present && !isWhole(section);
  }

  private static boolean isLost(Booted booted, int index) {
    return !isLeftWithout(booted, index) && !isWhole(booted.sections().get(index));
  }

  private static boolean isWhole(Section section) {
    return valid_section(section).isTrue()
        && section.usage().is(Usage.BOOT).isTrue()
        && section.memmap().boot().isFull().isTrue();
  }

  /**
   * Whether a failed allocation was for the section, or for one before it in the same run. Of
   * sections made ahead it is that of usages only.
   */
  private static boolean isLeftWithout(Booted booted, int index) {
    BootMemory memory = booted.script().memory().get(index);
    return booted.script().faults().stream()
        .filter(f -> f.section() <= index && isOneRun(booted, f.section(), index))
        .anyMatch(f -> isForAllOfRun(f) || !memory.ahead());
  }

  private static boolean isForAllOfRun(BootFault fault) {
    return fault.point() == FaultPoint.BOOT_USAGES;
  }

  private static boolean isOneRun(Booted booted, int from, int to) {
    return IntStream.rangeClosed(from, to)
            .mapToObj(i -> booted.script().memory().get(i))
            .filter(BootMemory::isPresent)
            .mapToInt(BootMemory::node)
            .distinct()
            .count()
        == 1;
  }

  /** Of the sections that have memory. */
  private static boolean isAny(Booted booted, Predicate<Integer> what) {
    return present(booted).anyMatch(i -> what.test(i));
  }

  private static IntStream present(Booted booted) {
    return IntStream.range(0, booted.sections().size())
        .filter(i -> booted.script().memory().get(i).isPresent());
  }

  private static String shown(Booted booted, Predicate<Integer> which) {
    return present(booted)
        .filter(i -> which.test(i))
        .mapToObj(i -> "section %d: %s".formatted(i + 1, booted.sections().get(i)))
        .collect(Collectors.joining("; "));
  }

  private static String events(Booted booted) {
    return booted.notes().stream()
        .map(
            n ->
                "section %d: %s: %s"
                    .formatted(n.section() + 1, n.note().place(), n.note().event().text()))
        .collect(Collectors.joining("; "));
  }

  static List<Property> all() {
    return List.of(
        BOOT_CORRUPTS_NO_MEMORY,
        FAILED_BOOT_TOUCHES_NO_MISSING_USAGE,
        FAILED_BOOT_KEEPS_OTHER_SECTIONS,
        BOOTED_SECTION_HAS_USAGE_AND_MEMMAP);
  }
}
