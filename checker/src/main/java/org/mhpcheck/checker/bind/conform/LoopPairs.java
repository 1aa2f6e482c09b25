package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply;
import org.mhpcheck.checker.bind.harness.Reply.LoopStep;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.harness.Sections;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * The tree's own __add_pages() and __remove_pages() against the plans that stand for them: which
 * steps they take, in which order, with which altmap, and what they return, for every combination
 * of what the steps return. The steps themselves are not done.
 */
final class LoopPairs {
  private final CompiledKernel compiled;
  private final Machine machine;
  private final List<Section> before;
  private long pairs;

  LoopPairs(CompiledKernel compiled, Machine machine) {
    this.compiled = compiled;
    this.machine = machine;
    Geometry geometry = machine.geometry();
    // Valid and full: the tree lets any step begin.
    Section full = compiled.boot(Bits.full(geometry.subsections()));
    this.before = Collections.nCopies(geometry.sections(), full);
  }

  long pairs() {
    return pairs;
  }

  /** Where a loop does not follow its plan, up to {@code most}. */
  List<Disagreement> disagreements(List<Call> calls, int most) {
    List<Disagreement> disagreements = new ArrayList<>();
    for (Call call : calls) {
      Plan plan = Caller.DIRECT.plan(call, machine);
      List<Request> requests = new ArrayList<>();
      for (List<Errno> script : scripts(call.operation().adds())) {
        requests.add(Request.loop(before, call, script));
      }
      for (Reply reply : compiled.ask(requests)) {
        pairs++;
        String modelled = follow(plan, call, reply.request().script());
        String done = text(reply);
        if (!modelled.equals(done) && disagreements.size() < most) {
          disagreements.add(
              Disagreement.of(
                  "the loop of " + asked(call) + ", its steps scripted", modelled, done, reply));
        }
      }
    }
    return disagreements;
  }

  /** Every combination of return codes, one a section; a step that removes returns nothing. */
  private List<List<Errno>> scripts(boolean adds) {
    List<Errno> each = adds ? List.of(Errno.values()) : List.of(Errno.OK);
    List<List<Errno>> scripts = List.of(List.of());
    for (int i = 0; i < machine.geometry().sections(); i++) {
      List<List<Errno>> longer = new ArrayList<>();
      for (List<Errno> script : scripts) {
        for (Errno rc : each) {
          List<Errno> next = new ArrayList<>(script);
          next.add(rc);
          longer.add(next);
        }
      }
      scripts = longer;
    }
    return scripts;
  }

  private static String follow(Plan plan, Call call, List<Errno> script) {
    StringBuilder text = new StringBuilder();
    Plan at = plan;
    while (at instanceof Plan.Do step) {
      Errno rc = script.get(step.section());
      text.append(text(step.section(), step.step(), step.step().altmap() == call.altmap(), rc));
      at = step.on().get(rc);
    }
    return text + "returns " + ((Plan.Done) at).rc().code();
  }

  private static String text(int section, Step step, boolean altmapPassedOn, Errno rc) {
    long word = step.range().word();
    return text(
        new LoopStep(
            section,
            Long.numberOfTrailingZeros(word),
            Long.bitCount(word),
            altmapPassedOn,
            rc.code(),
            step.kind() == Step.Kind.ADD));
  }

  private static String text(Reply reply) {
    String done =
        reply.steps().stream().map(LoopPairs::text).collect(Collectors.joining())
            + "returns "
            + reply.rc();
    // Nothing was done to any section, so nothing may come of it.
    String noticed =
        reply.notes().isEmpty()
            ? ""
            : ", "
                + reply.notes().stream()
                    .map(n -> n.event().name())
                    .collect(Collectors.joining(", "));
    String changed =
        reply.after().equals(reply.request().before())
            ? ""
            : ", with " + Sections.text(reply.after());
    return done + noticed + changed;
  }

  private static String text(LoopStep step) {
    return "%s %d subsections of section %d from %d on%s: %d; "
        .formatted(
            step.adds() ? "add" : "remove",
            step.count(),
            step.section() + 1,
            step.from(),
            step.altmapPassedOn() ? "" : " with another altmap",
            step.rc());
  }

  private String asked(Call call) {
    return "%s, subsections %d to %d of %d sections of %d"
        .formatted(
            call.operation().adds() ? "__add_pages()" : "__remove_pages()",
            call.from(),
            call.to() - 1,
            machine.geometry().sections(),
            machine.geometry().subsections());
  }
}
