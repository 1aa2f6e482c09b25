package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;

/** What a kernel can be asked to add or to remove. */
final class AskableRange {
  private AskableRange() {}

  /** {@code range}; the whole section, where {@code design} knows no parts of one. */
  static Bits of(Design design, Bits range) {
    return design.has(Change.SUBSECTION_HOTPLUG) ? range : Bits.full(range.size());
  }
}
