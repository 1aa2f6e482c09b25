package org.mhpcheck.checker.replay;

/**
 * A script that a kernel followed to its end, without breaking the property it is said to break.
 */
public final class NotBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotBrokenException(String kernel, String property) {
    super("replayed in %s, the trace does not break %s".formatted(kernel, property));
  }
}
