package org.mhpcheck.model.state;

import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;

/**
 * Who owns each subsection, as the resource tree has it: ghost state, kept for callers whose
 * preconditions ask. A failed add owns nothing, whatever it left behind.
 *
 * @param ram system RAM
 * @param device device memory
 * @param deviceStart the first subsection of each device range; a range goes on (over section
 *     borders too) until the next start or the next subsection that no device owns
 * @param altmap the device memory that was added with an altmap, and has to be removed with one
 */
public record Owners(Bits ram, Bits device, Bits deviceStart, Bits altmap) {

  public static Owners none(int subsections) {
    return ram(Bits.none(subsections));
  }

  public static Owners ram(Bits ram) {
    Bits none = Bits.none(ram.size());
    return new Owners(ram, none, none, none);
  }

  public Bits any() {
    return ram.or(device);
  }

  /** With {@code range} a device's, begun at {@code starts}, added with an altmap or without. */
  public Owners withDevice(Bits range, Bits starts, boolean withAltmap) {
    return new Owners(
        ram, device.or(range), deviceStart.or(starts), withAltmap ? altmap.or(range) : altmap);
  }

  public Owners withoutDevice(Bits range) {
    return new Owners(ram, device.minus(range), deviceStart.minus(range), altmap.minus(range));
  }

  public Bit sameAs(Owners other) {
    return ram.sameAs(other.ram)
        .and(device.sameAs(other.device))
        .and(deviceStart.sameAs(other.deviceStart))
        .and(altmap.sameAs(other.altmap));
  }
}
