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
 * @param pageblockFlags whether any pageblock flag within the usage is set; false where there is no
 *     usage
 * @param subsectionMap the bitmap within the usage; empty where there is no usage
 * @param memmap which subsections have struct pages
 * @param linearMap which subsections the linear mapping covers; kept with the owners only
 * @param owners ghost state of the callers
 * @param walkers who may be held up in it; kept only where walkers are asked about
 */
public record Section(
    SectionMemMap sectionMemMap,
    OneOf<Usage> usage,
    Bit reserved,
    Bit pageblockFlags,
    Bits subsectionMap,
    Memmap memmap,
    Bits linearMap,
    Owners owners,
    Walkers walkers) {

  /** One that nobody is held up in. */
  public Section(
      SectionMemMap sectionMemMap,
      OneOf<Usage> usage,
      Bit reserved,
      Bit pageblockFlags,
      Bits subsectionMap,
      Memmap memmap,
      Bits linearMap,
      Owners owners) {
    this(
        sectionMemMap,
        usage,
        reserved,
        pageblockFlags,
        subsectionMap,
        memmap,
        linearMap,
        owners,
        Walkers.NONE);
  }

  /** A section that nothing was ever said about. */
  public static Section absent(int subsections) {
    return new Section(
        SectionMemMap.ZERO,
        OneOf.of(Usage.NULL),
        Bit.FALSE,
        Bit.FALSE,
        Bits.none(subsections),
        Memmap.none(subsections),
        Bits.none(subsections),
        Owners.none(subsections));
  }

  public int subsections() {
    return subsectionMap.size();
  }

  public Section withOwners(Owners value) {
    return withBooks(linearMap, value);
  }

  public Section withLinearMap(Bits value) {
    return withBooks(value, owners);
  }

  /** The same, whatever its pageblock flags hold. */
  public Section withoutPageblockFlags() {
    return new Section(
        sectionMemMap,
        usage,
        reserved,
        Bit.FALSE,
        subsectionMap,
        memmap,
        linearMap,
        owners,
        walkers);
  }

  /** With other struct pages initialised. */
  public Section withPages(Pages value) {
    return new Section(
        sectionMemMap,
        usage,
        reserved,
        pageblockFlags,
        subsectionMap,
        memmap.withPages(value),
        linearMap,
        owners,
        walkers);
  }

  /** With what is kept beside the kernel's own structures as {@code other} has it. */
  public Section withBooksOf(Section other) {
    return withBooks(other.linearMap, other.owners);
  }

  /** Without what is kept beside the kernel's own structures. */
  public Section withoutBooks() {
    return withBooks(Bits.none(subsections()), Owners.none(subsections()));
  }

  private Section withBooks(Bits linear, Owners value) {
    return with(linear, value, walkers);
  }

  public Section withWalkers(Walkers value) {
    return with(linearMap, owners, value);
  }

  private Section with(Bits linear, Owners value, Walkers held) {
    return new Section(
        sectionMemMap, usage, reserved, pageblockFlags, subsectionMap, memmap, linear, value, held);
  }

  /** That this is a state at all: facts of representation, not invariants of the kernel. */
  public Bit isWellFormed() {
    Bit noUsage = usage.is(Usage.NULL);
    return sectionMemMap
        .base()
        .isWellFormed()
        .and(usage.isWellFormed())
        .and(memmap.isWellFormed())
        .and(
            noUsage.implies(subsectionMap.isEmpty().and(reserved.not()).and(pageblockFlags.not())));
  }

  public Bit sameAs(Section other) {
    if (equals(other)) {
      return Bit.TRUE; // as most are that are compared, and quickly told
    }
    return sectionMemMap
        .sameAs(other.sectionMemMap)
        .and(usage.sameAs(other.usage))
        .and(reserved.sameAs(other.reserved))
        .and(pageblockFlags.sameAs(other.pageblockFlags))
        .and(subsectionMap.sameAs(other.subsectionMap))
        .and(memmap.sameAs(other.memmap))
        .and(linearMap.sameAs(other.linearMap))
        .and(owners.sameAs(other.owners));
  }

  /** One line, of known sections; the linear mapping and owners left out. */
  @Override
  public String toString() {
    Bits altmap = memmap.altmap();
    return "section_mem_map %s, usage %s%s%s, map %s, memmap %s%s"
        .formatted(
            sectionMemMap,
            usage.toString().toLowerCase(Locale.ROOT),
            reserved.isTrue() ? " (reserved)" : "",
            pageblockFlags.isTrue() ? " (flags set)" : "",
            subsectionMap.text(),
            memmap.populated().text(),
            altmap.isEmpty().isTrue() ? "" : " (altmap " + altmap.text() + ")");
  }
}
