package org.mhpcheck.checker.smt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;
import org.mhpcheck.checker.tool.PlainText;
import org.mhpcheck.checker.tool.ToolException;

/** The solver z3, where it is installed (Debian's package z3): reads SMT-LIB 2, and answers. */
public final class Z3 {
  private static final String NAME = "z3";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration A_MOMENT = Duration.ofSeconds(10);

  private final String version;

  private Z3(String version) {
    this.version = version;
  }

  /**
   * Empty if there is none in {@code $PATH}.
   *
   * @throws ToolException if there is one that does not run
   */
  public static Optional<Z3> installed() {
    if (!Commands.isInstalled(NAME)) {
      return Optional.empty();
    }
    Ended ended = Commands.run(List.of(NAME, "--version"), "", here(), A_MOMENT);
    String version = PlainText.brief(ended.out().lines().findFirst().orElse("").trim());
    if (ended.status() != 0 || version.isEmpty()) {
      throw new ToolException(
          "%s --version ends with %d: %s"
              .formatted(NAME, ended.status(), PlainText.brief(ended.err().trim())));
    }
    return Optional.of(new Z3(version));
  }

  /** As it tells itself. */
  public String version() {
    return version;
  }

  /**
   * Whether each question of {@code script} can be met.
   *
   * @throws ToolException if it does not answer all of them with yes or no
   */
  public List<Boolean> answers(SmtScript script) {
    Ended ended = run(List.of(NAME, "-in", "-smt2"), script.text());
    return answers(ended.out(), ended.err(), script.questions());
  }

  /**
   * What it has said, one answer on a line.
   *
   * @param err what else it has said
   * @throws ToolException if these are not so many answers, and nothing else
   */
  static List<Boolean> answers(String out, String err, int questions) {
    List<Boolean> answers = new ArrayList<>();
    for (String line : out.lines().toList()) {
      switch (line.trim()) {
        case "sat" -> answers.add(true);
        case "unsat" -> answers.add(false);
        default ->
            throw new ToolException(
                "%s answers '%s', expected sat or unsat".formatted(NAME, PlainText.brief(line)));
      }
    }
    if (answers.size() != questions) {
      throw new ToolException(
          "%s answers %d of %d questions: %s"
              .formatted(NAME, answers.size(), questions, PlainText.brief(err)));
    }
    return answers;
  }

  private static Ended run(List<String> command, String in) {
    return Commands.run(command, in, here(), LONGEST);
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }
}
