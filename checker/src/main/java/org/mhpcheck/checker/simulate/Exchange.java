package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.question.Question;

/**
 * One call less where another one is exchanged for some other: a call that was a way to where
 * another fails may not be needed for a call that fails sooner.
 */
final class Exchange {
  /** Of longer scripts, calls are not exchanged: that would take minutes. */
  private static final int MOST_EXCHANGED = 6;

  private final Candidates candidates;
  private final Machine machine;
  private final Question.Explore question;

  Exchange(Candidates candidates, Machine machine, Question.Explore question) {
    this.candidates = candidates;
    this.machine = machine;
    this.question = question;
  }

  /** One call less, and another one exchanged. */
  Optional<Script> fewerCalls(Script now) {
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
    Optional<Script> asItIs = candidates.smallerThan(now, candidates.with(now, calls));
    if (asItIs.isPresent() || calls.size() > 1) {
      return asItIs;
    }
    int section = calls.get(0).call().from() / machine.geometry().subsections();
    return candidates.layouts().stream()
        .map(layout -> candidates.with(now, section, layout, calls))
        .flatMap(candidate -> candidates.smallerThan(now, candidate).stream())
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
            if (candidates.isCall(call)) {
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
}
