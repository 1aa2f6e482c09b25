package org.mhpcheck.reports.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.reports.terminal.TraceWriter;
import org.mhpcheck.reports.text.CheckCommandText;
import org.mhpcheck.reports.text.Words;

/** Writes counterexamples for a mailing list. */
public final class MailWriter {
  /** What quoting leaves room for. */
  public static final int COLUMNS = 72;

  private static final String CONTINUED = " \\";

  private final String version;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param version of mhpcheck
   */
  public MailWriter(String version) {
    this.version = version;
  }

  /**
   * Adds a counterexample.
   *
   * @param file its trace file, from where the reader is to be; empty if there is none
   * @param from what the kernel was compiled from; empty if a model was asked
   * @param broughtBy the change that brought the bug, if that is known
   */
  public void add(
      Trace trace, Optional<String> file, Optional<CompiledFrom> from, Optional<Change> broughtBy) {
    if (text.length() > 0) {
      line("-".repeat(COLUMNS));
      line("");
    }
    paragraph(
        "mhpcheck %s found this in %s, on %s of %s."
            .formatted(
                version,
                from.map(MailWriter::text).orElse("its model of " + trace.kernel()),
                Words.count(trace.geometry().sections(), "section"),
                Words.count(trace.geometry().subsections(), "subsection")));
    line("");
    counterexample(trace);
    line("  matters:", trace.property().about().rationale());
    line("");
    reproduce(trace, file, from.map(CompiledFrom::tree));
    broughtBy.ifPresent(this::fixes);
  }

  private static String text(CompiledFrom from) {
    String patch = from.patch().map(p -> ", with " + p.file() + " applied").orElse("");
    return "the code of %s (%s)%s".formatted(from.tree(), from.release(), patch);
  }

  private void counterexample(Trace trace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TraceWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), COLUMNS, false)
        .write(trace);
    bytes.toString(StandardCharsets.UTF_8).lines().forEach(this::line);
  }

  /** By what needs no file, if anything does: the reader has none. */
  private void reproduce(Trace trace, Optional<String> file, Optional<String> tree) {
    Optional<List<String>> check = CheckCommandText.of(trace, tree);
    Optional<List<String>> replay =
        file.map(f -> List.of("replay " + f + tree.map(t -> " --kernel " + t).orElse("")));
    check
        .or(() -> replay)
        .ifPresent(
            arguments -> {
              line("To reproduce:");
              command(arguments);
            });
  }

  /** Over as many lines as it takes, each but the last continued as a shell has it. */
  private void command(List<String> arguments) {
    StringBuilder line = new StringBuilder("  ./mhpcheck");
    for (String argument : arguments) {
      if (line.length() + argument.length() + CONTINUED.length() >= COLUMNS) {
        line(line + CONTINUED);
        line = new StringBuilder("     ");
      }
      line.append(' ').append(argument);
    }
    line(line.toString());
  }

  private void fixes(Change change) {
    change
        .hash()
        .ifPresent(
            hash -> {
              line("");
              paragraph("Fixes: %s (\"%s\")".formatted(hash, change.subject()));
            });
  }

  private void paragraph(String words) {
    line("", words);
  }

  /** Wraps {@code words} at spaces. */
  private void line(String start, String words) {
    StringBuilder line = new StringBuilder(start);
    for (String word : words.split("\\s+")) {
      if (line.length() + word.length() + 1 > COLUMNS && !line.toString().isBlank()) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(start.length()));
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    line(line.toString());
  }

  /** What no space lets break is broken at the last column. */
  private void line(String words) {
    String rest = ascii(words).stripTrailing();
    while (rest.length() > COLUMNS) {
      text.append(rest, 0, COLUMNS).append('\n');
      rest = rest.substring(COLUMNS);
    }
    text.append(rest).append('\n');
  }

  private static String ascii(String words) {
    StringBuilder ascii = new StringBuilder();
    words.codePoints().forEach(c -> ascii.append(c >= ' ' && c < 0x7F ? (char) c : '?'));
    return ascii.toString();
  }

  /** Writes what was added; leaves {@code out} open. */
  public void write(OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
