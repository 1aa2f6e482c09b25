package org.mhpcheck.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.mhpcheck.reports.text.IoReason;

/** Something that could not be written. The message is one line: what, where and why. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputException(String what, Path where, IOException why) {
    super("cannot %s %s: %s".formatted(what, where, IoReason.of(why)), why);
  }
}
