package org.mhpcheck.checker.compose;

/** Longer calls go on doing to one section what shorter ones do not: no closure covers them all. */
public final class NotSettledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSettledException(String message) {
    super(message);
  }
}
