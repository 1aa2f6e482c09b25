package org.mhpcheck.checker.explore;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How a row is found, by how many there are: those of two sections and of three. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
public class PrefixMapBenchmark {
  private static final int LOOKUPS = 1 << 12;

  /** Of each section but the last. */
  @Param({"177", "767"})
  public int states;

  /** How many sections a prefix is of. */
  @Param({"1", "2"})
  public int sections;

  private final PrefixMap<Object> rows = new PrefixMap<>();
  private final long[] asked = new long[LOOKUPS];

  @Setup
  public void fill() {
    Prefixes prefixes = new Prefixes(sections + 1, /* hasWord= */ false);
    int of = sections == 1 ? 1 : states;
    for (int first = 0; first < states; first++) {
      for (int second = 0; second < of; second++) {
        rows.add(prefix(prefixes, first, second), new Object());
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < LOOKUPS; i++) {
      asked[i] = prefix(prefixes, random.nextInt(states), random.nextInt(of));
    }
  }

  private long prefix(Prefixes prefixes, int first, int second) {
    long prefix = prefixes.with(0, 0, first);
    return sections == 1 ? prefix : prefixes.with(prefix, 1, second);
  }

  /** At random; all are there. */
  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public int get() {
    int found = 0;
    for (long prefix : asked) {
      found += rows.get(prefix) == null ? 0 : 1;
    }
    if (found != LOOKUPS) {
      throw new IllegalStateException("found %d rows of %d".formatted(found, LOOKUPS));
    }
    return found;
  }
}
