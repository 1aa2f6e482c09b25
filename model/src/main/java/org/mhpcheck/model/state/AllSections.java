package org.mhpcheck.model.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;

/** Every well-formed state of a section of very few subsections, one by one, reachable or not. */
public final class AllSections {
  private AllSections() {}

  public static void forEach(int subsections, Consumer<Section> consumer) {
    List<Memmap> memmaps = memmaps(subsections);
    for (SectionMemMap word : words()) {
      for (Usage usage : Usage.values()) {
        for (Bit reserved : List.of(Bit.FALSE, Bit.TRUE)) {
          for (Bit pageblockFlags : List.of(Bit.FALSE, Bit.TRUE)) {
            for (Bits map : bitmaps(subsections)) {
              for (Memmap memmap : memmaps) {
                Section section =
                    new Section(
                        word,
                        OneOf.of(usage),
                        reserved,
                        pageblockFlags,
                        map,
                        memmap,
                        Bits.none(subsections),
                        Owners.none(subsections));
                if (section.isWellFormed().isTrue()) {
                  consumer.accept(section);
                }
              }
            }
          }
        }
      }
    }
  }

  /** Every bitmap, 2 to the power of {@code subsections} of them. */
  public static List<Bits> bitmaps(int subsections) {
    List<Bits> all = new ArrayList<>();
    for (int value = 0; value < 1 << subsections; value++) {
      int bits = value;
      all.add(Bits.of(subsections, i -> Bit.of((bits >> i & 1) != 0)));
    }
    return all;
  }

  /** Every non-empty contiguous range. */
  public static List<Bits> ranges(int subsections) {
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
    for (int flags = 0; flags < 32; flags++) {
      for (MemmapBase base : MemmapBase.values()) {
        all.add(
            new SectionMemMap(
                Bit.of((flags & 1) != 0),
                Bit.of((flags & 2) != 0),
                Bit.of((flags & 4) != 0),
                Bit.of((flags & 8) != 0),
                Bit.of((flags & 16) != 0),
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
