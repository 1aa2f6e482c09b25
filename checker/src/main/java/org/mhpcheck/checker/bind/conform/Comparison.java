package org.mhpcheck.checker.bind.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/** Puts one question to both kernels, and says in words how they differ. */
final class Comparison {
  private final ModelledKernel model;
  private final CompiledKernel compiled;

  Comparison(ModelledKernel model, CompiledKernel compiled) {
    this.model = model;
    this.compiled = compiled;
  }

  /** How boot differs, if it does. */
  Optional<Disagreement> ofBoot(Bits ram, int node) {
    Reply reply = compiled.ask(Request.boot(ram, node));
    String modelled = "rc=0 " + Walked.text(List.of(model.boot(ram, node)), model.design());
    return modelled.equals(reply.text())
        ? Optional.empty()
        : Optional.of(
            Disagreement.of(
                "boot, RAM %s on node %d".formatted(ram, node), modelled, reply.text(), reply));
  }

  /** How a call differs; it is known that it does. */
  Disagreement of(Request request) {
    Reply reply = compiled.ask(request);
    PlannedCall planned = planned(request);
    String modelled = text(planned);
    String done = reply.text();
    if (modelled.equals(done)) {
      // Either what is told in other words, or it has a memory of what was asked before.
      modelled += ", reaches " + allocations(planned);
      done += ", reaches " + reply.reached() + ", asked once more";
    }
    return Disagreement.of(asked(request), modelled, done, reply);
  }

  /** Those of the steps that were taken, whether they failed or not. */
  private Set<Reached> allocations(PlannedCall planned) {
    Set<Reached> allocations = EnumSet.noneOf(Reached.class);
    for (PlannedCall.StepDone step : planned.steps()) {
      model.step(step.before(), step.step()).stream()
          .flatMap(o -> o.fault().stream())
          .map(Reached::allocation)
          .forEach(allocations::add);
    }
    return allocations;
  }

  private PlannedCall planned(Request request) {
    Geometry geometry = new Geometry(request.before().size(), request.subsections());
    return PlannedCall.of(model, plan(request, geometry), request.before(), request.fault());
  }

  private Plan plan(Request request, Geometry geometry) {
    if (!isLoop(request)) {
      Bits range = Bits.range(geometry.subsections(), request.from(), request.to());
      return Plan.returning(0, new Step(kind(request.op()), range, request.altmap()));
    }
    Operation operation =
        request.op() == Request.Op.ADD ? Operation.ARCH_ADD_MEMORY : Operation.ARCH_REMOVE_MEMORY;
    Call call = new Call(operation, request.from(), request.to(), request.altmap());
    return Caller.DIRECT.plan(call, Machine.of(model.design(), geometry));
  }

  /** Whether a loop over sections is asked, and not a section itself. */
  private static boolean isLoop(Request request) {
    return request.from() < request.to()
        && (request.op() == Request.Op.ADD || request.op() == Request.Op.REMOVE);
  }

  private static Step.Kind kind(Request.Op op) {
    return switch (op) {
      case ADD -> Step.Kind.ADD;
      case REMOVE -> Step.Kind.REMOVE;
      case ONLINE -> Step.Kind.ONLINE;
      case OFFLINE -> Step.Kind.OFFLINE;
      case TAINT -> Step.Kind.TAINT;
      case BOOT, BOOT_ALL, LOOK -> throw new IllegalArgumentException("no step: " + op);
    };
  }

  /**
   * Such as {@code __add_pages(), subsections 0-3, altmap, usage allocation fails in section 1}.
   */
  private static String asked(Request request) {
    StringBuilder asked = new StringBuilder();
    if (isLoop(request)) {
      asked.append(request.op() == Request.Op.ADD ? "__add_pages()" : "__remove_pages()");
    } else {
      asked.append(kind(request.op()).text()).append("()");
    }
    asked.append(
        request.from() == request.to()
            ? ", no pages"
            : ", subsections %d-%d".formatted(request.from(), request.to() - 1));
    if (request.altmap().isGiven()) {
      asked
          .append(", ")
          .append(request.altmap() == Altmap.ALTMAP ? "" : "inaccessible ")
          .append("altmap");
    }
    request
        .fault()
        .ifPresent(
            f -> asked.append(", %s in section %d".formatted(f.fault().text(), f.section() + 1)));
    for (int i = 0; i < request.before().size(); i++) {
      asked.append("; section %d: %s".formatted(i + 1, request.before().get(i)));
    }
    return asked.toString();
  }

  private String text(PlannedCall planned) {
    StringBuilder text = new StringBuilder("rc=" + planned.rc().code());
    planned.events().forEach(e -> text.append(' ').append(e));
    return text.append(' ').append(Walked.text(planned.after(), model.design())).toString();
  }
}
