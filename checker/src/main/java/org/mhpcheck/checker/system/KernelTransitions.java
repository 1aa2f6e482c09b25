package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mhpcheck.checker.explore.Transitions;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.checker.system.CompiledCall.Node;
import org.mhpcheck.checker.system.StepTable.Known;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/**
 * A kernel and its callers over several sections, as a transition system. A state is the tuple of
 * its sections' ids, and where zones are kept of its spans' behind them, packed into one long; a
 * transition is one (call, choice of faults).
 */
public final class KernelTransitions implements Transitions {
  private final Machine machine;
  private final Question.Explore question;
  private final Kernel kernel;
  private final AskedProperties properties;
  private final int count;
  private final PackedIds ids;
  private final SectionTable sections;
  private final SpansTable spans = new SpansTable();
  private final StepTable steps;
  private final ConditionTable conditions;
  private final List<CompiledCall> calls = new ArrayList<>();
  private final BitSet atRest = new BitSet();
  private final Map<Integer, Bits> bootRam = new HashMap<>();
  private final Map<Long, BootScript> bootScripts = new HashMap<>();

  /**
   * @param machine what the calls are made on
   */
  public KernelTransitions(
      Kernel kernel, Machine machine, Question.Explore question, AskedProperties properties) {
    this.machine = machine;
    this.question = question;
    this.kernel = machine.watched(kernel);
    this.properties = properties;
    this.count = question.geometry().sections();
    this.ids = new PackedIds(keepsZones() ? count + 1 : count);
    this.sections = new SectionTable(properties);
    Map<Call, Plan> plans = plans();
    Set<Step> allSteps = new LinkedHashSet<>();
    plans.values().forEach(plan -> CompiledCall.collectSteps(plan, allSteps));
    this.steps =
        new StepTable(this.kernel, List.copyOf(allSteps), question.faults(), properties, sections);
    this.conditions = new ConditionTable(sections);
    plans.forEach(
        (call, plan) -> {
          Caller caller = Caller.of(call.operation());
          List<Condition> needed = caller.conditions(call, machine);
          calls.add(CompiledCall.of(call, needed, plan, steps::number));
        });
  }

  private Map<Call, Plan> plans() {
    Map<Call, Plan> plans = new LinkedHashMap<>();
    for (Caller caller : question.callers()) {
      for (Call call : caller.calls(machine, question.altmaps())) {
        plans.put(call, caller.plan(call, machine));
      }
    }
    return plans;
  }

  /** How many different states single sections are in, over all states reached so far. */
  public int sectionStates() {
    return atRest.cardinality();
  }

  /** Those states. */
  public Stream<Section> sectionsAtRest() {
    return atRest.stream().mapToObj(sections::section);
  }

  @Override
  public void reached(long state) {
    for (int i = 0; i < count; i++) {
      atRest.set(ids.id(state, i));
    }
  }

  @Override
  public void initial(LongConsumer states) {
    if (question.boots().isEmpty()) {
      initial(0, 0, states);
      return;
    }
    for (Booted booted : boots()) {
      if (!booted.isCorrupt()) {
        long state = 0;
        for (int i = 0; i < count; i++) {
          state = ids.with(state, i, sections.id(booted.sections().get(i)));
        }
        bootScripts.putIfAbsent(state, booted.script());
        states.accept(state);
      }
    }
  }

  /**
   * Every boot of all sections at once, those that corrupt memory among them; none if not asked.
   */
  public List<Booted> boots() {
    List<Booted> all = new ArrayList<>();
    question.boots().ifPresent(boots -> boots(boots.nodes(), new ArrayList<>(), all));
    return all;
  }

  private void boots(List<Integer> nodes, List<BootMemory> memory, List<Booted> all) {
    if (memory.size() == count) {
      all.addAll(Books.boots(kernel, machine, List.copyOf(memory), ownersAreKept()));
      return;
    }
    for (BootLayout layout : question.boot()) {
      Bits ram = layout.ram(question.geometry().subsections());
      memory.add(new BootMemory(ram, nodes.get(memory.size()), layout.isAhead()));
      boots(nodes, memory, all);
      memory.remove(memory.size() - 1);
    }
  }

  private boolean ownersAreKept() {
    return question.callers().stream().anyMatch(Caller::owns);
  }

  /** Each section has each layout, independently of the others. */
  private void initial(int section, long state, LongConsumer states) {
    if (section == count) {
      Optional<Memory> memory = machine.memory(sectionsOf(state));
      states.accept(memory.map(m -> ids.with(state, count, spans.id(m.spans()))).orElse(state));
      return;
    }
    for (BootLayout layout : question.boot()) {
      Bits ram = layout.ram(question.geometry().subsections());
      int id = sections.id(Books.boot(kernel, machine, ram, ownersAreKept()));
      bootRam.putIfAbsent(id, ram);
      initial(section + 1, ids.with(state, section, id), states);
    }
  }

  @Override
  public long brokenBy(long state) {
    long broken = 0;
    for (int i = 0; i < count; i++) {
      broken |= sections.effect(ids.id(state, i)).broken();
    }
    return keepsZones() ? broken | properties.of(memoryOf(state)).broken() : broken;
  }

  @Override
  public long metBy(long state) {
    long met = 0;
    for (int i = 0; i < count; i++) {
      met |= sections.effect(ids.id(state, i)).met();
    }
    return keepsZones() ? met | properties.of(memoryOf(state)).met() : met;
  }

