package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** A kernel that can be asked what it does to one section. */
public interface Kernel {

  /** Which kernel this is, as a design's name. */
  String name();

  /**
   * The section that boot makes of {@code ram}; an absent one where that is empty.
   *
   * @param node the number of the NUMA node that the memory is on, from 0
   */
  Section boot(Bits ram, int node);

  /** The same on node 0. */
  default Section boot(Bits ram) {
    return boot(ram, 0);
  }

  /**
   * Every outcome of a whole boot: the one in which nothing fails first, then one for each choice
   * of faults.
   *
   * @throws UnsupportedOperationException if this kernel boots one section at a time only
   */
  default List<Booted> boots(List<BootMemory> memory) {
    throw new UnsupportedOperationException(name() + " boots one section at a time");
  }

  /**
   * Every outcome of one kernel step: the one without a fault first, then one for each choice of
   * faults.
   *
   * @param section a known state
   */
  List<Outcome> step(Section section, Step step);

  /**
   * What one step does to zones and spans, and to the struct pages behind them.
   *
   * @throws UnsupportedOperationException if this kernel cannot be asked
   */
  default SpanOutcome step(Memory memory, SpanStep step) {
    throw new UnsupportedOperationException(name() + " keeps no zones");
  }

  /** Where it tells what fires of it; empty if nobody asks for that. */
  default Optional<Fired> fired() {
    return Optional.empty();
  }

  /** Where {@code function} stands in the source; empty where there is none. */
  default Optional<Place> place(String function) {
    return Optional.empty();
  }
}
