package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.early_section;
import static org.mhpcheck.model.kernel.Mmzone.pfn_valid;
import static org.mhpcheck.model.kernel.Mmzone.valid_section;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/** What must hold of the memmap: where it is, and what finds it. */
final class MemmapProperties {
  private MemmapProperties() {}

  static final Property MAP_BACKED_BY_MEMMAP =
      new Property.OfState(
          new About(
              "map-backed-by-memmap",
              "Every subsection whose bit is set has memmap.",
              "a bit is set",
              "The bit is what tells walkers and later adds that struct pages are there.",
              "mm/sparse.c section_activate(), v5.3 to v7.0",
              Set.of()),
          s -> s.subsectionMap().isEmpty().not(),
          s -> s.subsectionMap().subsetOf(s.memmap().populated()),
          s ->
              "map %s, memmap %s"
                  .formatted(s.subsectionMap().text(), s.memmap().populated().text()));

  static final Property PFN_VALID_HAS_MEMMAP =
      new Property.OfState(
          new About(
              "pfn-valid-has-memmap",
              "Between calls, every pfn that is valid has memmap.",
              "a pfn of the section is valid",
              "Who is told that a pfn is valid dereferences its struct page.",
              "include/linux/mmzone.h pfn_valid(), v5.3 to v7.2; ef69bc9f689d",
              Set.of()),
          s -> pfn_valid(s).isEmpty().not(),
          s -> pfn_valid(s).subsetOf(s.memmap().populated()),
          s ->
              "pfn_valid %s, memmap %s"
                  .formatted(pfn_valid(s).text(), s.memmap().populated().text()));

  static final Property REMOVED_MEMORY_IS_NOT_VALID =
      new Property.OfStep(
          new About(
              "removed-memory-is-not-valid",
              "Memory that has been removed is no longer valid.",
              "a subsection whose bit is set is removed",
              "Who asks pfn_valid() alone looks at struct pages that were poisoned when the memory"
                  + " went. Of an early section all stays valid, by design (L08).",
              "include/linux/mmzone.h pfn_valid(), v5.3 to v7.2",
              Set.of(About.Need.MIRRORED_REMOVES, About.Need.REMOVES)),
          MemmapProperties::removes,
          t -> removes(t).implies(pfn_valid(t.after()).intersects(t.step().range()).not()),
          t ->
              "removed %s, pfn_valid %s"
                  .formatted(t.step().range().text(), pfn_valid(t.after()).text()));

  private static Bit removes(StepTaken t) {
    return Bit.of(t.step().kind() == Step.Kind.REMOVE)
        .and(valid_section(t.before()))
        .and(t.step().range().subsetOf(t.before().subsectionMap()));
  }

  static final Property MEMMAP_COUNT_FOLLOWS_MEMMAP =
      new Property.OfStep(
          new About(
              "memmap-count-follows-memmap",
              "Where pages of memmap are counted, the counts change by what memmap does.",
              "memory is added or removed, or fails to be added",
              "nr_memmap_pages and nr_memmap_boot_pages are what /proc/vmstat says of memory that is"
                  + " spent on struct pages; they are unsigned, and wrap below 0.",
              "mm/sparse.c, mm/sparse-vmemmap.c memmap_pages_add(), memmap_boot_pages_add(), v6.11"
                  + " to v7.2; c3576889d87b",
              Set.of()),
          t -> Bit.of(t.step().kind().adds() || t.step().kind() == Step.Kind.REMOVE),
          t -> t.outcome().happened(Event.MEMMAP_MISCOUNTED).not(),
          t ->
              "%s; memmap was %s and is %s"
                  .formatted(
                      Shown.events(t),
                      t.before().memmap().populated().text(),
                      t.after().memmap().populated().text()));

  static final Property EARLY_MEMMAP_WHOLE =
      new Property.OfState(
          new About(
              "early-memmap-whole",
              "The memmap of an early section is whole as long as the section is valid.",
              "the section is early and valid",
              "pfn_valid() is true of all of an early section, and section_activate() adds to parts"
                  + " of it without populating.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.9; ef69bc9f689d",
              Set.of(About.Need.BOOT_MEMORY)),
          MemmapProperties::isEarly,
          s -> isEarly(s).implies(s.memmap().populated().isFull()),
          s -> "the section is early and valid, memmap " + s.memmap().populated().text());

  private static Bit isEarly(Section s) {
    return valid_section(s).and(early_section(s));
  }

  static final Property EARLY_MEMMAP_FROM_BOOT =
      new Property.OfState(
          new About(
              "early-memmap-from-boot",
              "All memmap of an early section came from the boot allocator.",
              "the section is early and valid",
              "Once it is empty, free_map_bootmem() gives the section's memmap back as boot's.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.3 to v7.2",
              Set.of(About.Need.BOOT_MEMORY)),
          MemmapProperties::isEarly,
          s -> isEarly(s).implies(s.memmap().populated().subsetOf(s.memmap().boot())),
          MemmapProperties::sources);

