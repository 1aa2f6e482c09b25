package org.mhpcheck.model.kernel;

/**
 * An allocation that fails at boot.
 *
 * @param section the index of the section whose memmap it is; of a node's array of usages, the
 *     first that it is for
 * @param point {@link FaultPoint#BOOT_USAGES} or {@link FaultPoint#BOOT_MEMMAP}
 */
public record BootFault(int section, FaultPoint point) {
  public String text() {
    return point == FaultPoint.BOOT_USAGES
        ? "%s fails, from section %d on".formatted(point.text(), section + 1)
        : "%s fails, in section %d".formatted(point.text(), section + 1);
  }
}
