package org.mhpcheck.model.state;

import java.util.Locale;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;

/**
 * The state of one section: its {@code struct mem_section}, what that points to, and the memmap.
 *
 * @param sectionMemMap flags and encoded memmap
 * @param usage what the usage pointer points at
 * @param reserved PageReserved() of the page that the usage lies in; a bit of its own, since the
 *     kernel tests it and not where the usage came from. False where there is no usage
 * @param subsectionMap the bitmap within the usage; empty where there is no usage
 * @param memmap which subsections have struct pages
 * @param owners ghost state of the callers
 */
public record Section(
    SectionMemMap sectionMemMap,
    OneOf<Usage> usage,
    Bit reserved,
    Bits subsectionMap,
    Memmap memmap,
    Owners owners) {

  /** A section that nothing was ever said about. */
  public static Section absent(int subsections) {
    return new Section(
        SectionMemMap.ZERO,
        OneOf.of(Usage.NULL),
        Bit.FALSE,
        Bits.none(subsections),
        Memmap.none(subsections),
        Owners.none(subsections));
  }

  public int subsections() {
    return subsectionMap.size();
  }

  public Section withOwners(Owners value) {
    return new Section(sectionMemMap, usage, reserved, subsectionMap, memmap, value);
  }

  /** That this is a state at all: facts of representation, not invariants of the kernel. */
  public Bit isWellFormed() {
    Bit noUsage = usage.is(Usage.NULL);
    return sectionMemMap
        .base()
        .isWellFormed()
        .and(usage.isWellFormed())
        .and(memmap.isWellFormed())
        .and(noUsage.implies(subsectionMap.isEmpty().and(reserved.not())));
  }

  public Bit sameAs(Section other) {
    return sectionMemMap
        .sameAs(other.sectionMemMap)
        .and(usage.sameAs(other.usage))
        .and(reserved.sameAs(other.reserved))
        .and(subsectionMap.sameAs(other.subsectionMap))
        .and(memmap.sameAs(other.memmap))
        .and(owners.sameAs(other.owners));
  }

  /** One line, of known sections; owners left out. */
  @Override
  public String toString() {
    Bits altmap = memmap.altmap();
    return "section_mem_map %s, usage %s%s, map %s, memmap %s%s"
        .formatted(
            sectionMemMap,
            usage.toString().toLowerCase(Locale.ROOT),
            reserved.isTrue() ? " (reserved)" : "",
            subsectionMap.text(),
            memmap.populated().text(),
            altmap.isEmpty().isTrue() ? "" : " (altmap " + altmap.text() + ")");
  }
}
