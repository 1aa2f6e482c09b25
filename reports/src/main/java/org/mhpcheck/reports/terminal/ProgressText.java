package org.mhpcheck.reports.terminal;

import java.time.Duration;
import java.util.Locale;
import org.mhpcheck.model.answer.Progress;

/** Progress in words, with the speed since it was last told; what may be cut off comes last. */
final class ProgressText {
  private Progress last;

  String of(Progress progress) {
    String text =
        String.format(
            Locale.ROOT,
            "%s  %,d states, %,d transitions (%,d/s), depth %d, frontier %,d%s  %s",
            time(progress.time()),
            progress.states(),
            progress.transitions(),
            rate(progress),
            progress.depth(),
            progress.frontier(),
            space(progress),
            progress.what());
    last = progress;
    return text;
  }

  private static String space(Progress progress) {
    return progress.bytes() == 0 || progress.states() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %,d section states, %.1f bytes/state",
            progress.sectionStates(),
            (double) progress.bytes() / progress.states());
  }

  private long rate(Progress progress) {
    boolean goesOn = last != null && last.what().equals(progress.what());
    long since = goesOn ? last.transitions() : 0;
    Duration passed = goesOn ? progress.time().minus(last.time()) : progress.time();
    long millis = passed.toMillis();
    return millis <= 0 ? 0 : Math.max(progress.transitions() - since, 0) * 1000 / millis;
  }

  /** {@code 0:07}, {@code 12:05}, {@code 1:02:03}. */
  private static String time(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
