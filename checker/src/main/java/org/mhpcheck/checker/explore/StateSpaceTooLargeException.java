package org.mhpcheck.checker.explore;

/** The state space cannot be held; what was found so far is not all there is. */
public final class StateSpaceTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StateSpaceTooLargeException(String message) {
    super(message);
  }
}
