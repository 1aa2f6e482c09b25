package org.mhpcheck.reports.text;

import java.util.List;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Caller;

/** What is said of a counterexample as a whole. */
public final class TraceText {
  private TraceText() {}

  /** Which property is violated in which kernel, after how many calls, in which world. */
  public static String heading(Trace trace) {
    return "%s is violated in %s: %s, %s x %s"
        .formatted(
            trace.property().name(),
            trace.kernel(),
            Words.count(trace.depth(), "call"),
            Words.count(trace.geometry().sections(), "section"),
            Words.count(trace.geometry().subsections(), "subsection"));
  }

  /** Who makes the calls, a line each. */
  public static List<String> callers(Trace trace) {
    return trace.calls().stream()
        .map(c -> Caller.of(c.call().operation()))
        .distinct()
        .map(c -> c.callerName() + ": " + c.text())
        .toList();
  }
}
