package org.mhpcheck.checker.cli.console;

import org.mhpcheck.model.answer.ExitStatus;

/** Something that ends a command with a clear line and a status of its own. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  public CliException(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  public ExitStatus status() {
    return status;
  }
}
