package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.checker.compose.Calls;
import org.mhpcheck.checker.compose.Part;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.question.Question;

/** The calls of a question's callers over any number of sections, their steps numbered. */
public final class KernelCalls implements Calls {
  private final Question.Compose question;
  private final Design design;
  private final CallNumbers numbers = new CallNumbers();

  public KernelCalls(Question.Compose question, Design design) {
    this.question = question;
    this.design = design;
  }

  @Override
  public int unit() {
    return question.unit();
  }

  @Override
  public List<SpanningCall> over(int sections) {
    Question.Explore world = question.over(sections);
    Machine machine = world.on(design);
    List<SpanningCall> calls = new ArrayList<>();
    for (Caller caller : world.callers()) {
      for (Call call : caller.calls(machine, world.altmaps())) {
        calls.add(numbers.of(caller, call, machine));
      }
    }
    return calls;
  }

  /** A part of a call, as people read it: what has to hold, and the steps. */
  public String text(Part part) {
    List<Condition> asked = numbers.conditions();
    List<Step> done = numbers.steps();
    String needs =
        part.needs().stream()
            .map(asked::get)
            .map(c -> "%s %s".formatted(c.kind(), c.range().text()))
            .collect(Collectors.joining(", "));
    String course =
        part.steps().stream()
            .map(d -> text(done.get(d.step()), d.code()))
            .collect(Collectors.joining(", "));
    return (needs.isEmpty() ? "" : "where " + needs + ": ") + course;
  }

  private static String text(Step step, int code) {
    return "%s(%s)%s"
        .formatted(
            step.kind().text(),
            step.range().text(),
            code == Part.LOST
                ? " that corrupts memory"
                : step.kind().isKernel() ? " = " + Errno.values()[code].text() : "");
  }

  CallNumbers numbers() {
    return numbers;
  }
}
