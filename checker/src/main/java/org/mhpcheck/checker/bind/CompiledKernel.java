package org.mhpcheck.checker.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.Reply.Reached;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** A kernel tree's own functions, for sections of one size. To be closed when done with. */
public final class CompiledKernel implements Kernel, AutoCloseable {
  private final String name;
  private final int subsections;
  private final Harness harness;

  /**
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @throws BindException if it cannot be compiled
   */
  public CompiledKernel(KernelBuild build, int subsections) {
    this.name = build.provenance().tree();
    this.subsections = subsections;
    this.harness = new Harness(build.program(subsections));
  }

  @Override
  public String name() {
    return name;
  }

  public int subsections() {
    return subsections;
  }

  @Override
  public Section boot(Bits ram) {
    Reply reply = ask(List.of(Request.boot(ram))).get(0);
    if (!reply.notes().isEmpty()) {
      throw new BindException(
          name + ": booting with " + ram + ": " + reply.notes().get(0).event().text());
    }
    return reply.next();
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    Reply without = ask(List.of(Request.step(section, step, Optional.empty()))).get(0);
    List<Request> faults =
        faults(without, step.range()).stream()
            .map(f -> Request.step(section, step, Optional.of(f)))
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(without.outcome());
    ask(faults).forEach(r -> outcomes.add(r.outcome()));
    return outcomes;
  }

  /** The allocations that a run without a fault came by, each a fault to ask for. */
  static List<Fault> faults(Reply without, Bits range) {
    List<Fault> faults = new ArrayList<>();
    if (without.reached().contains(Reached.USAGE_ALLOCATION)) {
      faults.add(new Fault(FaultPoint.USAGE, 0));
    }
    if (without.reached().contains(Reached.MEMMAP_ALLOCATION)) {
      for (int i = 0; i < Long.bitCount(Sections.word(range)); i++) {
        faults.add(new Fault(FaultPoint.MEMMAP, i));
      }
    }
    return faults;
  }

  /** Many questions at once, which is much faster than one by one. */
  synchronized List<Reply> ask(List<Request> requests) {
    for (Request request : requests) {
      if (request.range().size() != subsections) {
        throw new IllegalArgumentException(
            request.range().size() + " subsections, compiled for " + subsections);
      }
    }
    return harness.ask(requests);
  }

  @Override
  public synchronized void close() {
    harness.close();
  }
}
