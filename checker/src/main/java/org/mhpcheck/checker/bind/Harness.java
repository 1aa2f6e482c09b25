package org.mhpcheck.checker.bind;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A compiled kernel as a child process that answers records. One that dies or hangs is started
 * again, and costs the one record it died of.
 *
 * <p>Not for use by two threads at once.
 */
final class Harness implements AutoCloseable {
  /** A window of requests and one of replies both fit a pipe, so neither side waits for ever. */
  private static final int WINDOW = 128;

  private static final int SECONDS = 60;
  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  private final Path program;
  private final ByteBuffer out = ByteBuffer.allocate(WINDOW * Request.BYTES);
  private final byte[] in = new byte[WINDOW * Reply.BYTES];
  private Process process;
  private OutputStream stdin;
  private DataInputStream stdout;

  Harness(Path program) {
    this.program = program;
    out.order(ByteOrder.nativeOrder());
  }

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "harness watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** The answers, in the order of the questions. */
  List<Reply> ask(List<Request> requests) {
    List<Reply> replies = new ArrayList<>(requests.size());
    for (int from = 0; from < requests.size(); from += WINDOW) {
      List<Request> window = requests.subList(from, Math.min(from + WINDOW, requests.size()));
      try {
        replies.addAll(askWindow(window));
      } catch (IOException e) {
        close();
        window.forEach(r -> replies.add(askAlone(r)));
      }
    }
    return replies;
  }

  private Reply askAlone(Request request) {
    try {
      return askWindow(List.of(request)).get(0);
    } catch (IOException e) {
      String how = end();
      return Reply.died(request, how);
    }
  }

  private List<Reply> askWindow(List<Request> window) throws IOException {
    if (process == null) {
      start();
    }
    Process asked = process;
    ScheduledFuture<?> kill = WATCHDOG.schedule(asked::destroyForcibly, SECONDS, TimeUnit.SECONDS);
    try {
      out.clear();
      window.forEach(r -> r.writeTo(out));
      stdin.write(out.array(), 0, out.position());
      stdin.flush();
      int size = window.size() * Reply.BYTES;
      stdout.readFully(in, 0, size);
      ByteBuffer bytes = ByteBuffer.wrap(in, 0, size).order(ByteOrder.nativeOrder());
      return window.stream().map(r -> Reply.read(bytes, r)).toList();
    } finally {
      kill.cancel(false);
    }
  }

  private void start() {
    try {
      process =
          new ProcessBuilder(List.of(program.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new BindException("cannot start " + program + ": " + e.getMessage(), e);
    }
    stdin = new BufferedOutputStream(process.getOutputStream());
    stdout = new DataInputStream(process.getInputStream());
  }

  /** Ends the child, and tells how it ended. */
  private String end() {
    Process ended = process;
    close();
    try {
      return ended.waitFor(1, TimeUnit.SECONDS)
          ? "the child process ended with status " + ended.exitValue()
          : "the child process does not end";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }
}
