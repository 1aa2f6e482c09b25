package org.mhpcheck.checker.cli.console;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does work that does not ask by itself whether to go on. It is done by a thread of its own, which
 * an interrupt leaves behind.
 */
public final class Interruptible {
  private static final long TICK_MILLIS = 100;

  /** For what is left behind to clear up after itself. */
  private static final long PATIENCE_MILLIS = 2000;

  private final BooleanSupplier isCancelled;
  private final Runnable meanwhile;

  /**
   * @param meanwhile called now and then while the work is done
   */
  public Interruptible(Interrupt interrupt, Runnable meanwhile) {
    this(interrupt::isRequested, meanwhile);
  }

  /**
   * @param isCancelled asked now and then: once it is so, it stays so
   * @param meanwhile called now and then while the work is done
   */
  public Interruptible(BooleanSupplier isCancelled, Runnable meanwhile) {
    this.isCancelled = isCancelled;
    this.meanwhile = meanwhile;
  }

  /** What {@code work} makes; empty if an interrupt comes before it is done. */
  public <T> Optional<T> run(Supplier<T> work) {
    if (isCancelled.getAsBoolean()) {
      return Optional.empty();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "interruptible");
    thread.setDaemon(true);
    thread.start();
    try {
      while (!isCancelled.getAsBoolean()) {
        Optional<T> made = await(task);
        if (made.isPresent()) {
          return made;
        }
        meanwhile.run();
      }
      thread.interrupt();
      thread.join(PATIENCE_MILLIS);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** After an interrupt nothing counts: what else got the signal may have ended of it. */
  private <T> Optional<T> await(FutureTask<T> task) throws InterruptedException {
    try {
      T made = task.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      return isCancelled.getAsBoolean() ? Optional.empty() : Optional.of(made);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      Thread.sleep(TICK_MILLIS); // what it failed of may have had the signal before we are told
      if (isCancelled.getAsBoolean()) {
        return Optional.empty();
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }
}
