package org.mhpcheck.specs.property;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mhpcheck.model.bootmem.BootmemInfo;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.bootmem.Told;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;

/** What must hold of where boot puts usages, of what it tells of that, and of their pages. */
final class PlacementProperties {
  private PlacementProperties() {}

  static final Property USAGES_WITHIN_THEIR_STRIDES =
      new Property.OfPlacement(
          new About(
              "usages-within-their-strides",
              "Wherever the boot array lies, each usage ends before the next begins, and the last"
                  + " one within the allocation.",
              "a run of sections has more than one usage",
              "What one section notes of its subsections would be another's pageblock flags, or"
                  + " somebody else's memory.",
              "mm/sparse.c sparse_init_nid(), v5.2 to v7.2",
              Set.of()),
          p -> p.runs().stream().anyMatch(r -> r.array().isPresent() && r.sections() > 1),
          p -> outside(p).isEmpty(),
          p -> outside(p).orElseThrow() + "; " + p.text());

  private static Optional<String> outside(Placed placed) {
    List<Placed.Usage> usages = placed.usages();
    for (int i = 0; i < usages.size(); i++) {
      Placed.Usage usage = usages.get(i);
      int end = usage.run().array().getAsInt() + usage.run().sections() * placed.sizes().share();
      boolean last = usage.section() + 1 == usage.run().end();
      int next = last ? end : usages.get(i + 1).start();
      if (usage.end() > next || usage.end() > end) {
        return Optional.of(
            "the usage of section %d ends at byte %d, and %s at %d"
                .formatted(
                    usage.section(), usage.end(), last ? "the array" : "the next begins", next));
      }
    }
    return Optional.empty();
  }

  static final Property USAGES_BESIDE_THEIR_PGDAT =
      new Property.OfPlacement(
          new About(
              "usages-beside-their-pgdat",
              "Usages that were placed lie in the section of their node's pgdat, if its free pages"
                  + " there hold them in one piece.",
              "there is such a piece",
              "A section with usages of others cannot be removed before those, nor a section with a"
                  + " pgdat before the node: where both are one, one section is lost, not two.",
              "mm/sparse.c sparse_early_usemaps_alloc_pgdat_section(), v5.2 to v7.0",
              Set.of()),
          p -> p.runs().stream().anyMatch(r -> !besides(p, r).isEmpty()),
          p -> p.runs().stream().allMatch(r -> isBesideOrHasNoRoom(p, r)),
          p -> p.text());

  /** Only the first run of all is asked: what is left for those after it, it decides. */
  private static boolean isBesideOrHasNoRoom(Placed placed, Placed.Run run) {
    return besides(placed, run)
        .map(pgdat -> run.array().stream().anyMatch(a -> section(placed, a) == pgdat))
        .orElse(true);
  }

  private static Optional<Integer> besides(Placed placed, Placed.Run run) {
    int pgdat = placed.placement().pgdatSection(run.node());
    boolean first = placed.runs().indexOf(run) == 0;
    int needed = placed.sizes().share() * run.sections();
    return first && needed <= mostFree(placed, pgdat) ? Optional.of(pgdat) : Optional.empty();
  }

  /** Bytes of the longest row of free pages in a section; the first page of all is never used. */
  private static int mostFree(Placed placed, int section) {
    var shape = placed.placement().shape();
    int most = 0;
    int row = 0;
    int from = (section - shape.first()) * shape.pages();
    for (int page = from; page < from + shape.pages(); page++) {
      boolean first = section == 0 && page == 0;
      boolean free = !first && (placed.placement().taken() >>> page & 1) == 0;
      row = free ? row + shape.pageSize() : 0;
      most = Math.max(most, row);
    }
    return most;
  }

  private static int section(Placed placed, int address) {
    return placed.placement().shape().section(address);
  }

  static final Property USAGES_PLACED_IF_ANYTHING_IS_FREE =
      new Property.OfPlacement(
          new About(
              "usages-placed-if-anything-is-free",
              "The usages of the first sections are placed if any section has room for them.",
              "some section has room for them",
              "Without usages all of the run's memory is lost (L03).",
              "mm/sparse.c sparse_early_usemaps_alloc_pgdat_section(), v5.2 to v7.0",
              Set.of()),
          p -> hasRoom(p),
          p -> !hasRoom(p) || p.runs().get(0).array().isPresent(),
          p -> p.text());

  private static boolean hasRoom(Placed placed) {
    Placed.Run run = placed.runs().get(0);
    int first = placed.placement().shape().first();
    for (int i = 0; i < placed.placement().shape().sections(); i++) {
      if (placed.sizes().share() * run.sections() <= mostFree(placed, first + i)) {
        return true;
      }
    }
    return false;
  }

  /** A usage that lies in another section than its node's pgdat. */
  private record Apart(int usageSection, int pgdatSection, int node) {}

  private static Set<Apart> apart(Placed placed) {
    Set<Apart> apart = new LinkedHashSet<>();
    for (Placed.Usage usage : placed.usages()) {
      int pgdat = placed.placement().pgdatSection(usage.run().node());
      if (section(placed, usage.start()) != pgdat) {
        apart.add(new Apart(section(placed, usage.start()), pgdat, usage.run().node()));
      }
    }
    return apart;
  }

