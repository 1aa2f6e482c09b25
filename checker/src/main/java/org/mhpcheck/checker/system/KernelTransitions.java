package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mhpcheck.checker.explore.StateWalk;
import org.mhpcheck.checker.explore.StateWalk.Taken;
import org.mhpcheck.checker.explore.Transitions;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.system.StepTable.Known;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/**
 * A kernel and its callers over several sections, as a transition system. A state is the tuple of
 * its sections' numbers, and where zones are kept of its spans' behind them; a transition is one
 * (call, choice of faults).
 */
public final class KernelTransitions implements Transitions {
  private final Machine machine;
  private final Question.Explore question;
  private final Kernel kernel;
  private final AskedProperties properties;
  private final int count;
  private final NumberedSections sections;
  private final Optional<KernelSpans> spans;
  private final List<Call> calls = new ArrayList<>();
  private final List<SpanningCall> numbered = new ArrayList<>();
  private final Map<Integer, Bits> bootRam = new HashMap<>();
  private final Map<List<Integer>, BootScript> bootScripts = new HashMap<>();

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
    CallNumbers numbers = new CallNumbers();
    for (Caller caller : question.callers()) {
      for (Call call : caller.calls(machine, question.altmaps())) {
        calls.add(call);
        numbered.add(numbers.of(caller, call, machine));
      }
    }
    this.sections = new NumberedSections(this.kernel, numbers, question.faults(), properties);
    this.spans =
        machine
            .world()
            .zones()
            .map(
                zones ->
                    new KernelSpans(
                        this.kernel, zones.firstSection(), numbers, properties, sections, count));
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Sections sections() {
    return sections;
  }

  @Override
  public List<SpanningCall> calls() {
    return numbered;
  }

  @Override
  public Optional<Whole> whole() {
    return spans.map(s -> s);
  }

  @Override
  public void initial(Consumer<int[]> states) {
    if (question.boots().isEmpty()) {
      initial(0, new int[count + (spans.isPresent() ? 1 : 0)], states);
      return;
    }
    for (Booted booted : boots()) {
      if (!booted.isCorrupt()) {
        int[] state = booted.sections().stream().mapToInt(sections::number).toArray();
        bootScripts.putIfAbsent(list(state), booted.script());
        states.accept(state);
      }
    }
  }

  private static List<Integer> list(int[] state) {
    return IntStream.of(state).boxed().toList();
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
  private void initial(int section, int[] state, Consumer<int[]> states) {
    if (section == count) {
      Optional<Memory> memory =
          machine.memory(IntStream.range(0, count).mapToObj(i -> section(state[i])).toList());
      memory.ifPresent(m -> state[count] = spans.orElseThrow().word(m.spans()));
      states.accept(state.clone());
      return;
    }
    for (BootLayout layout : question.boot()) {
      Bits ram = layout.ram(question.geometry().subsections());
      int number = sections.number(Books.boot(kernel, machine, ram, ownersAreKept()));
      bootRam.putIfAbsent(number, ram);
      state[section] = number;
      initial(section + 1, state, states);
    }
  }

  @Override
  public long metBy(int operation, int code) {
    return properties.metBy(Operation.values()[operation], Errno.values()[code]);
  }

  @Override
  public long ofCalls() {
    return properties.ofCalls();
  }

  @Override
  public long spoiltBy(int before, int after) {
    return properties.spoiltBy(section(before), section(after));
  }

  @Override
  public long ofRecovery() {
    return properties.ofRecovery();
  }

  @Override
  public long notRecoveredIn(int state) {
    return properties.notRecovered(section(state));
  }

  /** The section that is in {@code state}. */
  public Section section(int state) {
    return sections.section(state);
  }

  /** The sections that are in any of {@code states}. */
  public Stream<Section> sections(BitSet states) {
    return states.stream().mapToObj(this::section);
  }

  /** What is called in the first transition out of {@code state} that breaks a property. */
  public ScriptedCall transitionBreaking(List<Integer> state, int property) {
    return find(state, (next, broken) -> (broken & 1L << property) != 0);
  }

  /** What is called in the first transition from {@code state} to {@code next}. */
  public ScriptedCall transitionTo(List<Integer> state, List<Integer> next) {
    return find(state, (to, broken) -> to != null && list(to).equals(next));
  }

  private interface Meant {
    boolean is(int[] next, long broken);
  }

  private ScriptedCall find(List<Integer> state, Meant meant) {
    List<ScriptedCall> found = new ArrayList<>();
    StateWalk.of(
        this,
        state.stream().mapToInt(i -> i).toArray(),
        (call, taken, next, broken, met) -> {
          if (found.isEmpty() && meant.is(next, broken)) {
            found.add(new ScriptedCall(calls.get(call), fault(taken)));
          }
        });
    if (found.isEmpty()) {
      throw new IllegalStateException("a transition that was taken cannot be found again");
    }
    return found.get(0);
  }

  /** The last one that failed. */
  private static Optional<FaultIn> fault(List<Taken> taken) {
    Optional<FaultIn> last = Optional.empty();
    for (Taken each : taken) {
      Optional<FaultIn> fault =
          ((Known) each.outcome()).fault().map(f -> new FaultIn(each.section(), f));
      last = fault.isPresent() ? fault : last;
    }
    return last;
  }

  /**
   * The boot RAM of each section in {@code state}, an initial one; of layouts that boot makes the
   * same section of, the first.
   */
  public List<Bits> bootRam(List<Integer> state) {
    if (bootScript(state).isPresent()) {
      return bootScript(state).get().memory().stream().map(BootMemory::ram).toList();
    }
    return IntStream.range(0, count).mapToObj(i -> bootRam.get(state.get(i))).toList();
  }

  /** The first boot of all sections at once that came to {@code state}; empty if none was asked. */
  public Optional<BootScript> bootScript(List<Integer> state) {
    return Optional.ofNullable(bootScripts.get(state));
  }
}
