package org.mhpcheck.checker.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.question.Question;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole explorations, each of a kernel that was asked nothing before. In seconds, how many of them,
 * how many states, and how many transitions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"})
public class ExplorationBenchmark {
  /** What is explored, and how many states that has: a benchmark of anything else would be none. */
  public enum World {
    /** Next to nothing but asking. */
    DIRECT_1X8_FAULTS(767, threads -> ofKernel(threads, Worlds.direct(1, 8, true))),
    DIRECT_2X8_FAULTS(588_289, threads -> ofKernel(threads, Worlds.direct(2, 8, true))),
    DIRECT_3X4_FAULTS_ALTMAPS(
        5_545_233,
        threads ->
            ofKernel(threads, Worlds.with(Worlds.direct(3, 4, true), Altmap.NONE, Altmap.ALTMAP))),
    REFERENCE_2X6(478_436, threads -> ReferenceRun.explore(2, 6, threads)),
    REFERENCE_2X8(21_106_576, threads -> ReferenceRun.explore(2, 8, threads));

    private final long states;
    private final IntFunction<Exploration> by;

    World(long states, IntFunction<Exploration> by) {
      this.states = states;
      this.by = by;
    }

    private static Exploration ofKernel(int threads, Question.Explore world) {
      return Worlds.explore(
          threads, Worlds.kernel("v6.12"), world, Worlds.property("pfn-valid-has-memmap"));
    }
  }

  @Param public World world;

  @Param({"1", "2"})
  public int threads;

  /** Counted beside explorations. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Explored {
    public long states;
    public long transitions;
  }

  @Benchmark
  public Exploration explore(Explored explored) {
    Exploration exploration = world.by.apply(threads);
    if (!exploration.isComplete() || exploration.states() != world.states) {
      throw new IllegalStateException(
          "%s: found %d states, expected %d".formatted(world, exploration.states(), world.states));
    }
    explored.states += exploration.states();
    explored.transitions += exploration.transitions();
    return exploration;
  }
}
