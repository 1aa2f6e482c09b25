package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;

/** What was explored: states by depth, transitions by the kernel function called, and how fast. */
public final class SpaceTable {
  private static final int INDENT = 4;

  private final Layout layout;

  public SpaceTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /** Each state space once, whatever number of properties was asked of it. */
  public void write(RunReport report) {
    Optional<Space> last = Optional.empty();
    for (Finding finding : report.findings()) {
      Optional<Space> space = finding.statistics().space();
      if (space.isPresent() && !space.equals(last)) {
        write(finding, space.get());
        last = space;
      }
    }
  }

  private void write(Finding finding, Space space) {
    Statistics statistics = finding.statistics();
    layout.blank();
    layout.line(
        0,
        "states of %s@%s%s"
            .formatted(
                finding.scenario().name(),
                finding.kernel(),
                space.complete() ? "" : ", as far as it was explored"),
        Layout.Style.HEADING);
    layout.line(INDENT, "by depth: " + byDepth(space.byDepth()));
    new TreeMap<>(space.byCall())
        .forEach(
            (call, n) ->
                layout.line(INDENT, "%s: %s".formatted(call, n == 0 ? "never" : count(n))));
    layout.line(
        INDENT,
        String.format(
            Locale.ROOT,
            "%,d section states, %.1f bytes/state, %,d transitions/s",
            statistics.sectionStates(),
            space.bytesPerState(),
            statistics.transitionsPerSecond()));
  }

  private static String byDepth(List<Long> states) {
    return IntStream.range(0, states.size())
        .mapToObj(depth -> "%d: %s".formatted(depth, count(states.get(depth))))
        .collect(Collectors.joining(", "));
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
