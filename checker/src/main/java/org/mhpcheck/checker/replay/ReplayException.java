package org.mhpcheck.checker.replay;

/** A script that a kernel cannot follow. */
public final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplayException(String message) {
    super(message);
  }
}
