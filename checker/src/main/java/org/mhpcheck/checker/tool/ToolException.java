package org.mhpcheck.checker.tool;

/** Something outside of this process that cannot be had, or does not do what it should. */
public class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ToolException(String message) {
    super(message);
  }

  public ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
