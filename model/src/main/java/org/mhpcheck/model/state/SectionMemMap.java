package org.mhpcheck.model.state;

import java.util.Locale;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.OneOf;

/**
 * The word {@code section_mem_map} of a {@code struct mem_section} (include/linux/mmzone.h): flags
 * in the low bits, the encoded memmap above them. One value is one store.
 */
public record SectionMemMap(
    Bit present, Bit hasMemMap, Bit online, Bit early, OneOf<MemmapBase> base) {

  public static final SectionMemMap ZERO =
      new SectionMemMap(Bit.FALSE, Bit.FALSE, Bit.FALSE, Bit.FALSE, OneOf.of(MemmapBase.ZERO));

  public SectionMemMap withPresent() {
    return new SectionMemMap(Bit.TRUE, hasMemMap, online, early, base);
  }

  public SectionMemMap withHasMemMap(Bit value) {
    return new SectionMemMap(present, value, online, early, base);
  }

  public SectionMemMap withOnline() {
    return new SectionMemMap(present, hasMemMap, Bit.TRUE, early, base);
  }

  public SectionMemMap withEarly() {
    return new SectionMemMap(present, hasMemMap, online, Bit.TRUE, base);
  }

  public SectionMemMap withBase(MemmapBase value) {
    return new SectionMemMap(present, hasMemMap, online, early, OneOf.of(value));
  }

  /** Whether the whole word is 0. */
  public Bit isZero() {
    return sameAs(ZERO);
  }

  public Bit sameAs(SectionMemMap other) {
    return present
        .sameAs(other.present)
        .and(hasMemMap.sameAs(other.hasMemMap))
        .and(online.sameAs(other.online))
        .and(early.sameAs(other.early))
        .and(base.sameAs(other.base));
  }

  /** Such as {@code PM-- own}: a letter a flag, then the base; {@code 0} if the word is 0. */
  @Override
  public String toString() {
    return isZero().isTrue()
        ? "0"
        : letter(present, 'P')
            + letter(hasMemMap, 'M')
            + letter(online, 'O')
            + letter(early, 'E')
            + " base "
            + base.toString().toLowerCase(Locale.ROOT);
  }

  private static String letter(Bit flag, char letter) {
    return flag.isKnown() ? String.valueOf(flag.isTrue() ? letter : '-') : "?";
  }
}
