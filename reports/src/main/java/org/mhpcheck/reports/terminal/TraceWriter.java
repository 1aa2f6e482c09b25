package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.PlannedCall.SpanStepDone;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.SectionChange;
import org.mhpcheck.reports.text.SectionText;
import org.mhpcheck.reports.text.SpanText;
import org.mhpcheck.reports.text.TraceText;

/**
 * Writes a counterexample: boot, then each call with what changed and nothing else, then the clause
 * that is violated.
 */
public final class TraceWriter {
  private final Layout layout;

  public TraceWriter(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  public void write(Trace trace) {
    layout.line(0, TraceText.heading(trace), Layout.Style.ALARM);
    TraceText.callers(trace).forEach(c -> layout.line(0, "caller " + c));
    layout.blank();
    writeBoot(trace);
    int number = 0;
    for (Trace.TracedCall call : trace.calls()) {
      number++;
      layout.blank();
      writeCall(number, call, trace.geometry().subsections());
    }
    layout.blank();
    writeViolation(trace);
  }

  private void writeBoot(Trace trace) {
    layout.line(0, SectionText.LEGEND, Layout.Style.FAINT);
    if (isAnywhere(trace, s -> s.owners().any())) {
      layout.line(0, SectionText.OWNERS_LEGEND, Layout.Style.FAINT);
    }
    if (isAnywhere(trace, s -> s.owners().altmap())) {
      layout.line(0, SectionText.ALTMAP_OWNERS_LEGEND, Layout.Style.FAINT);
    }
    Optional<Memory> memory = trace.machine().memory(trace.boot());
    if (memory.isPresent()) {
      layout.line(0, SectionText.PAGES_LEGEND, Layout.Style.FAINT);
    }
    layout.blank();
    layout.line(0, "boot", Layout.Style.HEADING);
    trace.booted().ifPresent(this::writeBooted);
    int number = 0;
    for (Section section : trace.boot()) {
      number++;
      layout.line(2, "section %d  %s".formatted(number, SectionText.of(section)));
    }
    memory.ifPresent(m -> layout.line(2, "spans  " + SpanText.of(m)));
  }

  private void writeBooted(Booted booted) {
    layout.line(2, booted.script().text());
    booted.script().faults().forEach(f -> layout.line(2, "fault: " + f.text()));
    booted
        .notes()
        .forEach(n -> layout.line(2, "section %d: %s".formatted(n.section() + 1, text(n.note()))));
    if (booted.isCorrupt()) {
      layout.line(2, "here the branch ends; the sections are what would have come of it");
    }
  }

  private static boolean isAnywhere(Trace trace, Function<Section, Bits> what) {
    return Stream.concat(
            trace.boot().stream(), trace.calls().stream().flatMap(c -> c.after().stream()))
        .anyMatch(s -> what.apply(s).isEmpty().isFalse());
  }

  private void writeCall(int number, Trace.TracedCall call, int subsections) {
    layout.line(
        0,
        "%d. %s%s"
            .formatted(
                number,
                CallText.of(call, subsections),
                call.place().map(p -> "   " + p).orElse("")),
        Layout.Style.HEADING);
    call.fault().ifPresent(f -> layout.line(3, "fault: " + CallText.of(f) + failedAt(call)));
    if (call.steps().isEmpty()) {
      layout.line(3, "reached no section: nothing changed");
    }
    for (int i = 0; i <= call.steps().size(); i++) {
      int behind = i;
      call.onSpans().stream().filter(s -> s.behind() == behind).forEach(this::writeStep);
      if (i < call.steps().size()) {
        writeStep(call.steps().get(i));
      }
    }
  }

  private void writeStep(SpanStepDone done) {
    Memory before = done.before();
    Memory after = done.outcome().next();
    String found = done.outcome().zone().map(z -> " = " + z.text()).orElse("");
    layout.line(3, SpanText.of(before, done.step()) + found);
    done.outcome().notes().forEach(this::writeEvent);
    for (SpanText.Change change : SpanText.between(before, after)) {
      layout.line(5, "%s  %s -> %s".formatted(change.what(), change.before(), change.after()));
    }
    for (int i = 0; i < before.sections().size(); i++) {
      for (SectionChange change :
          SectionChange.between(before.sections().get(i), after.sections().get(i))) {
        layout.line(
            5,
            "section %d %s  %s -> %s"
                .formatted(i + 1, change.field(), change.before(), change.after()));
      }
    }
    if (done.outcome().isCorrupt()) {
      layout.line(5, "here the branch ends");
    }
  }

  private static String failedAt(Trace.TracedCall call) {
    return call.steps().stream()
        .flatMap(s -> s.outcome().failedAt().stream())
        .findFirst()
        .map(p -> "   " + p)
        .orElse("");
  }

  private void writeStep(Trace.TracedStep traced) {
    Step step = traced.step();
    Outcome outcome = traced.outcome();
    String returned = CallText.returned(step.kind().adds(), outcome.rc());
    String place = traced.place().map(p -> "   " + p.position()).orElse("");
    layout.line(3, CallText.of(traced.section(), step) + returned + place);
    outcome.notes().stream().filter(n -> n.when().isTrue()).forEach(this::writeEvent);
    List<SectionChange> changes = SectionChange.between(traced.before(), outcome.next());
    if (changes.isEmpty()) {
      layout.line(5, "nothing changed");
    }
    for (SectionChange change : changes) {
      layout.line(5, "%-6s  %s -> %s".formatted(change.field(), change.before(), change.after()));
    }
    if (outcome.isCorrupt()) {
      layout.line(5, "here the branch ends; the changes are what would have come of it");
    }
  }

  private void writeEvent(Note note) {
    layout.line(5, text(note));
  }

  private static String text(Note note) {
    return "%s: %s".formatted(note.place(), note.event().text());
  }

  private void writeViolation(Trace trace) {
    About about = trace.property().about();
    layout.line(0, "violated", Layout.Style.HEADING);
    layout.line(2, trace.clause());
    layout.line(2, "property: " + about.statement());
    layout.line(2, "rests on: " + about.citation());
    trace.beside().ifPresent(b -> layout.line(2, "beside it: " + b.text()));
    boolean changesWereTried = trace.beside().map(Trace.Beside::breaks).orElse(true);
    if (changesWereTried && trace.mendedBy().isEmpty()) {
      layout.line(2, "no catalogued change mends it");
    }
    for (Change change : trace.mendedBy()) {
      layout.line(
          2,
          "mended by %s \"%s\" (%s)"
              .formatted(change.canonicalName(), change.subject(), change.release()));
    }
  }
}
