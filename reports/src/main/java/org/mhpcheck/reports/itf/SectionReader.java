package org.mhpcheck.reports.itf;

import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;
import org.mhpcheck.reports.text.Words;

/** Reads what {@link org.mhpcheck.reports.json.ValueWriter} writes of a section. */
final class SectionReader {
  private final Place place;
  private final int subsections;

  SectionReader(Place place, int subsections) {
    this.place = place;
    this.subsections = subsections;
  }

  Section read() {
    Place memmap = place.get("memmap");
    Place owners = place.get("owners");
    return new Section(
        new SectionMemMap(
            flag("present"),
            flag("has_mem_map"),
            flag("online"),
            flag("early"),
            flag("taint"),
            OneOf.of(place.get("base").named(MemmapBase.values(), Words::of))),
        OneOf.of(place.get("usage").named(Usage.values(), Words::of)),
        flag("reserved"),
        flag("pageblock_flags"),
        bits(place, "map"),
        new Memmap(
            bits(memmap, "boot"), bits(memmap, "buddy"), bits(memmap, "altmap"), pages(memmap)),
        bits(place, "linear_map"),
        new Owners(
            bits(owners, "ram"),
            bits(owners, "device"),
            bits(owners, "device_start"),
            bits(owners, "altmap"),
            bits(owners, "private_device"),
            bits(owners, "pagemap")));
  }

  /** Written where zones are kept. */
  private Pages pages(Place memmap) {
    return memmap
        .find("pages")
        .map(p -> new Pages(bits(p, "normal"), bits(p, "device"), bits(p, "reserve")))
        .orElse(Pages.none(subsections));
  }

  private Bit flag(String name) {
    return Bit.of(place.get(name).truth());
  }

  private Bits bits(Place in, String name) {
    return in.get(name).bitmap(subsections);
  }
}