  private static final About KNOWN_AS_BOOTS =
      new About(
          "boot-memmap-known-as-such",
          "Memmap from the boot allocator lies in sections that the kernel takes to be from boot.",
          "the section has memmap from boot",
          "Of any other section it would be given to the page allocator, and counted there.",
          "mm/sparse.c section_deactivate(), v5.3 to v7.2; free_section_usage(), v5.2, which asks"
              + " the usage",
          Set.of(About.Need.BOOT_MEMORY));

  static final Property BOOT_MEMMAP_KNOWN_AS_SUCH =
      new Property.ByDesign(
          KNOWN_AS_BOOTS,
          design ->
              new Property.OfState(
                  KNOWN_AS_BOOTS,
                  MemmapProperties::hasBootMemmap,
                  s -> hasBootMemmap(s).implies(isTakenForBoots(s, design)),
                  MemmapProperties::sources));

  private static Bit hasBootMemmap(Section s) {
    return s.memmap().boot().isEmpty().not();
  }

  private static Bit isTakenForBoots(Section s, Design design) {
    return design.has(Change.SECTION_IS_EARLY) ? early_section(s) : s.usage().is(Usage.BOOT);
  }

  private static String sources(Section s) {
    return "section_mem_map is %s, memmap from boot %s, of all %s"
        .formatted(s.sectionMemMap(), s.memmap().boot().text(), s.memmap().populated().text());
  }

  static final Property NO_UNREFERENCED_MEMORY =
      new Property.OfStep(
          new About(
              "no-unreferenced-memory",
              "No step leaves a live usage or memmap that no section points to, or memmap in a"
                  + " section that is not valid.",
              "a step ends with the section not valid",
              "Nothing would ever free it. A kept boot usage, and the sections that a failed add"
                  + " leaves behind, are not lost: they are still pointed to.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.3 to v7.0",
              Set.of()),
          t -> valid_section(t.after()).not(),
          t ->
              t.outcome()
                  .happened(Event.USAGE_LEAKED)
                  .or(t.outcome().happened(Event.MEMMAP_LEAKED))
                  .not()
                  .and(valid_section(t.after()).or(t.after().memmap().populated().isEmpty())),
          t ->
              "%sthe section is %svalid, memmap %s"
                  .formatted(
                      t.outcome().notes().isEmpty() ? "" : Shown.events(t) + "; ",
                      valid_section(t.after()).isTrue() ? "" : "not ",
                      t.after().memmap().populated().text()));

  static final Property NO_MEMMAP_WHEN_INVALID =
      new Property.OfState(
          new About(
              "no-memmap-when-invalid",
              "A section that is not valid has no memmap.",
              "the section is not valid",
              "Nothing would free it, and the next add would find its place taken.",
              "mm/sparse.c section_deactivate(), v5.3 to v7.0",
              Set.of()),
          s -> valid_section(s).not(),
          s -> valid_section(s).or(s.memmap().populated().isEmpty()),
          s -> "the section is not valid and has memmap " + s.memmap().populated().text());

  static final Property MEMMAP_ONLY_WHERE_MAPPED =
      new Property.OfState(
          new About(
              "memmap-only-where-mapped",
              "A valid section that is not early has memmap only where its bit is set.",
              "the section is valid and not early",
              "Memmap without its bit is freed by nobody: removals go by the bits.",
              "mm/sparse.c section_deactivate(), v5.3 to v7.0",
              Set.of()),
          MemmapProperties::isAdded,
          s -> isAdded(s).implies(s.memmap().populated().subsetOf(s.subsectionMap())),
          s ->
              "memmap %s, map %s"
                  .formatted(s.memmap().populated().text(), s.subsectionMap().text()));

  private static Bit isAdded(Section s) {
    return valid_section(s).and(early_section(s).not());
  }

  static final Property MEMMAP_DECODES_TO_OWN_SECTION =
      new Property.OfState(
          new About(
              "memmap-decodes-to-own-section",
              "A valid section's section_mem_map decodes to the struct page of its first pfn.",
              "the section is valid",
              "Dump tools read it, and removing an early section frees what it points to.",
              "mm/sparse.c sparse_add_section(), sparse_decode_mem_map(), v5.3 to v7.0",
              Set.of()),
          s -> valid_section(s),
          s -> valid_section(s).implies(s.sectionMemMap().base().is(MemmapBase.OWN)),
          s -> "the section is valid and section_mem_map is " + s.sectionMemMap());

  static List<Property> all() {
    return List.of(
        MAP_BACKED_BY_MEMMAP,
        PFN_VALID_HAS_MEMMAP,
        REMOVED_MEMORY_IS_NOT_VALID,
        EARLY_MEMMAP_WHOLE,
        EARLY_MEMMAP_FROM_BOOT,
        BOOT_MEMMAP_KNOWN_AS_SUCH,
        NO_UNREFERENCED_MEMORY,
        NO_MEMMAP_WHEN_INVALID,
        MEMMAP_ONLY_WHERE_MAPPED,
        MEMMAP_DECODES_TO_OWN_SECTION,
        MEMMAP_COUNT_FOLLOWS_MEMMAP);
  }
}
