package org.mhpcheck.checker.explore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mhpcheck.model.question.Limits;

/** One state after another, each after a while; its last one breaks a property. */
final class SlowChain extends Graph {
  static final int LENGTH = 400;
  static final long LAST = 1;

  private final long nanos;

  private SlowChain(long nanos) {
    this.nanos = nanos;
  }

  static Exploration explore(Path file, boolean resumes, Duration step) {
    Graph chain = new SlowChain(step.toNanos()).breaks(LENGTH, LAST);
    Settings settings =
        new Settings(
            1,
            Limits.NONE,
            false,
            () -> false,
            Settings.Goal.NONE,
            Optional.of(
                new Checkpoints(
                    file, "chain", resumes, Duration.ZERO, Checkpoints.Beside.NOTHING, why -> {})));
    return new Explorer(chain, LAST, settings, "chain", p -> {}).explore();
  }

  @Override
  public void initial(Consumer<int[]> states) {
    states.accept(new int[] {0});
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    LockSupport.parkNanos(nanos);
    return state == LENGTH
        ? new Outcome[0]
        : new Outcome[] {new Edge(state + 1, false, 0, 0), new Edge(state, false, 0, 0)};
  }

  /** Explores it slowly, to be killed meanwhile. */
  public static void main(String[] arguments) {
    explore(Path.of(arguments[0]), false, Duration.ofMillis(20));
  }
}
