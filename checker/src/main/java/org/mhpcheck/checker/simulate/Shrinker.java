package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mhpcheck.checker.replay.Replayer;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;

/**
 * Makes a script that breaks a property as small as it gets while it breaks that same property:
 * calls are left out, two made one, boots made simpler, faults and altmaps taken away, ranges made
 * shorter. Each candidate is replayed, which refuses calls that could not be made, and judged by
 * the property's own formula; of one that breaks it before its end, the part until then is kept.
 *
 * <p>In the end no single call can be left out. That is not yet a shortest script: another one
 * altogether may be shorter.
 */
final class Shrinker {
  /** Of longer scripts, calls are not exchanged: that would take minutes. */
  private static final int MOST_EXCHANGED = 6;

  private final Kernel kernel;
  private final Tracer tracer;
  private final Machine machine;
  private final Question.Explore question;
  private final Property property;

  Shrinker(Kernel kernel, Machine machine, Question.Explore question, Property property) {
    this.kernel = kernel;
    this.tracer = new Tracer(kernel);
    this.machine = machine;
    this.question = question;
    this.property = property;
  }

  /** Fewer calls first; then simpler boots, fewer faults and altmaps, shorter ranges. */
  static Comparator<Script> smaller() {
    return Comparator.<Script>comparingInt(s -> s.calls().size())
        .thenComparingInt(Shrinker::bootSize)
        .thenComparingLong(s -> s.calls().stream().filter(c -> c.fault().isPresent()).count())
        .thenComparingLong(s -> s.calls().stream().filter(c -> altmap(c).isGiven()).count())
        .thenComparingInt(s -> s.calls().stream().mapToInt(Shrinker::length).sum());
  }

  /**
   * The smallest that this comes to from {@code script}; {@code script} itself, if it does not
   * break the property when it is replayed.
   */
  Script shrink(Script script) {
    return breaking(script).map(this::smallest).orElse(script);
  }

  /**
   * The same, where a call may also be exchanged for another one that makes a further call
   * needless. That takes many replays, so it is for the smallest of several.
   */
  Script shrinkByExchange(Script script) {
    Script now = script;
    for (Optional<Script> fewer = fewerCalls(now); fewer.isPresent(); fewer = fewerCalls(now)) {
      now = smallest(fewer.get());
    }
    return now;
  }

  private Script smallest(Script script) {
    Script now = script;
    Script before;
    do {
      before = now;
      now = withoutCalls(now);
      now = withCallsMadeOne(now);
      now = withSimplerBoots(now);
      now = withoutFaults(now);
      now = withoutAltmaps(now);
      now = withShorterRanges(now);
    } while (smaller().compare(now, before) < 0);
    return now;
  }

  /**
   * {@code candidate} up to where it breaks the property; empty if it does not. A replay keeps
   * owners if some call has one: what breaks a property only because nobody is known to own
   * anything is no violation, so it has to break with owners kept, too.
   */
  private Optional<Script> breaking(Script candidate) {
    CallsAtHand callers =
        new CallsAtHand(question.callers(), question.altmaps(), question.faults());
    Script keepingOwners =
        new Script(
            machine,
            candidate.property(),
            candidate.boot(),
            candidate.calls(),
            Optional.of(callers));
    return tracer
        .breaking(keepingOwners, property)
        .map(s -> with(candidate, s.calls()))
        .filter(s -> tracer.breaking(s, property).map(s::equals).orElse(false));
  }

  private Optional<Script> smallerThan(Script now, Script candidate) {
    return breaking(candidate).filter(c -> smaller().compare(c, now) < 0);
  }

  /** Many calls at once first, at last each alone. */
  private Script withoutCalls(Script script) {
    Script now = script;
    for (int size = Math.max(1, now.calls().size() / 2); size >= 1; size /= 2) {
      for (int at = now.calls().size() - size; at >= 0; at -= size) {
        if (at + size > now.calls().size()) {
          continue; // it has become that much shorter
        }
        List<ScriptedCall> rest = new ArrayList<>(now.calls());
        rest.subList(at, at + size).clear();
        Optional<Script> without = withoutRefused(now, with(now, rest));
        if (without.isPresent()) {
          now = without.get();
        }
      }
    }
    return now;
  }

  /**
   * {@code candidate} without what cannot be made any more: where an add is left out, so is what
   * removed it.
   */
  private Optional<Script> withoutRefused(Script now, Script candidate) {
    Script rest = candidate;
    while (true) {
      Optional<Script> smaller = smallerThan(now, rest);
      if (smaller.isPresent()) {
        return smaller;
      }
      Replay replay = Replayer.of(kernel).asFarAsItGoes(rest);
      int refused = replay.calls().size();
      if (replay.refused().isEmpty() || refused >= rest.calls().size()) {
        return Optional.empty();
      }
      List<ScriptedCall> calls = new ArrayList<>(rest.calls());
      calls.remove(refused);
      rest = with(rest, calls);
    }
  }

