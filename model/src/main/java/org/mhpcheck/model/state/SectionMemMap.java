package org.mhpcheck.model.state;

import java.util.Locale;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.OneOf;

/**
 * The word {@code section_mem_map} of a {@code struct mem_section} (include/linux/mmzone.h): flags
 * in the low bits, the encoded memmap above them. One value is one store.
 */
public record SectionMemMap(
    Bit present, Bit hasMemMap, Bit online, Bit early, Bit taint, OneOf<MemmapBase> base) {

  public static final SectionMemMap ZERO =
      new SectionMemMap(
          Bit.FALSE, Bit.FALSE, Bit.FALSE, Bit.FALSE, Bit.FALSE, OneOf.of(MemmapBase.ZERO));

  public SectionMemMap withPresent() {
    return new SectionMemMap(Bit.TRUE, hasMemMap, online, early, taint, base);
  }

  public SectionMemMap withHasMemMap(Bit value) {
    return new SectionMemMap(present, value, online, early, taint, base);
  }

  public SectionMemMap withOnline(Bit value) {
    return new SectionMemMap(present, hasMemMap, value, early, taint, base);
  }

  public SectionMemMap withEarly() {
    return new SectionMemMap(present, hasMemMap, online, Bit.TRUE, taint, base);
  }

  public SectionMemMap withTaint() {
    return new SectionMemMap(present, hasMemMap, online, early, Bit.TRUE, base);
  }

  public SectionMemMap withBase(MemmapBase value) {
    return new SectionMemMap(present, hasMemMap, online, early, taint, OneOf.of(value));
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
        .and(taint.sameAs(other.taint))
        .and(base.sameAs(other.base));
  }

  /**
   * Such as {@code PM-- base own}: a letter a flag, then the base; {@code 0} if the word is 0. A T
   * for TAINT_ZONE_DEVICE stands behind the others, where it is set.
   */
  @Override
  public String toString() {
    return isZero().isTrue()
        ? "0"
        : letter(present, 'P')
            + letter(hasMemMap, 'M')
            + letter(online, 'O')
            + letter(early, 'E')
            + (taint.isFalse() ? "" : letter(taint, 'T'))
            + " base "
            + base.toString().toLowerCase(Locale.ROOT);
  }

  private static String letter(Bit flag, char letter) {
    return flag.isKnown() ? String.valueOf(flag.isTrue() ? letter : '-') : "?";
  }
}
