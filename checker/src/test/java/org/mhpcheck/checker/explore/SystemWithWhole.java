package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.mhpcheck.checker.compose.RandomSystem;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * A random system with a word behind its sections, and calls that begin or end with a step of all
 * of them, or have one in the middle.
 */
final class SystemWithWhole extends JudgedSystem {
  private static final int WORDS = 3;
  private static final int OF_ALL = 2;
  private final long seed;

  SystemWithWhole(long seed, int sections) {
    super(seed, sections);
    this.seed = seed;
  }

  @Override
  public void initial(Consumer<int[]> states) {
    super.initial(state -> states.accept(Arrays.copyOf(state, state.length + 1)));
  }

  @Override
  public List<SpanningCall> calls() {
    List<SpanningCall> calls = new ArrayList<>();
    int number = 0;
    for (SpanningCall call : super.calls()) {
      Node plan =
          switch (number++ % 4) {
            case 0 -> new Node(Node.ALL, 0, new Node[] {call.plan(), Node.returning(1)});
            case 1 -> withWholeBefore(call.plan());
            default -> call.plan();
          };
      calls.add(new SpanningCall(call.operation(), call.needs(), plan));
    }
    return calls;
  }

  /** Before each return. */
  private static Node withWholeBefore(Node node) {
    if (node.isReturn()) {
      return new Node(Node.ALL, 1, new Node[] {node, Node.returning(1)});
    }
    return new Node(
        node.section(),
        node.step(),
        Arrays.stream(node.on()).map(SystemWithWhole::withWholeBefore).toArray(Node[]::new));
  }

  @Override
  public Optional<Whole> whole() {
    return Optional.of(new Made());
  }

  /** Made up on the spot, and always the same. */
  private final class Made implements Whole {
    private Random of(int what, int[] state) {
      return new Random(seed + 31L * what + 1009L * Arrays.hashCode(state));
    }

    @Override
    public Came step(int step, int[] state) {
      Random random = of(step, state);
      int[] next = state.clone();
      for (int i = 0; i < count(); i++) {
        next[i] = random.nextInt(4) == 0 ? random.nextInt(RandomSystem.STATES) : state[i];
      }
      next[count()] = random.nextInt(WORDS);
      long broken = random.nextInt(20) == 0 ? 1L << 6 : 0;
      long met = random.nextInt(5) == 0 ? 1L << 6 : 0;
      return new Came(next, random.nextInt(2), random.nextInt(12) == 0, broken, met);
    }

    @Override
    public long brokenBy(int[] state) {
      return of(OF_ALL, state).nextInt(10) == 0 ? 1L << 7 : 0;
    }

    @Override
    public long metBy(int[] state) {
      return of(OF_ALL, state).nextInt(3) == 0 ? 1L << 7 : 0;
    }
  }
}