  /**
   * Two calls of a kind as one of all that both are of, and of all in between, in either's place.
   */
  private Script withCallsMadeOne(Script script) {
    Script now = script;
    for (int i = 0; i < now.calls().size(); i++) {
      for (int j = i + 1; j < now.calls().size(); j++) {
        Optional<Script> one = madeOne(now, i, j);
        if (one.isPresent()) {
          now = one.get();
          i = -1;
          break;
        }
      }
    }
    return now;
  }

  private Optional<Script> madeOne(Script now, int i, int j) {
    Optional<Script> inFirst = madeOne(now, i, j, i);
    return inFirst.isPresent() ? inFirst : madeOne(now, i, j, j);
  }

  private Optional<Script> madeOne(Script now, int i, int j, int kept) {
    Call one = now.calls().get(i).call();
    Call other = now.calls().get(j).call();
    if (one.operation() != other.operation()) {
      return Optional.empty();
    }
    ScriptedCall keptCall = now.calls().get(kept);
    Call hull =
        new Call(
            one.operation(),
            Math.min(one.from(), other.from()),
            Math.max(one.to(), other.to()),
            keptCall.call().altmap());
    if (!isCall(hull)) {
      return Optional.empty();
    }
    List<ScriptedCall> calls = new ArrayList<>(now.calls());
    calls.set(kept, new ScriptedCall(hull, keptCall.fault()));
    calls.remove(kept == i ? j : i);
    return withoutRefused(now, with(now, calls));
  }

