package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.valid_section;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Usage;

/** What must hold of {@code struct mem_section_usage} and the pointer to it. */
final class UsageProperties {
  private UsageProperties() {}

  static final Property BOOT_USAGE_NEVER_FREED =
      new Property.OfStep(
          new About(
              "boot-usage-never-freed",
              "No usage that the boot allocator made reaches kfree().",
              "memory is removed from a section whose usage is from boot, or an add to it fails",
              "Boot usages are packed into an array of the boot allocator: the slab allocator knows"
                  + " no such object, and neighbours lie in the same page.",
              "mm/sparse.c section_deactivate(), v5.3 to v7.0; 8068df3b6037",
              Set.of(About.Need.BOOT_MEMORY)),
          t -> t.before().usage().is(Usage.BOOT).and(Bit.of(takesAway(t))),
          t -> t.outcome().happened(Event.BOOT_USAGE_FREED).not(),
          Shown::events);

  static final Property NO_MEMORY_CORRUPTION =
      new Property.OfStep(
          new About(
              "no-memory-corruption",
              "No step corrupts memory, crashes, or ends in BUG().",
              "a step is taken",
              "What is freed twice, as something else, or reached after it was freed, does its harm"
                  + " later and elsewhere. Of a kernel tree this also tells whatever the model has no"
                  + " other word for; what comes after it is not explored.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.3 to v7.0",
              Set.of()),
          t -> Bit.TRUE,
          t ->
              Bit.anyOf(
                      t.outcome().notes().stream()
                          .filter(n -> n.event().severity() == Event.Severity.CORRUPTION)
                          .map(Note::when)
                          .toList())
                  .not(),
          Shown::events);

  static final Property BOOT_USAGE_IS_RESERVED =
      new Property.OfState(
          new About(
              "boot-usage-is-reserved",
              "A section's usage lies in a reserved page exactly if the boot allocator made it.",
              "the section has a usage",
              "Since v5.5 the kernel tells by PageReserved() which usages it may free. This is what"
                  + " makes that test the right one.",
              "mm/sparse.c section_deactivate(), v5.5 to v7.0",
              Set.of()),
          s -> s.usage().isNot(Usage.NULL),
          s -> s.reserved().sameAs(s.usage().is(Usage.BOOT)),
          s -> "usage is %s, its page is %sreserved".formatted(s.usage(), not(s.reserved())));

  static final Property USAGE_PRESENT_WHEN_VALID =
      new Property.OfState(
          new About(
              "usage-present-when-valid",
              "A valid section points at a live usage.",
              "the section is valid",
              "pfn_valid() reads the bitmap of a valid section without asking whether there is one"
                  + " (before v6.10).",
              "include/linux/mmzone.h pfn_section_valid(), v5.3 to v7.2",
              Set.of()),
          s -> valid_section(s),
          s -> valid_section(s).implies(s.usage().is(Usage.BOOT).or(s.usage().is(Usage.SLAB))),
          s -> "the section is valid and its usage is " + s.usage());

  static final Property USAGE_REACHED_WHILE_LIVE =
      new Property.OfStep(
          new About(
              "usage-reached-only-while-live",
              "No kernel function reaches the bitmap through a NULL pointer or in a freed usage,"
                  + " itself or by pfn_valid() while it takes a memmap down.",
              "a step is taken on a valid section",
              "ppc64's vmemmap_populated() asks pfn_valid() about the very section that is being"
                  + " deactivated.",
              "mm/sparse.c section_deactivate(), arch/powerpc/mm/init_64.c vmemmap_free(), v5.6;"
                  + " b943f045a9af",
              Set.of()),
          t -> valid_section(t.before()),
          t ->
              t.outcome()
                  .happened(Event.NULL_DEREFERENCE)
                  .or(t.outcome().happened(Event.USE_AFTER_FREE))
                  .or(t.outcome().happened(Event.DOUBLE_FREE))
                  .not(),
          Shown::events);

  static final Property ADDED_SECTION_HAS_CLEAR_FLAGS =
      new Property.OfStep(
          new About(
              "added-section-has-clear-flags",
              "A section that is added anew has no pageblock flag set.",
              "a section that is not valid is added",
              "Flags of an earlier life, or whatever kmalloc() found, speak for memory that is not"
                  + " theirs until the section goes online and all are written anew (L12).",
              "mm/sparse.c section_activate(), v5.3 to v7.0; mm/sparse-vmemmap.c, v7.1 on;"
                  + " mm/sparse.c sparse_add_one_section(), v5.2",
              Set.of()),
          UsageProperties::addsAnew,
          t -> addsAnew(t).implies(t.after().pageblockFlags().not()),
          t -> "the usage is %s, and pageblock flags are set".formatted(t.after().usage()));

