package org.mhpcheck.reports.past;

/**
 * A past run that cannot be read. The message is one line: file, line, column, found and expected.
 */
public final class PastRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PastRunException(String message) {
    super(message);
  }
}
