package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** A kernel with another one behind it, which answers all that it does not answer otherwise. */
public abstract class KernelBehind implements Kernel {
  private final Kernel kernel;

  protected KernelBehind(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public Section boot(Bits ram, int node) {
    return kernel.boot(ram, node);
  }

  @Override
  public List<Booted> boots(List<BootMemory> memory) {
    return kernel.boots(memory);
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    return kernel.step(section, step);
  }

  @Override
  public SpanOutcome step(Memory memory, SpanStep step) {
    return kernel.step(memory, step);
  }

  @Override
  public Optional<Fired> fired() {
    return kernel.fired();
  }

  @Override
  public Optional<Place> place(String function) {
    return kernel.place(function);
  }
}