  private static Bit addsAnew(StepTaken t) {
    return Bit.of(t.step().kind().adds() && t.outcome().rc() == Errno.OK)
        .and(valid_section(t.before()).not());
  }

  static final Property MAP_EMPTY_WHEN_INVALID =
      new Property.OfState(
          new About(
              "map-empty-when-invalid",
              "A section that is not valid has no bit set in its map.",
              "the section is not valid",
              "A kept boot usage is used again when the section is added again; a bit left in it"
                  + " would refuse the add.",
              "mm/sparse.c section_deactivate(), section_activate(), v5.3 to v7.0",
              Set.of()),
          s -> valid_section(s).not(),
          s -> valid_section(s).or(s.subsectionMap().isEmpty()),
          s -> "the section is not valid and its map is " + s.subsectionMap().text());

  static final Property EMPTIED_SECTION_IS_RESET =
      new Property.OfStep(
          new About(
              "emptied-section-is-reset",
              "A section whose map has become empty has section_mem_map 0.",
              "a step takes a section's last subsection away",
              "Dump tools take a word that is not 0 for a section with a memmap.",
              "mm/sparse.c section_deactivate(), v5.6; 1f503443e7df",
              Set.of(About.Need.REMOVES)),
          UsageProperties::empties,
          t -> empties(t).implies(t.after().sectionMemMap().isZero()),
          t -> "the map became empty and section_mem_map is " + t.after().sectionMemMap());

  static final Property MAP_NOT_EMPTY_WHEN_VALID =
      new Property.OfState(
          new About(
              "map-not-empty-when-valid",
              "A valid section has a bit set in its map.",
              "the section is valid",
              "A section is given up when its last bit goes; one without bits would never be.",
              "mm/sparse.c section_deactivate(), v5.3 to v7.0",
              Set.of()),
          s -> valid_section(s),
          s -> valid_section(s).implies(s.subsectionMap().isEmpty().not()),
          s -> "the section is valid and its map is " + s.subsectionMap().text());

  static final Property INVALID_SECTION_IS_RESET =
      new Property.OfState(
          new About(
              "invalid-section-is-reset",
              "A section that is not valid has section_mem_map 0.",
              "the section is not valid",
              "No flag of an earlier life may speak for the next one: an EARLY left behind would"
                  + " have the next add go without memmap.",
              "mm/sparse.c section_deactivate(), v5.6 to v7.0; 1f503443e7df",
              Set.of()),
          s -> valid_section(s).not(),
          s -> valid_section(s).or(s.sectionMemMap().isZero()),
          s -> "the section is not valid and section_mem_map is " + s.sectionMemMap());

  static final Property INVALID_SECTION_KEEPS_ONLY_BOOT_USAGE =
      new Property.OfState(
          new About(
              "invalid-section-keeps-only-boot-usage",
              "A section that is not valid has no usage but the one that boot made.",
              "the section is not valid",
              "A usage from slab that is kept is lost memory, one that was freed is a trap for the"
                  + " next add.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.3 to v7.0",
              Set.of()),
          s -> valid_section(s).not(),
          s -> valid_section(s).or(s.usage().is(Usage.NULL)).or(s.usage().is(Usage.BOOT)),
          s -> "the section is not valid and its usage is " + s.usage());

  private static boolean takesAway(StepTaken t) {
    return t.step().kind() == Step.Kind.REMOVE || t.outcome().rc() != Errno.OK;
  }

  private static String not(Bit bit) {
    return bit.isTrue() ? "" : "not ";
  }

  private static Bit empties(StepTaken t) {
    return t.before().subsectionMap().isEmpty().not().and(t.after().subsectionMap().isEmpty());
  }

  static List<Property> all() {
    return List.of(
        NO_MEMORY_CORRUPTION,
        BOOT_USAGE_NEVER_FREED,
        BOOT_USAGE_IS_RESERVED,
        USAGE_PRESENT_WHEN_VALID,
        USAGE_REACHED_WHILE_LIVE,
        ADDED_SECTION_HAS_CLEAR_FLAGS,
        MAP_EMPTY_WHEN_INVALID,
        MAP_NOT_EMPTY_WHEN_VALID,
        INVALID_SECTION_IS_RESET,
        INVALID_SECTION_KEEPS_ONLY_BOOT_USAGE,
        EMPTIED_SECTION_IS_RESET);
  }
}
