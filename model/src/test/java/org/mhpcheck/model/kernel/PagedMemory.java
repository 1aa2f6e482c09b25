package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Usage;

/**
 * Memory written down by its struct pages, a letter a subsection: {@code n} ZONE_NORMAL's, {@code
 * v} ZONE_DEVICE's, {@code w} the same but for the first, {@code x} nobody's, {@code .} none. A
 * section in capitals is online.
 */
final class PagedMemory {
  private PagedMemory() {}

  static Memory of(int firstSection, Spans spans, String... sections) {
    List<Section> list = new ArrayList<>();
    for (String letters : sections) {
      list.add(section(letters));
    }
    return new Memory(List.copyOf(list), spans, firstSection);
  }

  static Section section(String letters) {
    String lower = letters.toLowerCase(Locale.ROOT);
    int size = letters.length();
    Bits there = where(lower, "nvwx");
    Bits device = where(lower, "vw");
    boolean present = !there.isEmpty().isTrue();
    SectionMemMap word =
        new SectionMemMap(
            Bit.of(present),
            Bit.of(present),
            Bit.of(!letters.equals(lower)),
            Bit.FALSE,
            Bit.of(!device.isEmpty().isTrue()),
            OneOf.of(present ? MemmapBase.OWN : MemmapBase.ZERO));
    Pages pages = new Pages(where(lower, "n"), device, where(lower, "w"));
    Bits none = Bits.none(size);
    return new Section(
        word,
        OneOf.of(present ? Usage.SLAB : Usage.NULL),
        Bit.FALSE,
        Bit.FALSE,
        there,
        new Memmap(none, there, none, pages),
        there,
        new Owners(there.minus(device), device, none, none, none));
  }

  private static Bits where(String letters, String which) {
    return Bits.of(letters.length(), i -> Bit.of(which.indexOf(letters.charAt(i)) >= 0));
  }

  /** The struct pages of each section, as {@link #of} takes them, online or not. */
  static List<String> text(Memory memory) {
    return memory.sections().stream().map(PagedMemory::text).toList();
  }

  private static String text(Section section) {
    Pages pages = section.memmap().pages();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < section.subsections(); i++) {
      text.append(
          !section.memmap().populated().get(i)
              ? '.'
              : pages.normal().get(i)
                  ? 'n'
                  : pages.reserve().get(i) ? 'w' : pages.device().get(i) ? 'v' : 'x');
    }
    return text.toString();
  }
}
