package org.mhpcheck.checker.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * A system of sections with few states and made-up calls, each over any run of sections: needs of
 * the first section, of those within, of the last and of the next one; a step on each section,
 * which may fail; then either another step on each, or one on all those before the failed one, if
 * anything.
 */
public final class RandomSystem implements Calls, BootedSections {
  public static final int STATES = 4;
  private static final int CONDITIONS = 4;
  private static final int STEPS = 4;
  private static final int OPERATIONS = 3;
  private static final int PROPERTIES = 3;
  private static final int CODES = 2;

  /** An operation's conditions by role, -1 for none, and its steps; it may undo none. */
  private record Operation(
      int only, int first, int inner, int last, int next, int does, int then, int undo) {}

  private record Came(int next, int code, boolean isLost, long broken, long met)
      implements Outcome {}

  private final boolean[][] meets = new boolean[CONDITIONS][STATES];
  private final Came[][][] outcomes = new Came[STEPS][STATES][];
  private final List<Operation> operations = new ArrayList<>();
  private final List<Integer> initial;
  private final long[] broken = new long[STATES];

  public RandomSystem(long seed) {
    Random random = new Random(seed);
    for (boolean[] row : meets) {
      for (int i = 0; i < STATES; i++) {
        row[i] = random.nextInt(3) > 0;
      }
    }
    for (Came[][] step : outcomes) {
      for (int state = 0; state < STATES; state++) {
        step[state] = new Came[1 + random.nextInt(2)];
        for (int i = 0; i < step[state].length; i++) {
          step[state][i] =
              new Came(
                  random.nextInt(STATES),
                  random.nextInt(CODES),
                  random.nextInt(12) == 0,
                  oneOf(random),
                  oneOf(random));
        }
      }
    }
    for (int i = 0; i < OPERATIONS; i++) {
      operations.add(
          new Operation(
              condition(random),
              condition(random),
              condition(random),
              condition(random),
              condition(random),
              random.nextInt(STEPS),
              random.nextInt(STEPS),
              random.nextInt(STEPS + 1) - 1));
    }
    initial = List.of(0, random.nextInt(2));
    broken[random.nextInt(STATES)] = 1;
  }

  /** A property of steps, now and then. */
  private static long oneOf(Random random) {
    return random.nextInt(6) == 0 ? 1L << 1 + random.nextInt(PROPERTIES - 1) : 0;
  }

  private static int condition(Random random) {
    return random.nextInt(CONDITIONS + 1) - 1;
  }

  @Override
  public int unit() {
    return 1;
  }

  @Override
  public List<SpanningCall> over(int sections) {
    List<SpanningCall> calls = new ArrayList<>();
    for (int number = 0; number < OPERATIONS; number++) {
      Operation operation = operations.get(number);
      for (int from = 0; from < sections; from++) {
        for (int to = from; to < sections; to++) {
          calls.add(
              new SpanningCall(
                  number, needs(operation, from, to, sections), plan(operation, from, to)));
        }
      }
    }
    return calls;
  }

  private static List<Need> needs(Operation operation, int from, int to, int sections) {
    List<Need> needs = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      int asked =
          from == to
              ? operation.only()
              : i == from ? operation.first() : i == to ? operation.last() : operation.inner();
      add(needs, i, asked);
    }
    if (to + 1 < sections) {
      add(needs, to + 1, operation.next());
    }
    return needs;
  }

  private static void add(List<Need> needs, int section, int condition) {
    if (condition >= 0) {
      needs.add(new Need(section, condition));
    }
  }

  private static Node plan(Operation operation, int from, int to) {
    Node done = Node.RETURN;
    for (int i = to; i >= from; i--) {
      done = new Node(i, operation.then(), new Node[] {done, done});
    }
    for (int i = to; i >= from; i--) {
      Node undone = Node.returning(1);
      for (int j = from; j < i && operation.undo() >= 0; j++) {
        undone = new Node(j, operation.undo(), new Node[] {undone, undone});
      }
      done = new Node(i, operation.does(), new Node[] {done, undone});
    }
    return done;
  }

  @Override
  public void initial(IntConsumer states) {
    initial.forEach(states::accept);
  }

  @Override
  public boolean meets(int condition, int state) {
    return meets[condition][state];
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    return outcomes[step][state];
  }

  @Override
  public long brokenBy(int state) {
    return broken[state];
  }

  @Override
  public long metBy(int state) {
    return 0;
  }

  /** Everything that so many sections come to, by going through whole systems. */
  final class Whole {
    final Set<List<Integer>> states = new HashSet<>();
    long broken;
    long met;

    Whole(int sections) {
      Queue<List<Integer>> todo = new ArrayDeque<>();
      start(new ArrayList<>(), sections, todo);
      List<SpanningCall> calls = over(sections);
      while (!todo.isEmpty()) {
        List<Integer> state = todo.remove();
        for (SpanningCall call : calls) {
          boolean isMade =
              call.needs().stream().allMatch(n -> meets(n.condition(), state.get(n.section())));
          if (isMade) {
            go(call.plan(), state, todo);
          }
        }
      }
    }

    private void start(List<Integer> state, int sections, Queue<List<Integer>> todo) {
      if (state.size() == sections) {
        come(List.copyOf(state), todo);
        return;
      }
      for (int one : initial) {
        state.add(one);
        start(state, sections, todo);
        state.remove(state.size() - 1);
      }
    }

    private void come(List<Integer> state, Queue<List<Integer>> todo) {
      if (states.add(state)) {
        state.forEach(s -> broken |= brokenBy(s));
        todo.add(state);
      }
    }

    private void go(Node node, List<Integer> state, Queue<List<Integer>> todo) {
      if (node.isReturn()) {
        come(state, todo);
        return;
      }
      for (Outcome outcome : outcomes(node.step(), state.get(node.section()))) {
        broken |= outcome.broken();
        met |= outcome.met();
        if (!outcome.isLost()) {
          List<Integer> next = new ArrayList<>(state);
          next.set(node.section(), outcome.next());
          go(node.on()[outcome.code()], List.copyOf(next), todo);
        }
      }
    }
  }
}
