package org.mhpcheck.checker.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.mhpcheck.checker.simulate.Walk.Count;
import org.mhpcheck.checker.simulate.Walk.Walked;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/**
 * Many walks, in rounds of a fixed number: what a walk is asked about depends on the rounds before
 * it only, and its random numbers on the seed and its number only. So the first walks of a run are
 * those of any longer one, however many threads there are.
 */
final class Walks {
  /** Enough to keep threads busy, few enough for what is known already to be asked no more. */
  private static final int ROUND = 64;

  /** Violations of a property that are kept: of several the smallest is told. */
  static final int MOST_OF_ONE = 8;

  /** Section states that are told apart; more take too much memory. */
  static final int MOST_SECTIONS = 1_000_000;

  private final Kernel kernel;
  private final Machine machine;
  private final Question.Simulate question;
  private final AskedProperties properties;
  private final int threads;
  private final boolean stopAtFirst;
  private final BooleanSupplier cancelled;
  private final long started = System.nanoTime();

  private final Map<Integer, List<Script>> violations = new TreeMap<>();
  private final Map<Operation, Count> counts = new EnumMap<>(Operation.class);
  private final Set<Section> sections = new HashSet<>();
  private long unmet;
  private Optional<String> cut = Optional.empty();
  private int walks;
  private int longest;

  /**
   * @param properties as they read in the design that is walked
   * @param threads at least 1; 1 if {@code kernel} is to be asked by one at a time
   * @param cancelled asked before each walk: whether to give up
   */
  Walks(
      Kernel kernel,
      Machine machine,
      Question.Simulate question,
      AskedProperties properties,
      int threads,
      boolean stopAtFirst,
      BooleanSupplier cancelled) {
    this.kernel = kernel;
    this.machine = machine;
    this.question = question;
    this.properties = properties;
    this.threads = threads;
    this.stopAtFirst = stopAtFirst;
    this.cancelled = cancelled;
    this.unmet = properties.all();
  }

  /** Told after each round. */
  interface AfterRound {
    void walked(int walks, long calls, int sections, int longest);
  }

  /** Walks until there are enough walks, or something cuts them off. */
  void walk(AfterRound listener) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      while (walks < question.walks() && cut.isEmpty()) {
        round(executor);
        listener.walked(walks, calls(), sections.size(), longest);
        if (cut.isEmpty() && stopAtFirst && !violations.isEmpty()) {
          cut = Optional.of("given up at the first violation");
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private void round(ExecutorService executor) {
    long enough = 0;
    for (Map.Entry<Integer, List<Script>> each : violations.entrySet()) {
      enough |= each.getValue().size() < MOST_OF_ONE ? 0 : 1L << each.getKey();
    }
    long open = properties.all() & ~enough;
    long unmetBefore = unmet;
    List<Future<Optional<Walked>>> round = new ArrayList<>();
    for (int i = walks; i < Math.min(walks + ROUND, question.walks()); i++) {
      int number = i;
      round.add(executor.submit(() -> walk(number, open, unmetBefore)));
    }
    for (Future<Optional<Walked>> walk : round) {
      Optional<Walked> walked = get(walk);
      if (walked.isEmpty()) {
        // What was walked behind it does not count: the walks told of are the first so many.
        cut = Optional.of(why());
        return;
      }
      add(walked.get());
    }
  }

  private Optional<Walked> walk(int number, long open, long unmetBefore) {
    if (cancelled.getAsBoolean() || isOutOfTime()) {
      return Optional.empty();
    }
    Observer observer = new Observer(properties, open, unmetBefore);
    return Optional.of(
        new Walk(kernel, machine, question.calls(), random(number), observer)
            .walk(question.mostCalls()));
  }

  /** Far from those of other walks, and of other seeds. */
  private SplittableRandom random(int number) {
    return new SplittableRandom(new SplittableRandom(question.seed()).nextLong() + number);
  }

  private static Optional<Walked> get(Future<Optional<Walked>> walk) {
    try {
      return walk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while walking", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private void add(Walked walked) {
    walks++;
    longest = Math.max(longest, walked.calls().size());
    walked.counts().forEach((operation, count) -> counts.merge(operation, count, Count::plus));
    unmet &= walked.unmet();
    for (Section section : walked.sections()) {
      if (sections.size() < MOST_SECTIONS) {
        sections.add(section);
      }
    }
    walked
        .broken()
        .forEach(
            (property, calls) ->
                violations
                    .computeIfAbsent(property, p -> new ArrayList<>())
                    .add(script(walked, property, calls)));
  }

  private Script script(Walked walked, int property, int calls) {
    return new Script(
        machine,
        properties.get(property).name(),
        walked.boot(),
        List.copyOf(walked.calls().subList(0, calls)));
  }

  private boolean isOutOfTime() {
    return question
        .calls()
        .limits()
        .time()
        .filter(limit -> elapsed().compareTo(limit) >= 0)
        .isPresent();
  }

  private String why() {
    return cancelled.getAsBoolean()
        ? "interrupted"
        : "time limit of %d s"
            .formatted(question.calls().limits().time().orElseThrow().toSeconds());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Scripts that break property {@code i}, in the order of their walks; none if none did. */
  List<Script> violations(int i) {
    List<Script> known = violations.getOrDefault(i, List.of());
    return known.subList(0, Math.min(known.size(), MOST_OF_ONE));
  }

  boolean isMet(int i) {
    return (unmet & 1L << i) == 0;
  }

  /** What ended the walking before there were enough walks, if something did. */
  Optional<String> cut() {
    return cut;
  }

  int walks() {
    return walks;
  }

  long calls() {
    return counts.values().stream().mapToLong(Count::made).sum();
  }

  Map<Operation, Count> counts() {
    return counts;
  }

  /** Different states of single sections at rest, told apart up to {@link #MOST_SECTIONS}. */
  int sections() {
    return sections.size();
  }

  int longest() {
    return longest;
  }
}
