package org.mhpcheck.reports.ktap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads KTAP as strictly as its document is written. */
final class Ktap {
  private static final Pattern PLAN = Pattern.compile("1\\.\\.([0-9]+)");
  private static final Pattern RESULT =
      Pattern.compile("(not ok|ok) ([0-9]+) (?:- )?([^#]*?)(?: # (SKIP) .*)?");

  record Result(boolean ok, String name, boolean skipped, List<Result> subtests) {}

  private final Deque<String> lines = new ArrayDeque<>();

  private Ktap(String text) {
    assertTrue(text.endsWith("\n"), "the last line ends");
    lines.addAll(List.of(text.split("\n")));
  }

  static List<Result> parse(String text) {
    Ktap ktap = new Ktap(text);
    List<Result> results = ktap.block("");
    assertTrue(ktap.lines.isEmpty(), "left: " + ktap.lines);
    return results;
  }

  private List<Result> block(String indent) {
    assertEquals(indent + "KTAP version 1", lines.poll());
    diagnostics(indent);
    Matcher plan = PLAN.matcher(lines.poll().substring(indent.length()));
    assertTrue(plan.matches(), "a plan");
    List<Result> results = new ArrayList<>();
    for (int i = 1; i <= Integer.parseInt(plan.group(1)); i++) {
      results.add(result(indent, i));
    }
    return results;
  }

  private Result result(String indent, int number) {
    List<Result> subtests = List.of();
    diagnostics(indent);
    if (lines.peek() != null && lines.peek().startsWith(indent + "  KTAP")) {
      subtests = block(indent + "  ");
    }
    diagnostics(indent);
    String line = lines.poll();
    assertTrue(line != null && line.startsWith(indent), "a result, not " + line);
    Matcher result = RESULT.matcher(line.substring(indent.length()));
    assertTrue(result.matches(), line);
    assertEquals(number, Integer.parseInt(result.group(2)), line);
    return new Result(
        result.group(1).equals("ok"), result.group(3), result.group(4) != null, subtests);
  }

  private void diagnostics(String indent) {
    while (lines.peek() != null && lines.peek().startsWith(indent + "# ")) {
      lines.poll();
    }
  }
}
