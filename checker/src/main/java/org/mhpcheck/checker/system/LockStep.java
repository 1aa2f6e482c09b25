package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/**
 * Two kernels that are asked the same at once: every call, with every choice of faults, from every
 * pair of states that they come to. It ends where they part, or where nothing new comes.
 *
 * <p>As they are alike up to where they part, a pair differs only in what does not count.
 */
public final class LockStep {

  /** A kernel with what its calls are made on. */
  public record Side(Kernel kernel, Machine machine) {}

  /**
   * Where the two part.
   *
   * @param boot the system RAM of each section
   * @param calls up to the one in which they part; none if it is boot
   * @param what differs, in words
   */
  public record Difference(List<Bits> boot, List<ScriptedCall> calls, String what) {}

  /** A state of both: of each section, the one's and the other's. */
  private record Pair(List<Section> one, List<Section> other) {
    Pair with(int section, Section ofOne, Section ofOther) {
      List<Section> a = new ArrayList<>(one);
      List<Section> b = new ArrayList<>(other);
      a.set(section, ofOne);
      b.set(section, ofOther);
      return new Pair(List.copyOf(a), List.copyOf(b));
    }
  }

  /** How a pair was come to first: by a call from another, or by boot. */
  private record Way(
      Optional<Pair> from, Optional<ScriptedCall> call, List<Bits> boot, int depth) {}

  private final Side one;
  private final Side other;
  private final Question.Explore question;
  private final BiPredicate<Section, Section> alike;
  private final Map<Pair, Way> ways = new HashMap<>();
  private final List<Pair> reached = new ArrayList<>();
  private Optional<Difference> difference = Optional.empty();
  private long transitions;
  private int depth;

  /**
   * @param alike whether two states of a section count as the same
   */
  public LockStep(
      Side one, Side other, Question.Explore question, BiPredicate<Section, Section> alike) {
    this.one = one;
    this.other = other;
    this.question = question;
    this.alike = alike;
  }

  /** Where they part, by as few calls as can be; empty if they never do. To be called once. */
  public Optional<Difference> firstDifference() {
    boot(new ArrayList<>());
    for (int i = 0; i < reached.size() && difference.isEmpty(); i++) {
      expand(reached.get(i));
    }
    return difference;
  }

  /** How many pairs of states they came to. */
  public int states() {
    return reached.size();
  }

  /** How many (call, choice of faults) were made on both. */
  public long transitions() {
    return transitions;
  }

  /** The calls to the furthest pair. */
  public int depth() {
    return depth;
  }

  private void boot(List<Bits> ram) {
    if (ram.size() == question.geometry().sections()) {
      Pair booted = new Pair(booted(one, ram), booted(other, ram));
      List<Bits> layout = List.copyOf(ram);
      reach(booted, new Way(Optional.empty(), Optional.empty(), layout, 0));
      for (int i = 0; i < ram.size(); i++) {
        if (!alike.test(booted.one().get(i), booted.other().get(i))) {
          part(layout, List.of(), "boot, section %d: ".formatted(i + 1) + states(booted, i));
        }
      }
      return;
    }
    for (BootLayout layout : question.boot()) {
      ram.add(layout.ram(question.geometry().subsections()));
      boot(ram);
      ram.remove(ram.size() - 1);
    }
  }

  private List<Section> booted(Side side, List<Bits> ram) {
    boolean owners = question.callers().stream().anyMatch(Caller::owns);
    return ram.stream().map(r -> Books.boot(side.kernel(), side.machine(), r, owners)).toList();
  }

  private void expand(Pair pair) {
    for (Caller caller : question.callers()) {
      List<Call> calls = caller.calls(one.machine(), question.altmaps());
      if (!calls.equals(caller.calls(other.machine(), question.altmaps()))) {
        part(pair, Optional.empty(), "the calls that %s makes".formatted(caller.callerName()));
      }
      for (Call call : calls) {
        boolean enabled = isEnabled(caller, call, one.machine(), pair.one());
        if (enabled != isEnabled(caller, call, other.machine(), pair.other())) {
          part(pair, Optional.empty(), "whether %s can be made".formatted(call));
        } else if (enabled) {
          new Walk(pair, call)
              .go(pair, caller.plan(call, one.machine()), caller.plan(call, other.machine()));
        }
      }
    }
  }

