package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.mhpcheck.checker.bind.harness.PairStream;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.tool.Daemon;

/** A few workers, each with a child process of its own. While one waits for its, another works. */
final class Workers implements AutoCloseable {
  private static final int SECONDS = 90;

  private final List<PairStream> streams;
  private final ExecutorService threads;

  Workers(List<PairStream> streams) {
    this.streams = streams;
    this.threads =
        Executors.newFixedThreadPool(streams.size(), task -> Daemon.of("conformance", task));
  }

  /** What came of each job, in the order of the jobs, whoever did it. */
  <J, R> List<R> run(List<J> jobs, BiFunction<PairStream, J, R> work) {
    AtomicInteger next = new AtomicInteger();
    List<R> results = new ArrayList<>();
    jobs.forEach(j -> results.add(null));
    List<Future<?>> running = new ArrayList<>();
    for (PairStream stream : streams) {
      running.add(
          threads.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < jobs.size(); i = next.getAndIncrement()) {
                  R result = work.apply(stream, jobs.get(i));
                  synchronized (results) {
                    results.set(i, result);
                  }
                }
              }));
    }
    running.forEach(Workers::await);
    return results;
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BindException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  long pairs() {
    return streams.stream().mapToLong(PairStream::pairs).sum();
  }

  long exposed() {
    return streams.stream().mapToLong(PairStream::exposed).sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      // A child may not be closed while its worker talks to it.
      if (!threads.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    streams.forEach(PairStream::close);
  }
}
