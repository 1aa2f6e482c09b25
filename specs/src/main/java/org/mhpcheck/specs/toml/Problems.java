package org.mhpcheck.specs.toml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tomlj.TomlPosition;

/** Collects what is wrong with one file, so that its author sees all of it at once. */
public final class Problems {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private boolean syntaxBroken;

  public Problems(String file) {
    this.file = file;
  }

  public void add(TomlPosition at, String found, String expected) {
    add(at.line(), at.column(), found, expected);
  }

  public void add(int line, int column, String found, String expected) {
    problems.add(new Problem(file, line, column, found, expected));
  }

  /** A problem of TOML itself. */
  void addSyntax(TomlPosition at, String found, String expected) {
    syntaxBroken = true;
    add(at, found, expected);
  }

  /** Whether parts of the file were skipped, so that what seems to be missing may be there. */
  public boolean isSyntaxBroken() {
    return syntaxBroken;
  }

  public int count() {
    return problems.size();
  }

  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw exception();
    }
  }

  public UnreadableException exception() {
    return new UnreadableException(
        problems.stream()
            .distinct()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .toList());
  }
}