  private static boolean isEnabled(
      Caller caller, Call call, Machine machine, List<Section> sections) {
    for (Condition condition : caller.conditions(call, machine)) {
      if (!condition.holds(sections.get(condition.section()))) {
        return false;
      }
    }
    return true;
  }

  /** One call on both, along every choice of faults. */
  private final class Walk {
    private final Pair from;
    private final Call call;
    private Optional<FaultIn> fault = Optional.empty();

    Walk(Pair from, Call call) {
      this.from = from;
      this.call = call;
    }

    void go(Pair now, Plan ofOne, Plan ofOther) {
      if (ofOne instanceof Plan.Done a && ofOther instanceof Plan.Done b && a.rc() == b.rc()) {
        transitions++;
        Optional<ScriptedCall> made = Optional.of(new ScriptedCall(call, fault));
        Way way = ways.get(from);
        reach(now, new Way(Optional.of(from), made, way.boot(), way.depth() + 1));
      } else if (ofOne instanceof Plan.Do a
          && ofOther instanceof Plan.Do b
          && a.section() == b.section()
          && a.step().equals(b.step())) {
        step(now, a, b);
      } else {
        partHere("what is done next differs");
      }
    }

    private void step(Pair now, Plan.Do a, Plan.Do b) {
      int section = a.section();
      List<Outcome> ofOne = outcomes(one, now.one().get(section), a.step());
      List<Outcome> ofOther = outcomes(other, now.other().get(section), b.step());
      Optional<FaultIn> before = fault;
      for (int i = 0; i < Math.min(ofOne.size(), ofOther.size()); i++) {
        Outcome x = ofOne.get(i);
        Outcome y = ofOther.get(i);
        fault = x.fault().map(f -> new FaultIn(section, f)).or(() -> before);
        Optional<String> what = differ(x, y);
        if (what.isPresent()) {
          partHere(
              "section %d, %s(): %s".formatted(section + 1, a.step().kind().text(), what.get()));
        } else if (!x.isCorrupt()) {
          go(now.with(section, x.next(), y.next()), a.on().get(x.rc()), b.on().get(y.rc()));
        } else {
          transitions++;
        }
      }
      fault = before;
      if (ofOne.size() != ofOther.size()) {
        partHere(
            "section %d, %s(): %d ways to fail, and %d"
                .formatted(
                    section + 1, a.step().kind().text(), ofOne.size() - 1, ofOther.size() - 1));
      }
    }

    private List<Outcome> outcomes(Side side, Section section, Step step) {
      return Books.step(side.kernel(), section, step).stream()
          .filter(o -> question.faults() || o.fault().isEmpty())
          .toList();
    }

    private void partHere(String what) {
      part(from, Optional.of(new ScriptedCall(call, fault)), what);
    }
  }

  private Optional<String> differ(Outcome one, Outcome other) {
    if (!one.fault().equals(other.fault())) {
      return Optional.of("%s, and %s".formatted(fault(one), fault(other)));
    }
    if (one.rc() != other.rc()) {
      return Optional.of("%s, and %s".formatted(one.rc().text(), other.rc().text()));
    }
    if (!one.events().equals(other.events())) {
      return Optional.of("events %s, and %s".formatted(one.events(), other.events()));
    }
    // Once memory is corrupt, what follows cannot be told.
    return one.isCorrupt() || alike.test(one.next(), other.next())
        ? Optional.empty()
        : Optional.of("%s, and %s".formatted(one.next(), other.next()));
  }

  private static String fault(Outcome outcome) {
    return outcome.fault().map(f -> f.text()).orElse("nothing fails");
  }

  private static String states(Pair pair, int section) {
    return "%s, and %s".formatted(pair.one().get(section), pair.other().get(section));
  }

  private void reach(Pair pair, Way way) {
    if (ways.putIfAbsent(pair, way) == null) {
      reached.add(pair);
      depth = Math.max(depth, way.depth());
    }
  }

  private void part(Pair from, Optional<ScriptedCall> last, String what) {
    List<ScriptedCall> calls = new ArrayList<>();
    Way way = ways.get(from);
    while (way.from().isPresent()) {
      calls.add(0, way.call().orElseThrow());
      way = ways.get(way.from().get());
    }
    last.ifPresent(calls::add);
    part(way.boot(), List.copyOf(calls), what);
  }

  private void part(List<Bits> boot, List<ScriptedCall> calls, String what) {
    if (difference.isEmpty()) {
      difference = Optional.of(new Difference(boot, calls, what));
    }
  }
}
