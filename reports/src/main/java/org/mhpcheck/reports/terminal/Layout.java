package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;

/** Lines of text, indented and wrapped at spaces to a width, in colour where that is wanted. */
final class Layout {
  private static final int NARROWEST = 20;
  private static final int HANGING = 4;

  /** What a line is to stand out as, with its SGR code. */
  enum Style {
    PLAIN(""),
    HEADING("1"),
    ALARM("1;31"),
    FAINT("2");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    /** The style of a result: alarm for what differs from what was expected, or hoped for. */
    static Style of(Finding finding) {
      boolean alarming =
          switch (finding.grade()) {
            case EXPECTED -> false;
            case UNEXPECTED -> true;
            case NONE -> finding.verdict().word() != Expectation.Word.HOLDS;
          };
      return alarming ? ALARM : PLAIN;
    }
  }

  private final PrintStream out;
  private final int width;
  private final boolean colour;

  Layout(PrintStream out, int width, boolean colour) {
    this.out = out;
    this.width = Math.max(width, NARROWEST);
    this.colour = colour;
  }

  void line(int indent, String text) {
    line(indent, text, Style.PLAIN);
  }

  /** Writes {@code text}; what does not fit goes on the next line, further in. */
  void line(int indent, String text, Style style) {
    for (String paragraph : text.split("\\R")) {
      wrap(indent, paragraph.stripTrailing(), style);
    }
  }

  void blank() {
    out.print('\n');
  }

  /** Writes {@code text} as it is, however long: for lines that programs search. */
  void unwrapped(String text, Style style) {
    boolean styled = colour && style != Style.PLAIN;
    out.print(styled ? "\033[" + style.code + "m" + text + "\033[0m\n" : text + "\n");
  }

  private void wrap(int indent, String text, Style style) {
    int in = indent;
    String rest = text;
    do {
      int room = Math.max(width - in, NARROWEST);
      int cut = rest.length() <= room ? rest.length() : breakAt(rest, room);
      unwrapped(" ".repeat(in) + rest.substring(0, cut).stripTrailing(), style);
      rest = rest.substring(cut).strip();
      in = indent + HANGING;
    } while (!rest.isEmpty());
  }

  /** The last space within {@code room}; of a word too long, its end. */
  private static int breakAt(String text, int room) {
    int within = text.lastIndexOf(' ', room);
    int after = text.indexOf(' ', room);
    if (within > 0) {
      return within;
    }
    return after < 0 ? text.length() : after;
  }
}
