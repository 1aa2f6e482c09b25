package org.mhpcheck.checker.compose;

import java.util.function.IntConsumer;
import org.mhpcheck.checker.parts.Sections;

/** One section at a time, from boot on. */
public interface BootedSections extends Sections {

  /** Every state that a section can be in at first, in a fixed order; one may come twice. */
  void initial(IntConsumer states);
}
