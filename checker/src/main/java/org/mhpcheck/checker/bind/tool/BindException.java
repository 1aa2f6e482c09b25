package org.mhpcheck.checker.bind.tool;

import org.mhpcheck.checker.tool.ToolException;

/** A tree, a compiler or a built kernel that cannot be used; the message says which and why. */
public class BindException extends ToolException {
  private static final long serialVersionUID = 1L;

  public BindException(String message) {
    super(message);
  }

  public BindException(String message, Throwable cause) {
    super(message, cause);
  }
}
