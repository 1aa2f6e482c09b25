package org.mhpcheck.checker.explore;

/** Time is out in the middle of something; what that has come to counts for nothing. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super(null, null, false, false);
  }

  StoppedException(String message) {
    super(message, null, false, false);
  }
}
