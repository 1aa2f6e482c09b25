package org.mhpcheck.model.state;

import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;

/**
 * Which subsections have memmap (struct pages) behind their vmemmap addresses, by the allocator it
 * came from. No subsection is in two.
 *
 * @param boot from the boot allocator
 * @param buddy from the page allocator
 * @param altmap from the device's own memory
 * @param pages which of it was initialised; none where zones are not kept
 */
public record Memmap(Bits boot, Bits buddy, Bits altmap, Pages pages) {

  /** One of which nothing was initialised. */
  public Memmap(Bits boot, Bits buddy, Bits altmap) {
    this(boot, buddy, altmap, Pages.none(boot.size()));
  }

  public static Memmap none(int subsections) {
    Bits none = Bits.none(subsections);
    return new Memmap(none, none, none);
  }

  public static Memmap allBoot(int subsections) {
    Bits none = Bits.none(subsections);
    return new Memmap(Bits.full(subsections), none, none);
  }

  public Bits populated() {
    return boot.or(buddy).or(altmap);
  }

  /** With {@code range} populated from the page allocator; what is mapped already stays. */
  public Memmap populatedFromBuddy(Bits range) {
    return new Memmap(boot, buddy.or(range.minus(populated())), altmap, pages);
  }

  /** With {@code range} populated from an altmap; what is mapped already stays. */
  public Memmap populatedFromAltmap(Bits range) {
    return new Memmap(boot, buddy, altmap.or(range.minus(populated())), pages);
  }

  public Memmap without(Bits range) {
    return new Memmap(
        boot.minus(range), buddy.minus(range), altmap.minus(range), pages.without(range));
  }

  public Memmap withPages(Pages value) {
    return new Memmap(boot, buddy, altmap, value);
  }

  /** This memmap if {@code condition} holds, else none. */
  public Memmap when(Bit condition) {
    return new Memmap(boot.when(condition), buddy.when(condition), altmap.when(condition));
  }

  /** That no subsection's memmap comes from two allocators. */
  public Bit isWellFormed() {
    return boot.intersects(buddy).or(boot.intersects(altmap)).or(buddy.intersects(altmap)).not();
  }

  public Bit sameAs(Memmap other) {
    return boot.sameAs(other.boot)
        .and(buddy.sameAs(other.buddy))
        .and(altmap.sameAs(other.altmap))
        .and(pages.sameAs(other.pages));
  }
}