  private static Apart of(Told told) {
    return new Apart(told.usageSection(), told.pgdatSection(), told.node());
  }

  private static Set<Apart> told(Placed placed) {
    return placed.told().stream()
        .map(PlacementProperties::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String shown(Placed placed) {
    return "told: %s; %s"
        .formatted(
            placed.told().isEmpty()
                ? "nothing"
                : placed.told().stream().map(Told::text).collect(Collectors.joining(", ")),
            placed.text());
  }

  static final Property DEPENDENCY_TOLD_IF_THERE_IS_ONE =
      new Property.OfPlacement(
          new About(
              "dependency-told-if-there-is-one",
              "Boot tells of a pair of sections exactly if one has usages of a node and the other"
                  + " the node's pgdat.",
              "some usage lies in another section than its node's pgdat",
              "Neither section can be removed before the other. Who cannot remove memory finds out"
                  + " why from nothing else.",
              "mm/sparse.c check_usemap_section_nr(), v5.2 to v7.0",
              Set.of()),
          p -> !apart(p).isEmpty(),
          p -> told(p).equals(apart(p)),
          PlacementProperties::shown);

  static final Property DEPENDENCY_TOLD_ONCE =
      new Property.OfPlacement(
          new About(
              "dependency-told-once",
              "Boot tells of no pair of sections twice.",
              "boot tells of a pair",
              "It is asked for each section, and there are thousands.",
              "mm/sparse.c check_usemap_section_nr(), v5.2 to v7.0",
              Set.of()),
          p -> !p.told().isEmpty(),
          p -> new HashSet<>(p.told()).size() == p.told().size(),
          PlacementProperties::shown);

  static final Property DEPENDENCY_TOLD_AS_IT_IS =
      new Property.OfPlacement(
          new About(
              "dependency-told-as-it-is",
              "What is told is a circular dependency exactly if the section with the usages is of"
                  + " the node that they are for.",
              "boot tells of a pair",
              "A section of the same node goes with the node at the latest; of another node's it is"
                  + " said that this node has to go first.",
              "mm/sparse.c check_usemap_section_nr(), sparse_early_nid(), v5.2 to v7.0",
              Set.of()),
          p -> !p.told().isEmpty(),
          p ->
              p.told().stream()
                  .allMatch(
                      t -> t.circular() == (p.placement().node(t.usageSection()) == t.node())),
          PlacementProperties::shown);

  static final Property USAGE_PAGE_KEPT_WHILE_USED =
      new Property.OfPlacement(
          new About(
              "usage-page-kept-while-used",
              "Whichever sections from boot are removed, no page is freed that the usage of one which"
                  + " is not removed lies in; and what is removed has its memmap freed.",
              "a section is removed, and another is not",
              "Usages of many sections share a page. The pages are counted for each of them, but only"
                  + " as many as a usage's size fills (L14): were they given back with their section,"
                  + " one that nobody counted would go too early.",
              "mm/bootmem_info.c put_page_bootmem(), v5.14 to v7.0; before, mm/memory_hotplug.c; on"
                  + " x86_64 and ppc64 (HAVE_BOOTMEM_INFO_NODE)",
              Set.of()),
          p -> p.usages().size() > 1,
          p -> wronglyFreed(p).isEmpty(),
          p -> wronglyFreed(p).orElseThrow() + "; " + p.text());

  /** In which order sections are removed changes no count. */
  private static Optional<String> wronglyFreed(Placed placed) {
    List<Placed.Usage> usages = placed.usages();
    for (int removed = 1; removed < 1 << usages.size(); removed++) {
      BootmemInfo info = new BootmemInfo(placed);
      for (int i = 0; i < usages.size(); i++) {
        if ((removed >>> i & 1) != 0) {
          info.remove(usages.get(i));
        }
      }
      for (int i = 0; i < usages.size(); i++) {
        boolean isRemoved = (removed >>> i & 1) != 0;
        Placed.Usage usage = usages.get(i);
        if (isRemoved != info.isMemmapFreed(usage)) {
          return Optional.of("memmap of section %d".formatted(usage.section()));
        }
        if (!isRemoved && info.isFreed(usage)) {
          return Optional.of(
              "with %d of %d sections removed, a page is freed in which the usage of section %d"
                      .formatted(Integer.bitCount(removed), usages.size(), usage.section())
                  + ", bytes %d to %d, lies".formatted(usage.start(), usage.end() - 1));
        }
      }
    }
    return Optional.empty();
  }

  static List<Property> all() {
    return List.of(
        USAGES_WITHIN_THEIR_STRIDES,
        USAGES_BESIDE_THEIR_PGDAT,
        USAGES_PLACED_IF_ANYTHING_IS_FREE,
        DEPENDENCY_TOLD_IF_THERE_IS_ONE,
        DEPENDENCY_TOLD_ONCE,
        DEPENDENCY_TOLD_AS_IT_IS,
        USAGE_PAGE_KEPT_WHILE_USED);
  }
}
