package org.mhpcheck.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Work done side by side, and told one after the other in the order in which it was given: so that
 * what is said does not depend on how many threads there are.
 */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Does all {@code work}; {@code told} is called by the caller's own thread, of each as soon as it
   * and all before it are done.
   *
   * @param threads at least 1
   * @throws RuntimeException what the first work that fails, in the order given, has thrown; no
   *     more of it is begun then
   */
  public static <T> void all(int threads, List<Callable<T>> work, Consumer<T> told) {
    all(threads, work, i -> false, told);
  }

  /**
   * The same, but what takes long is begun before all else where there are threads for both: begun
   * last, it would run on alone.
   *
   * @param takesLong asked of places in {@code work}
   */
  public static <T> void all(
      int threads, List<Callable<T>> work, IntPredicate takesLong, Consumer<T> told) {
    List<FutureTask<T>> tasks = work.stream().map(FutureTask::new).toList();
    List<FutureTask<T>> order = new ArrayList<>();
    List<FutureTask<T>> later = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      (threads == 1 || takesLong.test(i) ? order : later).add(tasks.get(i));
    }
    order.addAll(later);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      order.forEach(executor::execute);
      for (FutureTask<T> next : tasks) {
        told.accept(result(next));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }
}
