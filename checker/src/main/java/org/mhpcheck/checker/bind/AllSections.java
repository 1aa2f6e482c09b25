package org.mhpcheck.checker.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/** Every well-formed section of a size, whether any kernel makes it or not; owners left out. */
final class AllSections {
  private AllSections() {}

  static Stream<Section> of(int size) {
    List<SectionMemMap> words = words();
    List<Memmap> memmaps = memmaps(size);
    return usages(size).stream()
        .flatMap(
            u ->
                words.stream()
                    .flatMap(
                        w ->
                            memmaps.stream()
                                .map(
                                    m ->
                                        new Section(
                                            w,
                                            u.usage(),
                                            u.reserved(),
                                            u.subsectionMap(),
                                            m,
                                            u.owners()))));
  }

  private static List<SectionMemMap> words() {
    List<SectionMemMap> words = new ArrayList<>();
    for (int flags = 0; flags < 16; flags++) {
      for (MemmapBase base : MemmapBase.values()) {
        words.add(
            new SectionMemMap(
                bit(flags, 0), bit(flags, 1), bit(flags, 2), bit(flags, 3), OneOf.of(base)));
      }
    }
    return words;
  }

  /** Sections that differ in their usage only. */
  private static List<Section> usages(int size) {
    List<Section> usages = new ArrayList<>();
    Memmap memmap = Memmap.none(size);
    Owners owners = Owners.none(size);
    usages.add(Section.absent(size));
    for (Usage usage : List.of(Usage.BOOT, Usage.SLAB, Usage.DANGLING)) {
      for (Bit reserved : List.of(Bit.FALSE, Bit.TRUE)) {
        bitmaps(size)
            .forEach(
                map ->
                    usages.add(
                        new Section(
                            SectionMemMap.ZERO, OneOf.of(usage), reserved, map, memmap, owners)));
      }
    }
    return usages;
  }

  private static List<Memmap> memmaps(int size) {
    return bitmaps(size)
        .flatMap(
            boot ->
                bitmaps(size)
                    .flatMap(buddy -> bitmaps(size).map(altmap -> new Memmap(boot, buddy, altmap))))
        .filter(m -> m.isWellFormed().isTrue())
        .toList();
  }

  private static Stream<Bits> bitmaps(int size) {
    return LongStream.range(0, 1L << size).mapToObj(word -> Sections.bits(word, size));
  }

  private static Bit bit(int word, int i) {
    return Bit.of((word >>> i & 1) != 0);
  }
}
