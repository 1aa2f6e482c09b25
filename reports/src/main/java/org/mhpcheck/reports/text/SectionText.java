package org.mhpcheck.reports.text;

import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bit;
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
  /** What the letters mean. */
  public static final String LEGEND =
      "Flags: P present, M has_mem_map, O online, E early, T taint (a device). memmap from: b boot, p page allocator,"
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
   */
  record Field(String name, String text, boolean ordinary) {}

  /** All parts, in the same order for every section. */
  static List<Field> fields(Section section) {
    SectionMemMap word = section.sectionMemMap();
    MemmapBase base = word.base().get();
    MemmapBase usual = word.hasMemMap().isTrue() ? MemmapBase.OWN : MemmapBase.ZERO;
    Owners owners = section.owners();
    return List.of(
        new Field("flags", flags(word), false),
        new Field("base", Words.of(base), base == usual),
        new Field("usage", usage(section), false),
        new Field("map", section.subsectionMap().text(), false),
        new Field("memmap", memmap(section.memmap()), false),
        new Field(
            "pages",
            pages(section.memmap().pages()),
            section.memmap().pages().any().isEmpty().isTrue()),
        new Field(
            "linear map",
            section.linearMap().text(),
            section.linearMap().equals(owners.any().minus(owners.privateDevice()))),
        new Field("pagemap", owners.pagemap().text(), owners.pagemap().equals(owners.device())),
        new Field("owners", owners(owners), owners.any().isEmpty().isTrue()));
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

  private static String memmap(Memmap memmap) {
    return BitmapText.of(
        memmap.boot().size(),
        List.of(
            new BitmapText.Lettered('b', memmap.boot()),
            new BitmapText.Lettered('p', memmap.buddy()),
            new BitmapText.Lettered('a', memmap.altmap())));
  }

  private static String pages(Pages pages) {
    return BitmapText.of(
        pages.normal().size(),
        List.of(
            new BitmapText.Lettered('n', pages.normal()),
            new BitmapText.Lettered('v', pages.device().minus(pages.reserve())),
            new BitmapText.Lettered('w', pages.reserve())));
  }

  private static String owners(Owners owners) {
    return BitmapText.of(
        owners.ram().size(),
        List.of(
            new BitmapText.Lettered('R', owners.ram().and(owners.altmap())),
            new BitmapText.Lettered('r', owners.ram().minus(owners.altmap())),
            new BitmapText.Lettered('P', owners.deviceStart().and(owners.privateDevice())),
            new BitmapText.Lettered('p', owners.privateDevice().minus(owners.deviceStart())),
            new BitmapText.Lettered('A', owners.deviceStart().and(owners.altmap())),
            new BitmapText.Lettered(
                'a', owners.altmap().and(owners.device()).minus(owners.deviceStart())),
            new BitmapText.Lettered(
                'D', owners.deviceStart().minus(owners.altmap()).minus(owners.privateDevice())),
            new BitmapText.Lettered(
                'd',
                owners
                    .device()
                    .minus(owners.deviceStart())
                    .minus(owners.altmap())
                    .minus(owners.privateDevice()))));
  }
}