  /** One call less, and another one exchanged. */
  private Optional<Script> fewerCalls(Script now) {
    int count = now.calls().size();
    if (count < 2 || count > MOST_EXCHANGED) {
      return Optional.empty();
    }
    for (int left = 0; left < count; left++) {
      for (int exchanged = 0; exchanged < count; exchanged++) {
        if (exchanged != left) {
          for (ScriptedCall other : others(now, left, exchanged)) {
            List<ScriptedCall> calls = new ArrayList<>(now.calls());
            calls.set(exchanged, other);
            calls.remove(left);
            Optional<Script> fewer = withSomeBoot(now, calls);
            if (fewer.isPresent()) {
              return fewer;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * One call alone is tried from other boots, too: what has led to it may have been a way there.
   */
  private Optional<Script> withSomeBoot(Script now, List<ScriptedCall> calls) {
    Optional<Script> asItIs = smallerThan(now, with(now, calls));
    if (asItIs.isPresent() || calls.size() > 1) {
      return asItIs;
    }
    int section = calls.get(0).call().from() / machine.geometry().subsections();
    return layouts().stream()
        .map(layout -> with(now, section, layout, calls))
        .flatMap(candidate -> smallerThan(now, candidate).stream())
        .findFirst();
  }

  /** Calls of any kind where one of two calls is, or of the whole section, or of no pages there. */
  private List<ScriptedCall> others(Script now, int one, int other) {
    int size = machine.geometry().subsections();
    Call a = now.calls().get(one).call();
    Call b = now.calls().get(other).call();
    int start = b.from() / size * size;
    Set<List<Integer>> ranges = new LinkedHashSet<>();
    ranges.add(List.of(b.from(), b.to()));
    ranges.add(List.of(a.from(), a.to()));
    ranges.add(List.of(start, start + size));
    ranges.add(List.of(start, start));
    List<ScriptedCall> others = new ArrayList<>();
    for (Caller caller : question.callers()) {
      for (Operation operation : caller.operations()) {
        for (Altmap altmap : caller.altmaps(operation, question.altmaps())) {
          for (List<Integer> range : ranges) {
            Call call = new Call(operation, range.get(0), range.get(1), altmap);
            if (isCall(call)) {
              others.add(new ScriptedCall(call, Optional.empty()));
              faults(call).forEach(f -> others.add(new ScriptedCall(call, Optional.of(f))));
            }
          }
        }
      }
    }
    return others;
  }

  /** What may fail at once in a call; of those that it does not come by, the replay knows. */
  private List<FaultIn> faults(Call call) {
    int section = call.from() / machine.geometry().subsections();
    return question.faults() && call.operation().adds()
        ? Stream.of(FaultPoint.values()).map(p -> new FaultIn(section, new Fault(p, 0))).toList()
        : List.of();
  }

  private Script withSimplerBoots(Script script) {
    Script now = script;
    for (int section = 0; section < machine.geometry().sections(); section++) {
      for (Bits layout : layouts()) {
        Optional<Script> simpler = smallerThan(now, with(now, section, layout, now.calls()));
        if (simpler.isPresent()) {
          now = simpler.get();
          break;
        }
      }
    }
    return now;
  }

  /** The layouts asked, the simplest first. */
  private List<Bits> layouts() {
    return question.boot().stream()
        .map((BootLayout b) -> b.ram(machine.geometry().subsections()))
        .distinct()
        .sorted(Comparator.comparingInt(Shrinker::simplicity))
        .toList();
  }

  private Script withoutFaults(Script script) {
    return eachCall(script, c -> new ScriptedCall(c.call(), Optional.empty()));
  }

  /** Adds together with what removes them, which has to be told of the same; then each alone. */
  private Script withoutAltmaps(Script script) {
    UnaryOperator<ScriptedCall> without =
        c ->
            new ScriptedCall(
                new Call(c.call().operation(), c.call().from(), c.call().to()), c.fault());
    Script now = script;
    for (int i = 0; i < now.calls().size(); i++) {
      now = sameRange(now, i, without).orElse(now);
    }
    return eachCall(now, without);
  }

  private Script withShorterRanges(Script script) {
    Script now = script;
    for (int i = 0; i < now.calls().size(); i++) {
      for (int step = Math.max(1, length(now.calls().get(i)) / 2); step >= 1; step /= 2) {
        boolean shortened = true;
        while (shortened && i < now.calls().size()) {
          Optional<Script> shorter = shortened(now, i, step);
          shortened = shorter.isPresent();
          now = shorter.orElse(now);
        }
        if (i >= now.calls().size()) {
          break;
        }
      }
    }
    return now;
  }

  private Optional<Script> shortened(Script now, int i, int step) {
    UnaryOperator<ScriptedCall> atEnd = c -> ranged(c, 0, -step);
    UnaryOperator<ScriptedCall> atStart = c -> ranged(c, step, 0);
    for (UnaryOperator<ScriptedCall> way : List.of(atEnd, atStart)) {
      Optional<Script> shorter = sameRange(now, i, way);
      if (shorter.isEmpty()) {
        shorter = changed(now, List.of(i), way);
      }
      if (shorter.isPresent()) {
        return shorter;
      }
    }
    return Optional.empty();
  }

  private static ScriptedCall ranged(ScriptedCall call, int from, int to) {
    Call c = call.call();
    return new ScriptedCall(
        new Call(c.operation(), c.from() + from, c.to() + to, c.altmap()), call.fault());
  }

  private Script eachCall(Script script, UnaryOperator<ScriptedCall> change) {
    Script now = script;
    for (int i = 0; i < now.calls().size(); i++) {
      now = changed(now, List.of(i), change).orElse(now);
    }
    return now;
  }

  /** All calls of the range that call {@code i} is of, changed alike. */
  private Optional<Script> sameRange(Script now, int i, UnaryOperator<ScriptedCall> change) {
    Call call = now.calls().get(i).call();
    List<Integer> same =
        IntStream.range(0, now.calls().size())
            .filter(j -> now.calls().get(j).call().from() == call.from())
            .filter(j -> now.calls().get(j).call().to() == call.to())
            .boxed()
            .toList();
    return changed(now, same, change);
  }

  private Optional<Script> changed(
      Script now, List<Integer> which, UnaryOperator<ScriptedCall> change) {
    List<ScriptedCall> calls = new ArrayList<>(now.calls());
    which.forEach(i -> calls.set(i, change.apply(calls.get(i))));
    boolean areCalls =
        which.stream().map(i -> calls.get(i).call()).allMatch(this::isCall)
            && !calls.equals(now.calls());
    return areCalls ? smallerThan(now, with(now, calls)) : Optional.empty();
  }

  /** Whether somebody who was asked for makes such calls. */
  private boolean isCall(Call call) {
    Caller caller = Caller.of(call.operation());
    return 0 <= call.from()
        && call.from() < machine.geometry().total()
        && call.from() <= call.to()
        && call.to() <= machine.geometry().total()
        && caller.altmaps(call.operation(), question.altmaps()).contains(call.altmap())
        && caller.isCall(call, machine);
  }

  private Script with(Script script, List<ScriptedCall> calls) {
    return new Script(machine, script.property(), script.boot(), List.copyOf(calls));
  }

  private Script with(Script script, int section, Bits ram, List<ScriptedCall> calls) {
    List<Bits> boot = new ArrayList<>(script.boot());
    boot.set(section, ram);
    return new Script(machine, script.property(), List.copyOf(boot), List.copyOf(calls));
  }

  private static Altmap altmap(ScriptedCall call) {
    return call.call().altmap();
  }

  private static int length(ScriptedCall call) {
    return call.call().to() - call.call().from();
  }

  private static int bootSize(Script script) {
    return script.boot().stream().mapToInt(Shrinker::simplicity).sum();
  }

  /** Sections without memory are simplest, then those that are full of it. */
  private static int simplicity(Bits ram) {
    return ram.isEmpty().isTrue() ? 0 : ram.isFull().isTrue() ? 1 : 2;
  }
}
