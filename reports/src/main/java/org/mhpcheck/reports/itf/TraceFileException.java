package org.mhpcheck.reports.itf;

/** A trace file that cannot be read. The message is one line: file, place, found and expected. */
public final class TraceFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TraceFileException(String message) {
    super(message);
  }
}
