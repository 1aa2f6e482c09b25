package org.mhpcheck.checker.bind.harness;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.checker.bind.harness.Reply.OnlinePage;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * Section states as the harness has them: {@code struct mhp_state} of records.h, five words of 64
 * bits, and what text.c writes.
 */
public final class Sections {
  static final int WORDS = 5;
  static final int BYTES = 8 * WORDS;

  private static final int PRESENT = 1;
  private static final int HAS_MEM_MAP = 2;
  private static final int ONLINE = 4;
  private static final int EARLY = 8;
  private static final int TAINT = 16;

  private Sections() {}

  static void write(Section section, ByteBuffer out) {
    SectionMemMap word = section.sectionMemMap();
    int flags =
        flag(word.present(), PRESENT)
            | flag(word.hasMemMap(), HAS_MEM_MAP)
            | flag(word.online(), ONLINE)
            | flag(word.early(), EARLY)
            | flag(word.taint(), TAINT);
    out.put((byte) flags);
    out.put((byte) word.base().get().ordinal());
    out.put((byte) section.usage().get().ordinal());
    out.put((byte) flag(section.reserved(), 1));
    out.putInt(flag(section.pageblockFlags(), 1));
    out.putLong(section.subsectionMap().word());
    out.putLong(section.memmap().boot().word());
    out.putLong(section.memmap().buddy().word());
    out.putLong(section.memmap().altmap().word());
  }

  /** The five words that the harness has for a section: its struct mhp_state. */
  public static long[] words(Section section) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
    write(section, bytes);
    bytes.flip();
    long[] words = new long[WORDS];
    bytes.asLongBuffer().get(words);
    return words;
  }

  /**
   * The constant of this number.
   *
   * @param what it is
   * @throws BindException if there is none
   */
  static <E> E constant(String what, E[] constants, int number) {
    return constants[requireWithin(what, number, constants.length - 1)];
  }

  /**
   * The number, which is 0 to {@code most}: a tree that writes where it must not may have
   * overwritten it.
   *
   * @throws BindException if it is not
   */
  static int requireWithin(String what, int number, int most) {
    if (number < 0 || number > most) {
      throw new BindException(
          "the compiled kernel gives no answer: found %s %d, expected 0 to %d"
              .formatted(what, number, most));
    }
    return number;
  }

  /**
   * @param books a section whose owners and linear mapping, which no kernel knows, to carry over
   */
  static Section read(ByteBuffer in, Section books) {
    int size = books.subsections();
    int flags = in.get();
    MemmapBase base = constant("memmap base", MemmapBase.values(), in.get());
    Usage usage = constant("usage", Usage.values(), in.get());
    Bit reserved = Bit.of(in.get() != 0);
    Bit pageblockFlags = Bit.of(in.getInt() != 0);
    Bits map = Bits.ofWord(size, in.getLong());
    Memmap memmap =
        new Memmap(
            Bits.ofWord(size, in.getLong()),
            Bits.ofWord(size, in.getLong()),
            Bits.ofWord(size, in.getLong()));
    SectionMemMap word =
        new SectionMemMap(
            Bit.of((flags & PRESENT) != 0),
            Bit.of((flags & HAS_MEM_MAP) != 0),
            Bit.of((flags & ONLINE) != 0),
            Bit.of((flags & EARLY) != 0),
            Bit.of((flags & TAINT) != 0),
            OneOf.of(base));
    return new Section(
        word,
        OneOf.of(usage),
        reserved,
        pageblockFlags,
        map,
        memmap,
        books.linearMap(),
        books.owners());
  }

  /** {@code flags=PM--- base=own usage=slab reserved=0 pageblock=0 map=1100 memmap=pp--}. */
  static String text(Section section) {
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
    return "flags=%s%s%s%s%s base=%s usage=%s reserved=%d pageblock=%d map=%s memmap=%s"
        .formatted(
            word.present().isTrue() ? "P" : "-",
            word.hasMemMap().isTrue() ? "M" : "-",
            word.online().isTrue() ? "O" : "-",
            word.early().isTrue() ? "E" : "-",
            word.taint().isTrue() ? "T" : "-",
            word.base().get().name().toLowerCase(Locale.ROOT),
            section.usage().get().name().toLowerCase(Locale.ROOT),
            flag(section.reserved(), 1),
            flag(section.pageblockFlags(), 1),
            section.subsectionMap(),
            memmap);
  }

  /**
   * One as {@link Reply#text} has it.
   *
   * @param pfnValid empty if that crashed
   * @param onlinePage empty if that crashed
   */
  public static String textAfter(
      Section section, Optional<Bits> pfnValid, Optional<OnlinePage> onlinePage) {
    return "%s valid=%s online=%s"
        .formatted(
            text(section),
            pfnValid.map(Bits::toString).orElse("crashed"),
            onlinePage.map(o -> o.noDevice() + " device_online=" + o.device()).orElse("crashed"));
  }

  /** Several, with a bar before each but the first. */
  public static String text(List<Section> sections) {
    return sections.stream().map(Sections::text).collect(Collectors.joining(" | "));
  }

  private static int flag(Bit bit, int value) {
    return bit.isTrue() ? value : 0;
  }
}
