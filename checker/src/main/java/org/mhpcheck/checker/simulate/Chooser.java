package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/**
 * Chooses the calls of one walk: proposes, and takes the first proposal that can be made.
 *
 * <p>Chosen evenly from all ranges (33 000 of 4 x 64 subsections) a remove would next to never be
 * of what was added, and a range would next to never begin where another ends. So a range is one of
 * an earlier call, or of whole memory blocks, or of none, or between places where something is
 * known to begin or end, and only now and then any.
 *
 * <p>Some callers soon corrupt memory, which ends a walk, and some altmaps never fit. So each walk
 * is of some of the callers and altmaps only, drawn at its beginning: what is found in a crowd is
 * often found sooner in a few.
 */
final class Chooser {
  /** Proposals of one operation, before another is drawn. */
  private static final int PROPOSALS = 24;

  private static final int OPERATIONS = 24;

  private final Machine machine;
  private final SplittableRandom random;
  private final List<Altmap> altmaps;
  private final List<Operation> operations;
  private final int block;
  private final List<Call> made = new ArrayList<>();

  Chooser(Machine machine, Question.Explore question, SplittableRandom random) {
    this.machine = machine;
    this.random = random;
    this.block = machine.world().block() * machine.geometry().subsections();
    List<Altmap> some = some(question.altmaps());
    List<Operation> ofSome = operations(machine, some(question.callers()), some);
    boolean isIdle = ofSome.isEmpty();
    this.altmaps = isIdle ? question.altmaps() : some;
    this.operations = isIdle ? operations(machine, question.callers(), altmaps) : ofSome;
  }

  private static List<Operation> operations(
      Machine machine, List<Caller> callers, List<Altmap> altmaps) {
    return callers.stream()
        .flatMap(c -> c.operations().stream())
        .filter(o -> machine.design().options().containsAll(o.needs()))
        .filter(o -> !Caller.of(o).altmaps(o, altmaps).isEmpty())
        .toList();
  }

  /** Each with an even chance, but at least one. */
  private <T> List<T> some(List<T> all) {
    List<T> some = all.stream().filter(x -> random.nextBoolean()).toList();
    return some.isEmpty() ? List.of(any(all)) : some;
  }

  /** A call that can be made of {@code sections}; empty if none was come by. */
  Optional<Call> next(List<Section> sections) {
    for (int i = 0; i < OPERATIONS && !operations.isEmpty(); i++) {
      Operation operation = any(operations);
      for (int j = 0; j < PROPOSALS; j++) {
        Call call = proposal(operation);
        if (isEnabled(call, sections)) {
          made.add(call);
          return Optional.of(call);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isEnabled(Call call, List<Section> sections) {
    Caller caller = Caller.of(call.operation());
    if (!caller.isCall(call, machine)) {
      return false;
    }
    for (Condition condition : caller.conditions(call, machine)) {
      if (!condition.holds(sections.get(condition.section()))) {
        return false;
      }
    }
    return true;
  }

  private Call proposal(Operation operation) {
    int percent = random.nextInt(100);
    int ofEarlier = operation.adds() ? 20 : 55;
    if (percent < ofEarlier && !made.isEmpty()) {
      return like(operation, any(made));
    }
    int rest = random.nextInt(100);
    if (rest < 10) {
      int start = random.nextInt(machine.geometry().sections()) * machine.geometry().subsections();
      return call(operation, start, start); // no pages, of who asks for none
    }
    if (rest < 50) {
      return ofBlocks(operation);
    }
    return rest < 90 ? between(operation, place(), place()) : between(operation, spot(), spot());
  }

  /** Of the same range, and as far as this operation knows it with the same altmap. */
  private Call like(Operation operation, Call earlier) {
    List<Altmap> known = Caller.of(operation).altmaps(operation, altmaps);
    Altmap asItIs = earlier.altmap();
    Altmap asTold = known.contains(asItIs) || !asItIs.isGiven() ? asItIs : Altmap.ALTMAP;
    Altmap altmap = known.contains(asTold) && random.nextInt(8) > 0 ? asTold : any(known);
    return new Call(operation, earlier.from(), earlier.to(), altmap);
  }

  /** Of whole memory blocks, or with blocks of several sections of whole sections; mostly one. */
  private Call ofBlocks(Operation operation) {
    int unit = random.nextInt(4) == 0 ? machine.geometry().subsections() : block;
    int units = machine.geometry().total() / unit;
    int length = 1;
    while (length < units && random.nextInt(3) == 0) {
      length++;
    }
    int from = random.nextInt(units - length + 1);
    return call(operation, from * unit, (from + length) * unit);
  }

  /** One subsection, where both are the same. */
  private Call between(Operation operation, int one, int other) {
    int from = Math.min(Math.min(one, other), machine.geometry().total() - 1);
    return call(operation, from, Math.max(from + 1, Math.max(one, other)));
  }

  private Call call(Operation operation, int from, int to) {
    return new Call(operation, from, to, any(Caller.of(operation).altmaps(operation, altmaps)));
  }

  /** Where something begins or ends: an earlier range, a section or its halves, or one beside. */
  private int place() {
    int total = machine.geometry().total();
    int size = machine.geometry().subsections();
    if (!made.isEmpty() && random.nextInt(2) == 0) {
      Call earlier = any(made);
      return random.nextBoolean() ? earlier.from() : earlier.to();
    }
    int border = random.nextInt(2 * machine.geometry().sections() + 1) * size / 2;
    return Math.max(0, Math.min(total, border + random.nextInt(-1, 2)));
  }

  private int spot() {
    return random.nextInt(machine.geometry().total() + 1);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
