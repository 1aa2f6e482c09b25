package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mhpcheck.checker.compose.RandomSystem;
import org.mhpcheck.checker.compose.Together;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/** A random system with properties of calls and of recovery. */
class JudgedSystem extends Together {
  private static final long OF_CALLS = 0b1_1000;
  private static final long OF_RECOVERY = 0b10_0000;
  private final long[][] spoilt = new long[RandomSystem.STATES][RandomSystem.STATES];
  private final boolean[] recovered = new boolean[RandomSystem.STATES];

  JudgedSystem(long seed, int sections) {
    super(new RandomSystem(seed), sections);
    Random random = new Random(seed);
    for (long[] row : spoilt) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(3) == 0 ? OF_CALLS & random.nextLong() : 0;
      }
    }
    for (int i = 0; i < recovered.length; i++) {
      spoilt[i][i] = 0;
      recovered[i] = random.nextBoolean();
    }
  }

  /** One more, which returns at once. */
  @Override
  public List<SpanningCall> calls() {
    List<SpanningCall> calls = new ArrayList<>(super.calls());
    calls.add(new SpanningCall(1, List.of(), Node.returning(1)));
    return calls;
  }

  @Override
  public long metBy(int operation, int code) {
    return code == 1 ? 1L << 3 + operation % 3 : 0;
  }

  @Override
  public long ofCalls() {
    return OF_CALLS;
  }

  @Override
  public long spoiltBy(int before, int after) {
    return spoilt[before][after];
  }

  @Override
  public long ofRecovery() {
    return OF_RECOVERY;
  }

  @Override
  public long notRecoveredIn(int state) {
    return recovered[state] ? 0 : OF_RECOVERY;
  }
}
