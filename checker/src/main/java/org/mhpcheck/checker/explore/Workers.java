package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.mhpcheck.checker.explore.Reached.Filling;

/**
 * Expands rows of a level, by several threads where that pays.
 *
 * <p>Only the calling thread asks the system for what is not known yet, row by row in their order:
 * a worker that misses something leaves its row to it. So what is asked, and in which order, does
 * not depend on the number of threads.
 */
final class Workers implements AutoCloseable {
  /** Fewer states are expanded sooner than a thread is told of them. */
  private static final int WORTH_A_THREAD = 1 << 12;

  private final Watch watch;
  private final List<Filling> fillings = new ArrayList<>();
  private final Expander asking;
  private final List<Expander> others = new ArrayList<>();
  private final ExecutorService executor;

  /** Between waves of rows. A part of a level. */
  record Wave(Level level, int from, int to, long states) {}

  Workers(
      int threads,
      Transitions transitions,
      Agendas agendas,
      Prefixes prefixes,
      Reached reached,
      Watch watch) {
    this.watch = watch;
    this.asking = expander(transitions, agendas, prefixes, reached, true);
    // What is of all sections together is asked all the time.
    int used = transitions.whole().isPresent() ? 1 : threads;
    for (int i = 0; used > 1 && i < used; i++) {
      others.add(expander(transitions, agendas, prefixes, reached, false));
    }
    this.executor =
        Executors.newFixedThreadPool(
            used,
            task -> {
              Thread thread = new Thread(task, "explore");
              thread.setDaemon(true);
              return thread;
            });
  }

  private Expander expander(
      Transitions transitions, Agendas agendas, Prefixes prefixes, Reached reached, boolean asks) {
    Filling filling = reached.new Filling();
    fillings.add(filling);
    return new Expander(agendas, prefixes, transitions, asks, filling);
  }

  List<Filling> fillings() {
    return fillings;
  }

  /** The one that the calling thread expands with. */
  Filling own() {
    return fillings.get(0);
  }

  /** How many states were added to the level that is being filled. */
  long added() {
    return fillings.stream().mapToLong(Filling::added).sum();
  }

  /** By kind of call, how many transitions there were. */
  long[] fired() {
    long[] fired = asking.fired().clone();
    for (Expander other : others) {
      for (int i = 0; i < fired.length; i++) {
        fired[i] += other.fired()[i];
      }
    }
    return fired;
  }

  /** Returns early when time is out. */
  void expand(Wave wave) {
    if (others.isEmpty() || wave.states() < WORTH_A_THREAD) {
      Bitmap states = new Bitmap();
      for (int row = wave.from(); row < wave.to(); row++) {
        ask(wave, row, states);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger(wave.from());
    ConcurrentSkipListSet<Integer> missing = new ConcurrentSkipListSet<>();
    List<Future<?>> running = new ArrayList<>();
    for (Expander other : others) {
      running.add(executor.submit(() -> work(other, wave, next, missing)));
    }
    awaitAll(running);
    Bitmap states = new Bitmap();
    missing.forEach(row -> ask(wave, row, states));
  }

  private void ask(Wave wave, int row, Bitmap states) {
    if (watch.isOutOfTime()) {
      throw new StoppedException();
    }
    wave.level().read(row, states);
    asking.expand(wave.level().prefix(row), states);
  }

  private void work(
      Expander expander, Wave wave, AtomicInteger next, ConcurrentSkipListSet<Integer> missing) {
    Bitmap states = new Bitmap();
    for (int row = next.getAndIncrement();
        row < wave.to() && !watch.isOutOfTime();
        row = next.getAndIncrement()) {
      wave.level().read(row, states);
      if (!expander.expand(wave.level().prefix(row), states)) {
        missing.add(row);
      }
    }
  }

  /** All of them: what one throws is thrown when none is at work any more. */
  private static void awaitAll(List<Future<?>> running) {
    Optional<Throwable> thrown = Optional.empty();
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while exploring", e);
      } catch (ExecutionException e) {
        thrown = thrown.or(() -> Optional.of(e.getCause()));
      }
    }
    thrown.ifPresent(Workers::rethrow);
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof RuntimeException own) {
      throw own; // whatever it is, it was not the thread's doing
    }
    if (thrown instanceof Error error) {
      throw error; // out of memory is no fault of the worker's
    }
    throw new IllegalStateException("a worker failed: " + thrown, thrown);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
