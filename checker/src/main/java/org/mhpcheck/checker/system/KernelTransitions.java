package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.mhpcheck.checker.explore.StateSpaceTooLargeException;
import org.mhpcheck.checker.explore.Transitions;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.checker.system.StepTable.Known;
import org.mhpcheck.model.answer.Script.FaultIn;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * A kernel and its callers over several sections, as a transition system. A state is the tuple of
 * its sections' ids, packed into one long; a transition is one (call, choice of faults).
 */
public final class KernelTransitions implements Transitions {

  /** A {@link Plan} with its step as a number: {@code step} is -1 where the call returns. */
  private record Node(int section, int step, Node[] on, Errno rc) {}

  private record CompiledCall(Call call, List<Condition> conditions, Node plan) {}

  /** Told of every transition, with what leads to it. */
  private interface Visitor {
    void to(long next, CompiledCall call, FaultIn fault, Errno rc, long broken, long met);

    void end(CompiledCall call, FaultIn fault, long broken, long met);
  }

  private final Question.Explore question;
  private final Geometry geometry;
  private final Kernel kernel;
  private final AskedProperties properties;
  private final SectionTable sections;
  private final StepTable steps;
  private final ConditionTable conditions;
  private final List<CompiledCall> calls = new ArrayList<>();
  private final int bitsPerSection;
  private final long sectionMask;

  public KernelTransitions(Kernel kernel, Question.Explore question, AskedProperties properties) {
    this.question = question;
    this.geometry = question.geometry();
    this.kernel = kernel;
    this.properties = properties;
    this.bitsPerSection = Math.min(31, 63 / geometry.sections());
    this.sectionMask = (1L << bitsPerSection) - 1;
    this.sections = new SectionTable(properties);
    Map<Call, Plan> plans = new LinkedHashMap<>();
    Set<Step> allSteps = new LinkedHashSet<>();
    for (Caller caller : question.callers()) {
      for (Call call : caller.calls(geometry)) {
        plans.put(call, caller.plan(call, geometry));
        collectSteps(plans.get(call), allSteps);
      }
    }
    this.steps =
        new StepTable(kernel, new ArrayList<>(allSteps), question.faults(), properties, sections);
    this.conditions = new ConditionTable(sections);
    plans.forEach(
        (call, plan) ->
            calls.add(
                new CompiledCall(
                    call, Caller.of(call.operation()).conditions(call, geometry), compile(plan))));
  }

  private static void collectSteps(Plan plan, Set<Step> steps) {
    if (plan instanceof Plan.Do d) {
      steps.add(d.step());
      d.on().values().forEach(p -> collectSteps(p, steps));
    }
  }

  private Node compile(Plan plan) {
    if (plan instanceof Plan.Done done) {
      return new Node(-1, -1, null, done.rc());
    }
    Plan.Do d = (Plan.Do) plan;
    Node[] on = new Node[Errno.values().length];
    Map<Errno, Plan> ways = new EnumMap<>(d.on());
    ways.forEach((rc, way) -> on[rc.ordinal()] = compile(way));
    return new Node(d.section(), steps.number(d.step()), on, null);
  }

  /** How many different states single sections have been in so far. */
  public int sectionStates() {
    return sections.size();
  }

  @Override
  public void initial(LongConsumer states) {
    initial(0, 0, states);
  }

  /** Each section has each layout, independently of the others. */
  private void initial(int section, long state, LongConsumer states) {
    if (section == geometry.sections()) {
      states.accept(state);
      return;
    }
    boolean owners = question.callers().stream().anyMatch(Caller::owns);
    for (BootLayout layout : question.boot()) {
      Bits ram = layout.ram(geometry.subsections());
      initial(
          section + 1, with(state, section, sections.id(Books.boot(kernel, ram, owners))), states);
    }
  }

  @Override
  public long brokenBy(long state) {
    long broken = 0;
    for (int i = 0; i < geometry.sections(); i++) {
      broken |= sections.effect(id(state, i)).broken();
    }
    return broken;
  }

  @Override
  public long metBy(long state) {
    long met = 0;
    for (int i = 0; i < geometry.sections(); i++) {
      met |= sections.effect(id(state, i)).met();
    }
    return met;
  }

