package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mhpcheck.checker.compose.Calls;
import org.mhpcheck.checker.compose.Part;
import org.mhpcheck.checker.compose.SpanningCall;
import org.mhpcheck.checker.compose.SpanningCall.Need;
import org.mhpcheck.checker.compose.SpanningCall.Node;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.question.Question;

/** The calls of a question's callers over any number of sections, their steps numbered. */
public final class KernelCalls implements Calls {
  private final Question.Compose question;
  private final Design design;
  private final Map<Step, Integer> steps = new LinkedHashMap<>();
  private final Map<Condition, Integer> conditions = new LinkedHashMap<>();

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
        calls.add(
            new SpanningCall(
                caller.conditions(call, machine).stream().map(this::need).toList(),
                node(caller.plan(call, machine))));
      }
    }
    return calls;
  }

  private Need need(Condition condition) {
    Condition ofAny = new Condition(0, condition.kind(), condition.range());
    return new Need(condition.section(), number(conditions, ofAny));
  }

  private Node node(Plan plan) {
    if (!(plan instanceof Plan.Do step)) {
      return Node.RETURN;
    }
    Node[] on = new Node[Errno.values().length];
    step.on().forEach((rc, way) -> on[rc.ordinal()] = node(way));
    return new Node(step.section(), number(steps, step.step()), on);
  }

  private static <T> int number(Map<T, Integer> numbers, T value) {
    return numbers.computeIfAbsent(value, v -> numbers.size());
  }

  /** A part of a call, as people read it: what has to hold, and the steps. */
  public String text(Part part) {
    List<Condition> asked = conditions();
    List<Step> done = steps();
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

  /** The steps seen so far, each at its number. */
  List<Step> steps() {
    return List.copyOf(steps.keySet());
  }

  /** The conditions seen so far, each at its number, as of the section with index 0. */
  List<Condition> conditions() {
    return List.copyOf(conditions.keySet());
  }
}
