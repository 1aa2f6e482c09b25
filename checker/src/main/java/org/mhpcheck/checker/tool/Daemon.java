package org.mhpcheck.checker.tool;

/** Threads that the end of all others does not wait for. */
public final class Daemon {
  private Daemon() {}

  /** One that is to be started yet. */
  public static Thread of(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
