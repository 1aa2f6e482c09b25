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
 * @param altmap the memory that was added with an altmap, and has to be removed with one
 * @param privateDevice the device memory that the processor does not reach
 * @param pagemap what get_dev_pagemap() finds: at rest, the device memory
 */
public record Owners(
    Bits ram, Bits device, Bits deviceStart, Bits altmap, Bits privateDevice, Bits pagemap) {

  /** Owners at rest. */
  public Owners(Bits ram, Bits device, Bits deviceStart, Bits altmap, Bits privateDevice) {
    this(ram, device, deviceStart, altmap, privateDevice, device);
  }

  public static Owners none(int subsections) {
    return ram(Bits.none(subsections));
  }

  public static Owners ram(Bits ram) {
    Bits none = Bits.none(ram.size());
    return new Owners(ram, none, none, none, none);
  }

  public Bits any() {
    return ram.or(device);
  }

  /** With {@code range} a device's, begun at {@code starts}, added with an altmap or without. */
  public Owners withDevice(Bits range, Bits starts, boolean withAltmap) {
    return new Owners(
        ram,
        device.or(range),
        deviceStart.or(starts),
        withAltmap ? altmap.or(range) : altmap,
        privateDevice,
        pagemap.or(range));
  }

  /** The same of memory that the processor does not reach. */
  public Owners withPrivateDevice(Bits range, Bits starts) {
    Owners owners = withDevice(range, starts, false);
    return new Owners(
        ram,
        owners.device,
        owners.deviceStart,
        owners.altmap,
        privateDevice.or(range),
        owners.pagemap);
  }

  public Owners withoutDevice(Bits range) {
    return new Owners(
        ram,
        device.minus(range),
        deviceStart.minus(range),
        altmap.minus(range),
        privateDevice.minus(range),
        pagemap.minus(range));
  }

  /** With {@code range} in a pagemap that is live, whoever owns it. */
  public Owners withPagemap(Bits range) {
    return new Owners(ram, device, deviceStart, altmap, privateDevice, pagemap.or(range));
  }

  /** With the pagemap of {@code range} dead or gone. */
  public Owners withoutPagemap(Bits range) {
    return new Owners(ram, device, deviceStart, altmap, privateDevice, pagemap.minus(range));
  }

  /** With {@code range} system RAM, added with an altmap or without. */
  public Owners withRam(Bits range, boolean withAltmap) {
    return new Owners(
        ram.or(range),
        device,
        deviceStart,
        withAltmap ? altmap.or(range) : altmap,
        privateDevice,
        pagemap);
  }

  public Owners withoutRam(Bits range) {
    return new Owners(
        ram.minus(range), device, deviceStart, altmap.minus(range), privateDevice, pagemap);
  }

  public Bit sameAs(Owners other) {
    return ram.sameAs(other.ram)
        .and(device.sameAs(other.device))
        .and(deviceStart.sameAs(other.deviceStart))
        .and(altmap.sameAs(other.altmap))
        .and(privateDevice.sameAs(other.privateDevice))
        .and(pagemap.sameAs(other.pagemap));
  }
}
