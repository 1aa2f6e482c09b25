package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.mhpcheck.model.answer.Progress;

/**
 * Breadth-first exploration of everything reachable, level by level.
 *
 * <p>Workers expand blocks of the frontier; this thread merges them in order. A state that breaks a
 * property is expanded like any other. Each property keeps its first violation, which is a shortest
 * one; which one of several shortest does not depend on the number of threads.
 */
public final class Explorer {
  private static final int BLOCK = 256;

  private final Transitions transitions;
  private final Settings settings;
  private final String what;
  private final Consumer<Progress> progress;
  private final Watch watch;

  private final Reached reached = new Reached();
  private final Map<Integer, Violation> violations = new TreeMap<>();
  private long open;
  private long met;
  private long generated;
  private int depth;
  private Optional<String> unfinished = Optional.empty();

  /**
   * @param properties the bits of the properties asked
   * @param what is named in progress reports
   */
  public Explorer(
      Transitions transitions,
      long properties,
      Settings settings,
      String what,
      Consumer<Progress> progress) {
    this.transitions = transitions;
    this.open = properties;
    this.settings = settings;
    this.watch = new Watch(settings);
    this.what = what;
    this.progress = progress;
  }

  /** Explores; to be called once. */
  public Exploration explore() {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            settings.threads(),
            task -> {
              Thread thread = new Thread(task, "explore");
              thread.setDaemon(true);
              return thread;
            });
    try {
      transitions.initial(this::addInitial);
      checkGoal();
      int expanded = 0;
      while (expanded < reached.size() && mayGoOn()) {
        int levelEnd = reached.size();
        if (settings.limits().depth().filter(limit -> depth >= limit).isPresent()) {
          unfinished = Optional.of("depth limit of " + depth + " calls");
        } else {
          expanded = expandLevel(workers, expanded, levelEnd);
        }
        if (unfinished.isEmpty() && reached.size() > levelEnd) {
          depth++;
        }
      }
    } catch (StateSpaceTooLargeException e) {
      unfinished = Optional.of(e.getMessage());
    } finally {
      workers.shutdownNow();
    }
    Optional<String> waysUnknown = lookForWaysBack();
    return new Exploration(
        violations,
        waysUnknown,
        met,
        reached.size(),
        generated,
        depth,
        unfinished,
        watch.elapsed());
  }

  private int expandLevel(ExecutorService workers, int from, int levelEnd) {
    int next = from;
    while (next < levelEnd && mayGoOn()) {
      List<Future<Block>> wave = new ArrayList<>();
      for (int i = 0; i < 4 * settings.threads() && next < levelEnd; i++) {
        Block block =
            new Block(
                transitions,
                reached,
                next,
                Math.min(levelEnd, next + BLOCK),
                open,
                watch::isOutOfTime);
        wave.add(workers.submit(block::expand));
        next = block.end();
      }
      try {
        for (Future<Block> block : expanded(wave)) {
          if (mayGoOn()) {
            merge(result(block), levelEnd);
          }
        }
      } catch (Block.StoppedException e) {
        checkLimits();
      }
    }
    return next;
  }

  /** Merging changes what is reached, which workers read: not before all of a wave are done. */
  private static List<Future<Block>> expanded(List<Future<Block>> wave) {
    wave.forEach(Explorer::result);
    return wave;
  }

  private static Block result(Future<Block> block) {
    try {
      return block.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while exploring", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own; // whatever it is, it was not the thread's doing
      }
      if (e.getCause() instanceof Error error) {
        throw error; // out of memory is no fault of the worker's
      }
      throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
    }
  }

  private void merge(Block block, int levelEnd) {
    generated += block.generated();
    met |= block.met();
    open &= ~(met & transitions.ofRecovery()); // of which transitions tell the premise only
    new TreeMap<>(block.broken())
        .forEach((property, where) -> violated(property, where[0], where[1]));
    LongList found = block.found();
    for (int i = 0; i < found.size(); i += 2) {
      if (reached.add(found.get(i), found.get(i + 1))) {
        look(found.get(i));
      }
    }
    progress.accept(
        new Progress(
            what, reached.size(), generated, depth, reached.size() - levelEnd, watch.elapsed()));
    checkLimits();
  }

  private void addInitial(long state) {
    if (reached.addInitial(state)) {
      look(state);
    }
  }

  private void look(long state) {
    transitions.reached(state);
    met |= transitions.metBy(state);
    for (long rest = transitions.brokenBy(state) & open; rest != 0; rest &= rest - 1) {
      violated(Long.numberOfTrailingZeros(rest), reached.size() - 1, -1);
    }
  }

  private void violated(int property, int index, int transition) {
    if ((open & 1L << property) != 0) {
      open &= ~(1L << property);
      violations.put(property, new Violation(reached.pathTo(index), transition));
      if (settings.stopAtFirst()) {
        unfinished = Optional.of("stopped at the first violation");
      }
    }
  }

  private boolean mayGoOn() {
    return unfinished.isEmpty();
  }

  private void checkLimits() {
    if (mayGoOn()) {
      unfinished = watch.reason(reached.size(), reached.bytesToGrow());
    }
    checkGoal();
  }

  private void checkGoal() {
    if (mayGoOn() && settings.goal().isReached(open, met)) {
      unfinished = Optional.of("found what was looked for");
    }
  }

  /** Only of what is known whole: what was not looked at might lead back. */
  private Optional<String> lookForWaysBack() {
    if (transitions.ofRecovery() == 0 || !mayGoOn()) {
      return unfinished;
    }
    WaysBack ways = new WaysBack(transitions, reached, watch, this::tellOfWaysBack);
    for (long rest = transitions.ofRecovery(); rest != 0; rest &= rest - 1) {
      int property = Long.numberOfTrailingZeros(rest);
      try {
        OptionalInt lost = ways.firstLost(1L << property);
        if (lost.isPresent()) {
          violations.put(property, new Violation(reached.pathTo(lost.getAsInt()), -1));
        }
      } catch (WaysBack.StoppedException e) {
        return Optional.of(e.getMessage());
      }
    }
    return Optional.empty();
  }

  private void tellOfWaysBack(int states) {
    progress.accept(
        new Progress(
            what + " (ways back)", reached.size(), generated, depth, states, watch.elapsed()));
  }
}
