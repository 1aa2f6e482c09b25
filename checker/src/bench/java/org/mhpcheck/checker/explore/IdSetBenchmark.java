package org.mhpcheck.checker.explore;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a row takes in, by how many section states there are: half of which are reached already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
public class IdSetBenchmark {
  /**
   * Of sections of 8 subsections: of v6.12, direct and with altmaps, and of the reference model.
   */
  @Param({"767", "8476", "13377"})
  public int states;

  private final IdSet visited = new IdSet();
  private final IdSet next = new IdSet();
  private final Bitmap coming = new Bitmap();
  private final Bitmap staying = new Bitmap();
  private final Bitmap image = new Bitmap();

  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    Bitmap reached = new Bitmap();
    for (int id = 0; id < states; id++) {
      if (random.nextBoolean()) {
        reached.set(id);
      }
      if (random.nextBoolean()) {
        coming.set(id);
      }
      if (random.nextBoolean()) {
        staying.set(id);
      }
    }
    visited.addAll(reached);
  }

  /** Adds to the next level what is new, which then is taken out again. */
  @Benchmark
  public int addNew() {
    int added = next.addAll(coming, visited);
    next.clear();
    return added;
  }

  /** Nothing is new: by far the most frequent. */
  @Benchmark
  public int addKnown() {
    return visited.addAll(coming, visited);
  }

  /** The states of a row that stay what they are in a call. */
  @Benchmark
  public Bitmap staying() {
    image.clear();
    image.addBoth(coming, staying);
    return image;
  }
}
