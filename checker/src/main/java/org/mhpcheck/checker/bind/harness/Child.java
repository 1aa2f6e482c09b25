package org.mhpcheck.checker.bind.harness;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.tool.Daemon;

/**
 * A compiled kernel that runs. It runs in the directory of its program, so that whatever it drops
 * stays there; what it says on standard error is kept, as much of its end as matters.
 */
final class Child {
  private static final int MOST_WORDS = 1 << 16;
  private static final int SECONDS = 5;

  /** How long an answer may take. */
  private static final int SECONDS_OF_ANSWER = 60;

  private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

  /**
   * For a child with sanitizers: the first report ends it. The harness handles signals itself, and
   * allocates what it never frees. The user's own options are replaced: they are about other
   * programs.
   */
  private static final Map<String, String> SANITIZERS =
      Map.of(
          "ASAN_OPTIONS",
          "halt_on_error=1:detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0"
              + ":handle_sigill=0:handle_abort=0:use_sigaltstack=0:color=never:print_legend=0"
              + ":verify_asan_link_order=0:detect_stack_use_after_return=0",
          "UBSAN_OPTIONS",
          "halt_on_error=1:print_stacktrace=0:color=never");

  private final Process process;
  private final OutputStream in;
  private final DataInputStream out;
  private final byte[] words = new byte[MOST_WORDS];
  private int worded;
  private final Thread listener;

  private static ScheduledThreadPoolExecutor watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, task -> Daemon.of("harness watchdog", task));
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private Child(Process process) {
    this.process = process;
    this.in = new BufferedOutputStream(process.getOutputStream());
    this.out = new DataInputStream(process.getInputStream());
    this.listener = Daemon.of("harness stderr", this::listen);
    listener.start();
  }

  /**
   * @param environment to be added
   */
  static Child start(Path program, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(program.toAbsolutePath().getParent().toFile());
    builder.environment().putAll(SANITIZERS);
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start());
    } catch (IOException e) {
      throw new BindException("cannot start " + program + ": " + e.getMessage(), e);
    }
  }

  /** Waits for the child. */
  interface Exchange {
    void run() throws IOException;
  }

  /** Does what waits for an answer; a child that takes a minute over it is killed. */
  void watched(Exchange exchange) throws IOException {
    ScheduledFuture<?> kill = WATCHDOG.schedule(this::kill, SECONDS_OF_ANSWER, TimeUnit.SECONDS);
    try {
      exchange.run();
    } finally {
      kill.cancel(false);
    }
  }

  OutputStream in() {
    return in;
  }

  DataInputStream out() {
    return out;
  }

  /**
   * Asks one question in words, and ends the child.
   *
   * @return whether it was answered
   */
  boolean answers(String line) {
    try (out) {
      in.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      in.flush();
      int first = out.read();
      finish();
      return first >= 0;
    } catch (IOException e) {
      kill();
      return false;
    }
  }

  /** For good, at once. */
  void kill() {
    process.destroyForcibly();
  }

  /** Lets it come to its own end, which it does when there is nothing more to read. */
  void finish() {
    try {
      in.close();
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended, or does not listen.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** How it ended, after an answer failed to come; kills it. */
  Obituary obituary() {
    try {
      // A report takes a moment to be written; on a busy machine, seconds.
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        kill();
      }
      // To kill closes what is read from, so that of one that has ended some of it may be lost.
      listener.join(TimeUnit.SECONDS.toMillis(SECONDS));
      kill();
      return Obituary.of(
          ended
              ? "the child process ended with status " + process.exitValue()
              : "the child process does not end",
          words());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      return Obituary.of("interrupted", "");
    }
  }

  private void listen() {
    byte[] buffer = new byte[4096];
    try (InputStream err = process.getErrorStream()) {
      for (int n = err.read(buffer); n >= 0; n = err.read(buffer)) {
        append(buffer, n);
      }
    } catch (IOException e) {
      // What was heard is what there is.
    }
  }

  /** Keeps the end: what a child dies of is the last that it says. */
  private synchronized void append(byte[] from, int count) {
    int dropped = Math.max(0, worded + count - MOST_WORDS);
    System.arraycopy(words, dropped, words, 0, worded - dropped);
    worded -= dropped;
    System.arraycopy(from, 0, words, worded, count);
    worded += count;
  }

  private synchronized String words() {
    return new String(words, 0, worded, StandardCharsets.ISO_8859_1);
  }
}
