package org.mhpcheck.model.kernel;

/**
 * An allocation that failed.
 *
 * @param point which one
 * @param occurrence how many subsections of the range had been populated before it failed; 0 for
 *     allocations that come once
 */
public record Fault(FaultPoint point, int occurrence) {
  public String text() {
    return point == FaultPoint.MEMMAP && occurrence > 0
        ? point.text()
            + " fails after "
            + occurrence
            + (occurrence == 1 ? " subsection" : " subsections")
        : point.text() + " fails";
  }
}
