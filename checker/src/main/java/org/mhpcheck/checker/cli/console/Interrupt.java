package org.mhpcheck.checker.cli.console;

import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and a polite kill: the first ends the run with what it has, the second ends the process.
 *
 * <p>A shutdown hook would not do: the process would end with the signal's status, not with ours.
 */
public final class Interrupt {
  private final AtomicBoolean requested = new AtomicBoolean();

  /** Takes the process's signals from here on. */
  public static Interrupt ofProcess() {
    Interrupt interrupt = new Interrupt();
    for (String signal : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(signal), s -> interrupt.request(128 + s.getNumber()));
    }
    return interrupt;
  }

  /**
   * @param statusOfSecond what the process ends with if this was asked for before
   */
  public void request(int statusOfSecond) {
    if (requested.getAndSet(true)) {
      Runtime.getRuntime().halt(statusOfSecond);
    }
  }

  public boolean isRequested() {
    return requested.get();
  }
}
