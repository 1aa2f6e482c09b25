package org.mhpcheck.model.state;

import java.util.Optional;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;

/**
 * Which struct pages were initialised, and so have a zone and a node: kept where zones are. Memmap
 * that nobody has initialised holds anything; a kernel that debugs poisons it.
 *
 * @param normal the subsections whose pages are {@code ZONE_NORMAL}'s
 * @param device the subsections whose pages are {@code ZONE_DEVICE}'s
 * @param reserve those of them whose first pages nobody initialises: what a driver reserves at the
 *     start of an altmap, less than a subsection
 */
public record Pages(Bits normal, Bits device, Bits reserve) {

  public static Pages none(int subsections) {
    Bits none = Bits.none(subsections);
    return new Pages(none, none, none);
  }

  /** The zone that the first page of subsection {@code number} has; none if it was never set. */
  public Optional<Zone> ofFirstPage(int number) {
    return reserve.get(number) ? Optional.empty() : ofLastPage(number);
  }

  /** The same of its last page. */
  public Optional<Zone> ofLastPage(int number) {
    if (normal.get(number)) {
      return Optional.of(Zone.NORMAL);
    }
    return device.get(number) ? Optional.of(Zone.DEVICE) : Optional.empty();
  }

  /** The subsections whose pages are in {@code zone}. */
  public Bits of(Zone zone) {
    return zone == Zone.NORMAL ? normal : device;
  }

  public Bits any() {
    return normal.or(device);
  }

  /** With those of {@code range} initialised for {@code zone}. */
  public Pages initialised(Zone zone, Bits range) {
    Pages others = without(range);
    return zone == Zone.NORMAL
        ? new Pages(others.normal.or(range), others.device, others.reserve)
        : new Pages(others.normal, others.device.or(range), others.reserve);
  }

  /** With the first pages of {@code range} left as they were found. */
  public Pages withReserve(Bits range) {
    return new Pages(normal, device, reserve.or(range));
  }

  public Pages without(Bits range) {
    if (normal.isEmpty().isTrue() && device.isEmpty().isTrue()) {
      return this; // as always where zones are not kept, and quickly told
    }
    return new Pages(normal.minus(range), device.minus(range), reserve.minus(range));
  }

  public Bit sameAs(Pages other) {
    return normal
        .sameAs(other.normal)
        .and(device.sameAs(other.device))
        .and(reserve.sameAs(other.reserve));
  }
}
