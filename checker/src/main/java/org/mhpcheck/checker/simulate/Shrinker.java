package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mhpcheck.checker.replay.Replayer;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;

/**
 * Makes a script that breaks a property as small as it gets while it breaks that same property:
 * calls are left out, two made one, boots made simpler, faults and altmaps taken away, ranges made
 * shorter. Of a candidate that breaks it before its end, the part until then is kept.
 *
 * <p>In the end no single call can be left out. That is not yet a shortest script: another one
 * altogether may be shorter.
 */
final class Shrinker {
  private final Kernel kernel;
  private final Machine machine;
  private final Candidates candidates;
  private final Exchange exchange;

  Shrinker(Kernel kernel, Machine machine, Question.Explore question, Property property) {
    this.kernel = kernel;
    this.machine = machine;
    this.candidates = new Candidates(kernel, machine, question, property);
    this.exchange = new Exchange(candidates, machine, question);
  }

  /**
   * The smallest that this comes to from {@code script}; {@code script} itself, if it does not
   * break the property when it is replayed.
   */
  Script shrink(Script script) {
    return candidates.breaking(script).map(this::smallest).orElse(script);
  }

  /**
   * The same, where a call may also be exchanged for another one that makes a further call
   * needless. That takes many replays, so it is for the smallest of several.
   */
  Script shrinkByExchange(Script script) {
    Script now = script;
    for (Optional<Script> fewer = exchange.fewerCalls(now);
        fewer.isPresent();
        fewer = exchange.fewerCalls(now)) {
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
    } while (Candidates.smaller().compare(now, before) < 0);
    return now;
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
        Optional<Script> without = withoutRefused(now, candidates.with(now, rest));
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
      Optional<Script> smaller = candidates.smallerThan(now, rest);
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
      rest = candidates.with(rest, calls);
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
    if (!candidates.isCall(hull)) {
      return Optional.empty();
    }
    List<ScriptedCall> calls = new ArrayList<>(now.calls());
    calls.set(kept, new ScriptedCall(hull, keptCall.fault()));
    calls.remove(kept == i ? j : i);
    return withoutRefused(now, candidates.with(now, calls));
  }

  private Script withSimplerBoots(Script script) {
    Script now = script;
    for (int section = 0; section < machine.geometry().sections(); section++) {
      for (Bits layout : candidates.layouts()) {
        Optional<Script> simpler =
            candidates.smallerThan(now, candidates.with(now, section, layout, now.calls()));
        if (simpler.isPresent()) {
          now = simpler.get();
          break;
        }
      }
    }
    return now;
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
      for (int step = Math.max(1, Candidates.length(now.calls().get(i)) / 2);
          step >= 1;
          step /= 2) {
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
        which.stream().map(i -> calls.get(i).call()).allMatch(candidates::isCall)
            && !calls.equals(now.calls());
    return areCalls ? candidates.smallerThan(now, candidates.with(now, calls)) : Optional.empty();
  }
}
