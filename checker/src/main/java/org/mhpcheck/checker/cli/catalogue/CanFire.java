package org.mhpcheck.checker.cli.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.kernel.Firing;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Platform;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * What can fire of the modelled kernel: every call, every allocation that may fail, every step on
 * zones, every store and both ways of every test. A place of the code counts once over all designs.
 */
public final class CanFire {
  private CanFire() {}

  /** A kernel whose code is asked. */
  private record Asked(Design design, Platform platform) {}

  /** Of the designs that {@code scenarios} ask. */
  public static SortedSet<String> of(List<Scenario> scenarios) {
    SortedSet<String> can = new TreeSet<>();
    Stream.of(Operation.values()).map(CanFire::call).forEach(can::add);
    Stream.of(FaultPoint.values()).map(Firing.Failure::new).forEach(f -> can.add(f.text()));
    Stream.of(SpanStep.Kind.values()).map(Firing.ZoneStep::new).forEach(z -> can.add(z.text()));
    Set<Asked> kernels = new LinkedHashSet<>();
    for (Scenario scenario : scenarios) {
      calls(scenario.question())
          .ifPresent(q -> scenario.designs().forEach(d -> kernels.add(asked(q, d))));
    }
    for (Asked asked : kernels) {
      new ModelledKernel(asked.design(), Optional.empty(), asked.platform())
          .code()
          .canFire()
          .forEach(f -> can.add(f.text()));
    }
    return can;
  }

  private static Asked asked(Question.Explore question, Design design) {
    return new Asked(design, question.world().arch().platform(design));
  }

  /** What fires of kernels that answer {@code question} is to be told here; empty if none does. */
  public static Optional<Fired> told(Question question) {
    // Of the ways on from a step a walk looks at one.
    boolean looksAtAll = !(question instanceof Question.Simulate);
    return calls(question).map(q -> new Fired(q.faults() && looksAtAll));
  }

  /** The calls that known sections take; empty if the question is of something else. */
  private static Optional<Question.Explore> calls(Question question) {
    return question instanceof Question.Same same ? Optional.of(same.calls()) : question.calling();
  }

  /** What has fired, with the calls that {@code findings} say were made. */
  public static SortedSet<String> with(List<Finding> findings, Optional<Fired> told) {
    SortedSet<String> fired = new TreeSet<>();
    told.ifPresent(f -> fired.addAll(f.texts()));
    for (Operation operation : Operation.values()) {
      if (findings.stream().anyMatch(f -> makes(f, operation))) {
        fired.add(call(operation));
      }
    }
    return fired;
  }

  private static boolean makes(Finding finding, Operation operation) {
    return finding
        .statistics()
        .space()
        .filter(s -> s.byCall().getOrDefault(operation.text(), 0L) > 0)
        .isPresent();
  }

  private static String call(Operation operation) {
    return "call " + operation.text();
  }
}
