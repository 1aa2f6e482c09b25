package org.mhpcheck.checker.bind;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/** Section states as harness.c has them: {@code struct mhp_state}, and the words of its lines. */
final class Sections {
  private static final int PRESENT = 1;
  private static final int HAS_MEM_MAP = 2;
  private static final int ONLINE = 4;
  private static final int EARLY = 8;

  private Sections() {}

  static void write(Section section, ByteBuffer out) {
    SectionMemMap word = section.sectionMemMap();
    out.putInt(
        flag(word.present(), PRESENT)
            | flag(word.hasMemMap(), HAS_MEM_MAP)
            | flag(word.online(), ONLINE)
            | flag(word.early(), EARLY));
    out.putInt(known(word.base()).ordinal());
    out.putInt(known(section.usage()).ordinal());
    out.putInt(flag(section.reserved(), 1));
    out.putLong(word(section.subsectionMap()));
    out.putLong(word(section.memmap().boot()));
    out.putLong(word(section.memmap().buddy()));
    out.putLong(word(section.memmap().altmap()));
  }

  /**
   * @param owners which no kernel knows, to be carried over
   */
  static Section read(ByteBuffer in, Owners owners) {
    int size = owners.ram().size();
    int flags = in.getInt();
    MemmapBase base = MemmapBase.values()[in.getInt()];
    Usage usage = Usage.values()[in.getInt()];
    Bit reserved = Bit.of(in.getInt() != 0);
    Bits map = bits(in.getLong(), size);
    Memmap memmap =
        new Memmap(bits(in.getLong(), size), bits(in.getLong(), size), bits(in.getLong(), size));
    SectionMemMap word =
        new SectionMemMap(
            Bit.of((flags & PRESENT) != 0),
            Bit.of((flags & HAS_MEM_MAP) != 0),
            Bit.of((flags & ONLINE) != 0),
            Bit.of((flags & EARLY) != 0),
            OneOf.of(base));
    return new Section(word, OneOf.of(usage), reserved, map, memmap, owners);
  }

  /** {@code flags=PM-- base=own usage=slab reserved=0 map=1100 memmap=pp--}. */
  static String words(Section section) {
    SectionMemMap word = section.sectionMemMap();
    StringBuilder memmap = new StringBuilder();
    for (int i = 0; i < section.subsections(); i++) {
      memmap.append(
          section.memmap().boot().get(i)
              ? 'b'
              : section.memmap().buddy().get(i)
                  ? 'p'
                  : section.memmap().altmap().get(i) ? 'a' : '-');
    }
    return "flags=%s%s%s%s base=%s usage=%s reserved=%d map=%s memmap=%s"
        .formatted(
            word.present().isTrue() ? "P" : "-",
            word.hasMemMap().isTrue() ? "M" : "-",
            word.online().isTrue() ? "O" : "-",
            word.early().isTrue() ? "E" : "-",
            known(word.base()).name().toLowerCase(Locale.ROOT),
            known(section.usage()).name().toLowerCase(Locale.ROOT),
            flag(section.reserved(), 1),
            section.subsectionMap(),
            memmap);
  }

  static long word(Bits bits) {
    long word = 0;
    for (int i = 0; i < bits.size(); i++) {
      word |= bits.get(i) ? 1L << i : 0;
    }
    return word;
  }

  static Bits bits(long word, int size) {
    return Bits.of(size, i -> Bit.of((word >>> i & 1) != 0));
  }

  /** That a bitmap is what a (pfn, nr_pages) can say. */
  static void requireOneRange(Bits range) {
    long word = word(range);
    long shifted = word == 0 ? 0 : word >>> Long.numberOfTrailingZeros(word);
    if (word == 0 || (shifted & (shifted + 1)) != 0) {
      throw new IllegalArgumentException("not one range: " + range);
    }
  }

  private static int flag(Bit bit, int value) {
    return bit.isTrue() ? value : 0;
  }

  private static <E extends Enum<E>> E known(OneOf<E> value) {
    return value.get();
  }
}
