package org.mhpcheck.model.state;

import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.OneOf;

/** Any section state at once: what a proof starts from. Owners are not part of proofs. */
public final class UnknownSection {
  private UnknownSection() {}

  /** A section of which nothing is known but its number of subsections. */
  public static Section of(Circuit circuit, int subsections) {
    return new Section(
        new SectionMemMap(
            circuit.variable("present"),
            circuit.variable("has_mem_map"),
            circuit.variable("online"),
            circuit.variable("early"),
            circuit.variable("taint"),
            OneOf.unknown(circuit, "base", MemmapBase.class)),
        OneOf.unknown(circuit, "usage", Usage.class),
        circuit.variable("reserved"),
        circuit.variable("pageblock_flags"),
        Bits.unknown(circuit, "map", subsections),
        new Memmap(
            Bits.unknown(circuit, "boot", subsections),
            Bits.unknown(circuit, "buddy", subsections),
            Bits.unknown(circuit, "altmap", subsections)),
        Bits.none(subsections),
        Owners.none(subsections));
  }

  /** Gives the variables of {@code unknown} the values of {@code known}. */
  public static void assign(Assignment to, Section unknown, Section known) {
    SectionMemMap from = known.sectionMemMap();
    SectionMemMap into = unknown.sectionMemMap();
    to.set(into.present(), from.present().isTrue());
    to.set(into.hasMemMap(), from.hasMemMap().isTrue());
    to.set(into.online(), from.online().isTrue());
    to.set(into.early(), from.early().isTrue());
    to.set(into.taint(), from.taint().isTrue());
    to.set(into.base(), from.base().get());
    to.set(unknown.usage(), known.usage().get());
    to.set(unknown.reserved(), known.reserved().isTrue());
    to.set(unknown.pageblockFlags(), known.pageblockFlags().isTrue());
    to.set(unknown.subsectionMap(), known.subsectionMap());
    to.set(unknown.memmap().boot(), known.memmap().boot());
    to.set(unknown.memmap().buddy(), known.memmap().buddy());
    to.set(unknown.memmap().altmap(), known.memmap().altmap());
  }

  /** The section that {@code section} is under {@code values}. */
  public static Section valueOf(Assignment values, Section section) {
    SectionMemMap word = section.sectionMemMap();
    return new Section(
        new SectionMemMap(
            Bit.of(values.value(word.present())),
            Bit.of(values.value(word.hasMemMap())),
            Bit.of(values.value(word.online())),
            Bit.of(values.value(word.early())),
            Bit.of(values.value(word.taint())),
            OneOf.of(values.value(word.base(), MemmapBase.class))),
        OneOf.of(values.value(section.usage(), Usage.class)),
        Bit.of(values.value(section.reserved())),
        Bit.of(values.value(section.pageblockFlags())),
        values.value(section.subsectionMap()),
        new Memmap(
            values.value(section.memmap().boot()),
            values.value(section.memmap().buddy()),
            values.value(section.memmap().altmap())),
        values.value(section.linearMap()),
        new Owners(
            values.value(section.owners().ram()),
            values.value(section.owners().device()),
            values.value(section.owners().deviceStart()),
            values.value(section.owners().altmap()),
            values.value(section.owners().privateDevice())));
  }
}
