package org.mhpcheck.checker.cli.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.mhpcheck.reports.text.Words;

/**
 * Where the command line writes to, and what kind of place that is. The launcher tells, since Java
 * itself cannot tell a terminal from a pipe on every release.
 */
public record Console(
    PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int width) {

  public static Console ofProcess() {
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("mhpcheck.tty.out"),
        Boolean.getBoolean("mhpcheck.tty.err"),
        Math.max(40, Integer.getInteger("mhpcheck.columns", 80)));
  }

  /** Says {@code text} beside the answers: for people, and nothing that a terminal would obey. */
  public void remark(String text) {
    text.lines().forEach(line -> err.println("mhpcheck: " + Words.visible(line)));
  }

  /** Colour only on a terminal, and not where people asked for none (no-color.org). */
  public boolean colour() {
    String noColour = System.getenv("NO_COLOR");
    return outIsTerminal && (noColour == null || noColour.isEmpty());
  }
}
