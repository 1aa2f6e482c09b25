package org.mhpcheck.checker.cli;

import org.mhpcheck.model.answer.ExitStatus;

/** Something that ends a command with a clear line and a status of its own. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  CliException(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  ExitStatus status() {
    return status;
  }
}
