package org.mhpcheck.reports.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * A known section on one line: {@code PM-- usage slab map 1100 memmap pp..}.
 *
 * <p>Left out is what goes without saying: a base that is the section's own where there is a memmap
 * and zero where there is none, and owners where nobody owns anything.
 */
public final class SectionText {
  /** What the letters of flags mean. */
  public static final String FLAGS_LEGEND =
      "Flags: P present, M has_mem_map, O online, E early, T taint (a device).";

  /** What the letters mean. */
  public static final String LEGEND =
      FLAGS_LEGEND
          + " memmap from: b boot, p page allocator,"
          + " a altmap, . none. Digits and letters stand for subsections, 0 first.";

  /** What the letters of owners mean, where there are any. */
  public static final String OWNERS_LEGEND =
      "Owners: r system RAM, D device (first subsection of a range), d device, . nobody."
          + " Of private memory: P for D, p for d.";

  /** What the letters of owners mean besides, where there is an altmap. */
  public static final String ALTMAP_OWNERS_LEGEND = "With an altmap: R for r, A for D, a for d.";

  /** What the letters of initialised struct pages mean, where zones are kept. */
  public static final String PAGES_LEGEND =
      "Struct pages initialised for: n ZONE_NORMAL, v ZONE_DEVICE, w the same but for the first,"
          + " . nobody. Spans go from section.subsection to section.subsection.";

  private SectionText() {}

  /**
   * One part of a section.
   *
   * @param ordinary whether it goes without saying
   * @param lane the same by subsections; empty if it is of the section as a whole
   */
  public record Field(String name, String text, boolean ordinary, Optional<Lane> lane) {
    private Field(String name, String text, boolean ordinary) {
      this(name, text, ordinary, Optional.empty());
    }

    private Field(String name, Lane lane, boolean ordinary) {
      this(name, lane.text(), ordinary, Optional.of(lane));
    }

    /** A bitmap of the kernel's own, written in its digits. */
    private Field(String name, Bits bits, char letter, String word, boolean ordinary) {
      this(name, bits.text(), ordinary, Optional.of(Lane.of(letter, word, bits)));
    }
  }

  /** All parts, in the same order for every section. */
  public static List<Field> fields(Section section) {
    SectionMemMap word = section.sectionMemMap();
    MemmapBase base = word.base().get();
    MemmapBase usual = word.hasMemMap().isTrue() ? MemmapBase.OWN : MemmapBase.ZERO;
    Owners owners = section.owners();
    Lane pages = pages(section.memmap().pages());
    Lane owned = owners(owners);
    return List.of(
        new Field("flags", flags(word), false),
        new Field("base", Words.of(base), base == usual),
        new Field("usage", usage(section), false),
        new Field("map", section.subsectionMap(), '1', "bit set in subsection_map", false),
        new Field("memmap", memmap(section.memmap()), false),
        new Field("pages", pages, pages.isEmpty()),
        new Field(
            "linear map",
            section.linearMap(),
            'l',
            "mapped linearly",
            section.linearMap().equals(owners.any().minus(owners.privateDevice()))),
        new Field(
            "pagemap",
            owners.pagemap(),
            'g',
            "has a pagemap",
            owners.pagemap().equals(owners.device())),
        new Field("owners", owned, owned.isEmpty()));
  }

  public static String of(Section section) {
    return fields(section).stream()
        .filter(f -> !f.ordinary())
        .map(f -> f.name().equals("flags") ? f.text() : f.name() + " " + f.text())
        .collect(Collectors.joining("  "));
  }

  private static String flags(SectionMemMap word) {
    return letter(word.present(), "P")
        + letter(word.hasMemMap(), "M")
        + letter(word.online(), "O")
        + letter(word.early(), "E")
        + (word.taint().isTrue() ? "T" : "");
  }

  private static String letter(Bit flag, String letter) {
    return flag.isTrue() ? letter : "-";
  }

  /**
   * PageReserved() and whether pageblock flags are set are told where they are not what the usage's
   * origin makes one expect.
   */
  private static String usage(Section section) {
    Usage usage = section.usage().get();
    boolean boot = usage == Usage.BOOT;
    boolean reserved = section.reserved().isTrue();
    boolean flags = section.pageblockFlags().isTrue();
    StringBuilder text = new StringBuilder(Words.of(usage));
    if (reserved != boot) {
      text.append(reserved ? " (page reserved)" : " (page not reserved)");
    }
    if (flags != boot) {
      text.append(flags ? " (flags set)" : " (flags clear)");
    }
    return text.toString();
  }

  private static Lane memmap(Memmap memmap) {
    return new Lane(
        List.of(
            new Lane.Part('b', "memmap from boot", memmap.boot()),
            new Lane.Part('p', "memmap from the page allocator", memmap.buddy()),
            new Lane.Part('a', "memmap from an altmap", memmap.altmap())));
  }

  private static Lane pages(Pages pages) {
    return new Lane(
        List.of(
            new Lane.Part('n', "struct pages of ZONE_NORMAL", pages.normal()),
            new Lane.Part(
                'v', "struct pages of ZONE_DEVICE", pages.device().minus(pages.reserve())),
            new Lane.Part('w', "struct pages of ZONE_DEVICE, but for the first", pages.reserve())));
  }

  private static Lane owners(Owners owners) {
    Bits start = owners.deviceStart();
    Bits within = owners.device().minus(start);
    Bits plainStart = start.minus(owners.privateDevice()).minus(owners.altmap());
    Bits plain = within.minus(owners.privateDevice()).minus(owners.altmap());
    return new Lane(
        List.of(
            new Lane.Part('R', "system RAM with an altmap", owners.ram().and(owners.altmap())),
            new Lane.Part('r', "system RAM", owners.ram().minus(owners.altmap())),
            new Lane.Part(
                'P', "private memory, first of a range", start.and(owners.privateDevice())),
            new Lane.Part('p', "private memory", owners.privateDevice().minus(start)),
            new Lane.Part(
                'A', "device with an altmap, first of a range", start.and(owners.altmap())),
            new Lane.Part('a', "device with an altmap", within.and(owners.altmap())),
            new Lane.Part('D', "device, first of a range", plainStart),
            new Lane.Part('d', "device", plain)));
  }
}