  @Override
  public void successors(long state, long open, Sink sink) {
    visit(
        state,
        new Visitor() {
          @Override
          public void to(
              long next, CompiledCall call, FaultIn fault, Errno rc, long broken, long met) {
            if ((open & properties.ofCalls()) == 0) {
              sink.to(next, broken, met);
            } else {
              Effect effect =
                  properties.of(
                      new CallTaken(sectionsOf(state), call.call(), rc, sectionsOf(next)));
              sink.to(next, broken | effect.broken(), met | effect.met());
            }
          }

          @Override
          public void end(CompiledCall call, FaultIn fault, long broken, long met) {
            sink.end(broken, met);
          }
        });
  }

  /** What was called in transition {@code number} out of {@code state}. */
  public ScriptedCall transition(long state, int number) {
    Finder finder = new Finder(number, 0, false);
    visit(state, finder);
    return finder.found();
  }

  /** What is called in the first transition from {@code state} to {@code next}. */
  public ScriptedCall transition(long state, long next) {
    Finder finder = new Finder(-1, next, true);
    visit(state, finder);
    return finder.found();
  }

  /** Counts transitions until the one asked for. */
  private static final class Finder implements Visitor {
    private final int number;
    private final long next;
    private final boolean byNext;
    private int count;
    private ScriptedCall found;

    Finder(int number, long next, boolean byNext) {
      this.number = number;
      this.next = next;
      this.byNext = byNext;
    }

    @Override
    public void to(long state, CompiledCall call, FaultIn fault, Errno rc, long broken, long met) {
      look(byNext && state == next, call, fault);
    }

    @Override
    public void end(CompiledCall call, FaultIn fault, long broken, long met) {
      look(false, call, fault);
    }

    private void look(boolean isNext, CompiledCall call, FaultIn fault) {
      if (found == null && (isNext || count == number)) {
        found = new ScriptedCall(call.call(), Optional.ofNullable(fault));
      }
      count++;
    }

    ScriptedCall found() {
      if (found == null) {
        throw new IllegalStateException("a transition that was taken cannot be found again");
      }
      return found;
    }
  }

  private void visit(long state, Visitor visitor) {
    for (CompiledCall call : calls) {
      if (isEnabled(call, state)) {
        go(call, call.plan(), state, null, 0, 0, visitor);
      }
    }
  }

  private boolean isEnabled(CompiledCall call, long state) {
    for (Condition condition : call.conditions()) {
      if (!conditions.holds(condition, id(state, condition.section()))) {
        return false;
      }
    }
    return true;
  }

  private void go(
      CompiledCall call,
      Node node,
      long state,
      FaultIn fault,
      long broken,
      long met,
      Visitor visitor) {
    if (node.step() < 0) {
      visitor.to(state, call, fault, node.rc(), broken, met);
      return;
    }
    for (Known outcome : steps.outcomes(node.step(), id(state, node.section()))) {
      FaultIn faultNow =
          outcome.fault().isPresent() ? new FaultIn(node.section(), outcome.fault().get()) : fault;
      long brokenNow = broken | outcome.broken();
      long metNow = met | outcome.met();
      if (outcome.isCorrupt()) {
        visitor.end(call, faultNow, brokenNow, metNow);
      } else {
        go(
            call,
            node.on()[outcome.rc().ordinal()],
            with(state, node.section(), outcome.next()),
            faultNow,
            brokenNow,
            metNow,
            visitor);
      }
    }
  }

  private int id(long state, int section) {
    return (int) (state >>> (section * bitsPerSection) & sectionMask);
  }

  private long with(long state, int section, int id) {
    if (id > sectionMask) {
      throw new StateSpaceTooLargeException(
          "more than %d states of one section, which is all that can be told apart in %d sections"
              .formatted(sectionMask + 1, geometry.sections()));
    }
    int shift = section * bitsPerSection;
    return state & ~(sectionMask << shift) | (long) id << shift;
  }

  private List<Section> sectionsOf(long state) {
    List<Section> list = new ArrayList<>(geometry.sections());
    for (int i = 0; i < geometry.sections(); i++) {
      list.add(sections.section(id(state, i)));
    }
    return list;
  }

  /** The boot RAM of each section in {@code state}, an initial one. */
  public List<Bits> bootRam(long state) {
    return sectionsOf(state).stream().map(Section::subsectionMap).toList();
  }
}
