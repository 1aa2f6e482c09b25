package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/** Every well-formed state of a section of very few subsections, one by one, reachable or not. */
final class AllSections {
  private AllSections() {}

  static void forEach(int subsections, Consumer<Section> consumer) {
    List<Memmap> memmaps = memmaps(subsections);
    for (SectionMemMap word : words()) {
      for (Usage usage : Usage.values()) {
        for (Bit reserved : List.of(Bit.FALSE, Bit.TRUE)) {
          for (Bits map : bitmaps(subsections)) {
            for (Memmap memmap : memmaps) {
              Section section =
                  new Section(
                      word, OneOf.of(usage), reserved, map, memmap, Owners.none(subsections));
              if (section.isWellFormed().isTrue()) {
                consumer.accept(section);
              }
            }
          }
        }
      }
    }
  }

  static List<Bits> bitmaps(int subsections) {
    List<Bits> all = new ArrayList<>();
    for (int value = 0; value < 1 << subsections; value++) {
      int bits = value;
      all.add(Bits.of(subsections, i -> Bit.of((bits >> i & 1) != 0)));
    }
    return all;
  }

  /** Every non-empty contiguous range. */
  static List<Bits> ranges(int subsections) {
    List<Bits> all = new ArrayList<>();
    for (int from = 0; from < subsections; from++) {
      for (int to = from + 1; to <= subsections; to++) {
        all.add(Bits.range(subsections, from, to));
      }
    }
    return all;
  }

  private static List<SectionMemMap> words() {
    List<SectionMemMap> all = new ArrayList<>();
    for (int flags = 0; flags < 16; flags++) {
      for (MemmapBase base : MemmapBase.values()) {
        all.add(
            new SectionMemMap(
                Bit.of((flags & 1) != 0),
                Bit.of((flags & 2) != 0),
                Bit.of((flags & 4) != 0),
                Bit.of((flags & 8) != 0),
                OneOf.of(base)));
      }
    }
    return all;
  }

  private static List<Memmap> memmaps(int subsections) {
    List<Memmap> all = new ArrayList<>();
    for (Bits boot : bitmaps(subsections)) {
      for (Bits buddy : bitmaps(subsections)) {
        for (Bits altmap : bitmaps(subsections)) {
          Memmap memmap = new Memmap(boot, buddy, altmap);
          if (memmap.isWellFormed().isTrue()) {
            all.add(memmap);
          }
        }
      }
    }
    return all;
  }
}
