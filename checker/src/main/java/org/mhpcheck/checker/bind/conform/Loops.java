package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

/**
 * Whether a tree's loops over sections are what the plans say. Only then can what is found step by
 * step be said of whole calls.
 */
public final class Loops {
  /** Where sections begin and end matters to a loop, how long they are does not. */
  private static final int SUBSECTIONS = 4;

  private static final List<Integer> SECTIONS = List.of(1, 2, 3);
  private static final int MOST = 3;

  private Loops() {}

  /** Where they do otherwise than the plans of {@code design}; none if they follow them. */
  public static List<Disagreement> disagreements(KernelBuild build, Design design) {
    List<Disagreement> disagreements = new ArrayList<>();
    try (CompiledKernel compiled = new CompiledKernel(build, SUBSECTIONS)) {
      for (int sections : SECTIONS) {
        Machine machine = Machine.of(design, new Geometry(sections, SUBSECTIONS));
        disagreements.addAll(
            new LoopPairs(compiled, machine)
                .disagreements(calls(machine, compiled.altmaps()), MOST));
      }
    }
    return disagreements.stream().limit(MOST).toList();
  }

  /** The calls of {@code direct} that reach a section: the others only have the kernel warn. */
  static List<Call> calls(Machine machine, List<Altmap> altmaps) {
    return Caller.DIRECT
        .calls(
            machine, altmaps.stream().filter(a -> a.refusedBy(machine.design()).isEmpty()).toList())
        .stream()
        .filter(c -> Caller.DIRECT.plan(c, machine) instanceof Plan.Do)
        .toList();
  }
}
