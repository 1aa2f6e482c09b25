package org.mhpcheck.checker.bind;

/** A tree, a compiler or a built kernel that cannot be used; the message says which and why. */
public class BindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BindException(String message) {
    super(message);
  }

  BindException(String message, Throwable cause) {
    super(message, cause);
  }
}