  @Override
  public long ofRecovery() {
    return properties.ofRecovery();
  }

  /** Those that every section is as they ask for. */
  @Override
  public long recoveredIn(long state) {
    long not = 0;
    for (int i = 0; i < count; i++) {
      not |= sections.notRecovered(ids.id(state, i));
    }
    return properties.ofRecovery() & ~not;
  }

  @Override
  public void successors(long state, long open, Sink sink) {
    boolean callsMatter = (open & properties.askingAboutCalls()) != 0;
    visit(
        state,
        new TransitionVisitor() {
          @Override
          public void to(long next, Call call, FaultIn fault, Errno rc, long broken, long met) {
            if (callsMatter) {
              Effect effect =
                  properties.of(new CallTaken(sectionsOf(state), call, rc, sectionsOf(next)));
              sink.to(next, broken | effect.broken(), met | effect.met());
            } else {
              sink.to(next, broken, met);
            }
          }

          @Override
          public void end(Call call, FaultIn fault, long broken, long met) {
            sink.end(broken, met);
          }
        });
  }

  /** What was called in transition {@code number} out of {@code state}. */
  public ScriptedCall transition(long state, int number) {
    return find(state, TransitionFinder.number(number));
  }

  /** What is called in the first transition from {@code state} to {@code next}. */
  public ScriptedCall transitionTo(long state, long next) {
    return find(state, TransitionFinder.to(next));
  }

  private ScriptedCall find(long state, TransitionFinder finder) {
    visit(state, finder);
    return finder.found();
  }

  private void visit(long state, TransitionVisitor visitor) {
    for (CompiledCall call : calls) {
      if (isEnabled(call, state)) {
        walk(call.call(), call.plan(), state, null, 0, 0, visitor);
      }
    }
  }

  private boolean isEnabled(CompiledCall call, long state) {
    for (Condition condition : call.conditions()) {
      if (!conditions.holds(condition, ids.id(state, condition.section()))) {
        return false;
      }
    }
    return true;
  }

  /** Goes through a plan from {@code node} on, along every outcome of every step. */
  private void walk(
      Call call,
      Node node,
      long state,
      FaultIn fault,
      long broken,
      long met,
      TransitionVisitor visitor) {
    if (node.isReturn()) {
      visitor.to(state, call, fault, node.rc(), broken, met);
      return;
    }
    if (node.isOnSpans()) {
      walkOnSpans(call, node.onSpans(), state, fault, broken, met, visitor);
      return;
    }
    for (Known outcome : steps.outcomes(node.step(), ids.id(state, node.section()))) {
      FaultIn faultNow =
          outcome.fault().isPresent() ? new FaultIn(node.section(), outcome.fault().get()) : fault;
      long brokenNow = broken | outcome.broken();
      long metNow = met | outcome.met();
      if (outcome.isCorrupt()) {
        visitor.end(call, faultNow, brokenNow, metNow);
      } else {
        Node next = node.on()[outcome.rc().ordinal()];
        long nextState = ids.with(state, node.section(), outcome.next());
        walk(call, next, nextState, faultNow, brokenNow, metNow, visitor);
      }
    }
  }

  private void walkOnSpans(
      Call call,
      CompiledCall.OnSpans node,
      long state,
      FaultIn fault,
      long broken,
      long met,
      TransitionVisitor visitor) {
    Memory before = memoryOf(state);
    SpanOutcome outcome = kernel.step(before, node.step());
    Effect effect = properties.of(new SpanStepTaken(before, node.step(), outcome));
    long brokenNow = broken | effect.broken();
    long metNow = met | effect.met();
    if (outcome.isCorrupt()) {
      visitor.end(call, fault, brokenNow, metNow);
      return;
    }
    long next = with(state, before, outcome.next());
    walk(call, node.next(outcome.zone()), next, fault, brokenNow, metNow, visitor);
  }

  private long with(long state, Memory before, Memory after) {
    long next = ids.with(state, count, spans.id(after.spans()));
    for (int i = 0; i < count; i++) {
      Section section = after.sections().get(i);
      if (!section.equals(before.sections().get(i))) {
        next = ids.with(next, i, sections.id(section));
      }
    }
    return next;
  }

  private boolean keepsZones() {
    return machine.world().zones().isPresent();
  }

  private Memory memoryOf(long state) {
    return new Memory(
        sectionsOf(state),
        spans.spans(ids.id(state, count)),
        machine.world().zones().orElseThrow().firstSection());
  }

  private List<Section> sectionsOf(long state) {
    List<Section> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(sections.section(ids.id(state, i)));
    }
    return list;
  }

  /**
   * The boot RAM of each section in {@code state}, an initial one; of layouts that boot makes the
   * same section of, the first.
   */
  public List<Bits> bootRam(long state) {
    if (bootScript(state).isPresent()) {
      return bootScript(state).get().memory().stream().map(BootMemory::ram).toList();
    }
    return IntStream.range(0, count).mapToObj(i -> bootRam.get(ids.id(state, i))).toList();
  }

  /** The first boot of all sections at once that came to {@code state}; empty if none was asked. */
  public Optional<BootScript> bootScript(long state) {
    return Optional.ofNullable(bootScripts.get(state));
  }
}
