package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.Progress;

/**
 * Shows how far a run has come: on a terminal one line that is written over at most once a second,
 * in a log a line at most every 15 seconds, and in both none before that time has passed once.
 *
 * <p>It writes to standard error only. Who writes anything else to the same terminal calls {@link
 * #clear()} first. May be told from several threads.
 */
public final class ProgressLine implements Listener, AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration IN_LOG = Duration.ofSeconds(15);

  private final PrintStream err;
  private final boolean terminal;
  private final int width;
  private final LongSupplier nanoClock;
  private final ProgressText text = new ProgressText();
  private long lastWritten;
  private int shown;

  public ProgressLine(PrintStream err, boolean terminal, int width) {
    this(err, terminal, width, System::nanoTime);
  }

  /**
   * @param terminal whether {@code err} is one
   * @param nanoClock as {@link System#nanoTime()}
   */
  public ProgressLine(PrintStream err, boolean terminal, int width, LongSupplier nanoClock) {
    this.err = err;
    this.terminal = terminal;
    this.width = width;
    this.nanoClock = nanoClock;
    this.lastWritten = nanoClock.getAsLong();
  }

  @Override
  public synchronized void onStarted(String what) {
    if (isDue()) {
      write(what);
    }
  }

  @Override
  public synchronized void onProgress(Progress progress) {
    if (isDue()) {
      write(text.of(progress));
    }
  }

  @Override
  public void onFinding(Finding finding) {
    clear();
  }

  /** Takes the live line away, so that other output starts on an empty one. */
  public synchronized void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }

  private boolean isDue() {
    Duration rest = terminal ? ON_TERMINAL : IN_LOG;
    return nanoClock.getAsLong() - lastWritten >= rest.toNanos();
  }

  private void write(String line) {
    lastWritten = nanoClock.getAsLong();
    if (!terminal) {
      err.print(line + "\n");
    } else {
      // The last column stays free: writing there makes some terminals scroll.
      String fitting = line.substring(0, Math.min(line.length(), Math.max(width - 1, 0)));
      err.print("\r" + fitting + " ".repeat(Math.max(shown - fitting.length(), 0)));
      shown = Math.max(shown, fitting.length());
    }
    err.flush();
  }
}
