package org.mhpcheck.reports.html.view;

import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.SectionText;
import org.mhpcheck.reports.text.TraceText;

/**
 * A counterexample as pictures to step through.
 *
 * @param moments boot first; the last is the one that breaks the property
 */
public record TraceView(Trace trace, List<Moment> moments) {

  static TraceView of(Trace trace) {
    return new TraceView(trace, Moments.of(trace));
  }

  public About about() {
    return trace.property().about();
  }

  public String heading() {
    return TraceText.heading(trace);
  }

  /** Who makes the calls, a line each. */
  public List<String> callers() {
    return TraceText.callers(trace);
  }

  /** The calls with what they returned, in their order. */
  public List<String> calls() {
    return trace.calls().stream().map(c -> CallText.of(c, trace.geometry().subsections())).toList();
  }

  /** What happened that must not happen to memory, each with the call that it happened in. */
  public List<String> corruptions() {
    return moments.stream()
        .flatMap(
            m ->
                m.events().stream()
                    .filter(Moment.EventView::isCorruption)
                    .map(e -> (m.call() == 0 ? "boot" : "call " + m.call()) + ": " + e.text()))
        .toList();
  }

  /** Which call breaks the property. */
  public String lastCall() {
    return trace.calls().isEmpty()
        ? "Boot alone breaks it."
        : "Call %d breaks it.".formatted(trace.depth());
  }

  /** Whether changes were tried on it: not on what the model cannot be brought to do. */
  public boolean changesWereTried() {
    return trace.beside().map(Trace.Beside::breaks).orElse(true);
  }

  /** Each change that alone mends it: hash, subject, release. */
  public List<String> mends() {
    return trace.mendedBy().stream().map(TraceView::text).toList();
  }

  private static String text(Change change) {
    return "%s \"%s\" (%s)".formatted(change.canonicalName(), change.subject(), change.release());
  }

  /** What the flags of a section stand for. */
  public String legend() {
    return SectionText.FLAGS_LEGEND;
  }

  /** The letters of the lanes that are drawn, each with its word. */
  public String letters() {
    return moments.stream()
        .flatMap(m -> m.sections().stream())
        .flatMap(s -> s.lanes().stream())
        .flatMap(l -> l.runs().stream())
        .flatMap(r -> r.part().stream())
        .map(p -> p.letter() + " " + p.word())
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
