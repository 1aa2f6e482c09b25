package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mhpcheck.reports.past.FindingDifference;
import org.mhpcheck.reports.past.FindingDifference.Kind;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.past.PastFinding;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.past.RunDifference;
import org.mhpcheck.reports.text.Words;

/**
 * What differs between two runs: a line a finding, for eyes and for grep, never wrapped; and what
 * that comes to.
 */
public final class DifferenceText {
  private final Layout layout;

  public DifferenceText(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /**
   * Writes all of it, under the two runs.
   *
   * @param oldName what the first was asked for as
   * @param newName the second
   */
  public void write(String oldName, String newName, RunDifference difference) {
    layout.unwrapped(run("old", oldName, difference.before()), Layout.Style.PLAIN);
    layout.unwrapped(run("new", newName, difference.after()), Layout.Style.PLAIN);
    lines(difference);
    layout.unwrapped(conclusion(difference), style(difference));
  }

  /** Writes what the newest run of {@code history} has come to since the one before, if any. */
  public void writeNewest(History history) {
    history
        .newest()
        .flatMap(History.Entry::sinceBefore)
        .ifPresent(
            difference -> {
              String since =
                  difference
                      .before()
                      .started()
                      .map(s -> "since %s: ".formatted(s.truncatedTo(ChronoUnit.SECONDS)))
                      .orElse("");
              layout.blank();
              layout.unwrapped(since + counts(difference), style(difference));
              lines(difference);
            });
  }

  private void lines(RunDifference difference) {
    KernelChangeText.lines(difference).forEach(l -> layout.unwrapped(l, Layout.Style.PLAIN));
    difference.differences().forEach(d -> layout.unwrapped(line(d), style(d)));
  }

  private static Layout.Style style(RunDifference difference) {
    return difference.exitStatus().code() == 0 ? Layout.Style.PLAIN : Layout.Style.ALARM;
  }

  private static Layout.Style style(FindingDifference difference) {
    return switch (difference.kind()) {
      case NEW, CHANGED, LOST -> Layout.Style.ALARM;
      case FIXED, ADDED, COUNTS -> Layout.Style.PLAIN;
    };
  }

  private static String run(String which, String name, PastRun run) {
    return Words.visible(
        "%s: %s, %s: mhpcheck %s, version %s, exit status %d"
            .formatted(
                which,
                name,
                run.started()
                    .map(s -> "of " + s.truncatedTo(ChronoUnit.SECONDS))
                    .orElse("without times"),
                run.command(),
                run.version(),
                run.exitStatus()));
  }

  /** What became of kernels' code, then of each finding that differs. */
  public static List<String> all(RunDifference difference) {
    List<String> all = new ArrayList<>(KernelChangeText.lines(difference));
    difference.differences().forEach(d -> all.add(line(d)));
    return all;
  }

  /** {@code FIXED scenario@kernel/property: VIOLATED reach=... -> HOLDS reach=...}. */
  private static String line(FindingDifference difference) {
    String said =
        difference.kind() == Kind.COUNTS
            ? change(difference, DifferenceText::counts)
            : change(difference, DifferenceText::answer) + remark(difference);
    return Words.visible("%s %s: %s".formatted(difference.kind(), difference.id(), said));
  }

  /** What is told of one side of a difference. */
  private interface Told {
    String of(PastFinding finding);
  }

  private static String change(FindingDifference difference, Told told) {
    return side(difference.before(), told) + " -> " + side(difference.after(), told);
  }

  private static String side(Optional<PastFinding> finding, Told told) {
    return finding.map(told::of).orElse("not asked");
  }

  private static String answer(PastFinding f) {
    return String.format(
        Locale.ROOT,
        "%s reach=%s depth=%d %s",
        f.verdict(),
        f.reach().word(),
        f.depth(),
        f.grade().word());
  }

  private static String counts(PastFinding f) {
    return String.format(
        Locale.ROOT, "depth=%d states=%d transitions=%d", f.depth(), f.states(), f.transitions());
  }

  /** What the two sides do not show. */
  private static String remark(FindingDifference difference) {
    List<String> remarks = new ArrayList<>();
    if (difference.isAnotherCounterexample()) {
      remarks.add("another counterexample");
    }
    if (difference.isOfAnotherSize()) {
      remarks.add(
          "of %s -> of %s".formatted(reach(difference.before()), reach(difference.after())));
    }
    return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
  }

  private static String reach(Optional<PastFinding> finding) {
    return finding.orElseThrow().reach().text();
  }

  /** {@code EQUAL: 3 findings}, or what differs. */
  private static String conclusion(RunDifference difference) {
    if (difference.isEqual()) {
      return "EQUAL: " + Words.count(difference.equal(), "finding") + command(difference);
    }
    String word = difference.differences().isEmpty() ? "INCOMPLETE: " : "DIFFERENT: ";
    return word + counts(difference);
  }

  /** {@code 1 new, 0 changed, ...}, and what else a reader must know of the two runs. */
  public static String counts(RunDifference difference) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      parts.add(difference.count(kind) + " " + word(kind));
    }
    parts.add(difference.equal() + " equal");
    return String.join(", ", parts) + incomplete(difference);
  }

  private static String word(Kind kind) {
    return kind == Kind.COUNTS ? "counted otherwise" : Words.of(kind);
  }

  private static String incomplete(RunDifference difference) {
    return incomplete("old", difference.before())
        + incomplete("new", difference.after())
        + command(difference);
  }

  private static String command(RunDifference difference) {
    return difference.isOfSameCommand() ? "" : "; the commands do not ask the same";
  }

  private static String incomplete(String which, PastRun run) {
    if (run.findings().isEmpty()) {
      return "; the %s run answered nothing".formatted(which);
    }
    return run.complete() ? "" : "; the %s run is INCOMPLETE".formatted(which);
  }
}
