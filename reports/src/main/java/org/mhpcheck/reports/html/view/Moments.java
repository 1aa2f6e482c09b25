package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.PlannedCall.SpanStepDone;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.reports.html.view.Moment.ChangeView;
import org.mhpcheck.reports.html.view.Moment.EventView;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.SectionChange;
import org.mhpcheck.reports.text.SectionText;
import org.mhpcheck.reports.text.SpanText;
import org.mhpcheck.reports.text.Words;

/** Takes a trace apart into pictures: boot, then each step of each call. */
final class Moments {
  private final Trace trace;
  private final Set<String> shown;
  private final List<Moment> moments = new ArrayList<>();
  private List<Section> sections;
  private String spans;

  private Moments(Trace trace) {
    this.trace = trace;
    this.sections = trace.boot();
    this.spans = trace.machine().memory(trace.boot()).map(SpanText::of).orElse("");
    this.shown = shown(trace);
  }

  static List<Moment> of(Trace trace) {
    Moments all = new Moments(trace);
    all.boot();
    for (int i = 0; i < trace.calls().size(); i++) {
      all.call(i + 1, trace.calls().get(i));
    }
    return all.moments;
  }

  /** The parts of sections that there is anything to say about, somewhere in the trace. */
  private static Set<String> shown(Trace trace) {
    Set<String> shown = new TreeSet<>();
    Stream.concat(
            trace.boot().stream(),
            trace.calls().stream()
                .flatMap(
                    c ->
                        Stream.concat(
                            c.after().stream(), c.steps().stream().map(s -> s.outcome().next()))))
        .flatMap(s -> SectionText.fields(s).stream())
        .filter(f -> !f.ordinary())
        .forEach(f -> shown.add(f.name()));
    return shown;
  }

  private void boot() {
    List<EventView> events = new ArrayList<>();
    String text = "boot";
    if (trace.booted().isPresent()) {
      Booted booted = trace.booted().get();
      text = "boot: " + booted.script().text();
      booted.script().faults().forEach(f -> events.add(fault(f.text())));
      booted
          .notes()
          .forEach(n -> events.add(event("section %d, ".formatted(n.section() + 1), n.note())));
    }
    add(0, "", text, "", events, List.of(), sections);
  }

  private void call(int number, Trace.TracedCall call) {
    int before = moments.size();
    for (int i = 0; i <= call.steps().size(); i++) {
      int behind = i;
      call.onSpans().stream()
          .filter(s -> s.behind() == behind)
          .forEach(s -> spanStep(number, call, s));
      if (i < call.steps().size()) {
        step(number, call, call.steps().get(i));
      }
    }
    if (moments.size() == before) {
      add(
          number,
          text(call),
          "reached no section",
          position(call.place()),
          List.of(),
          List.of(),
          sections);
    }
  }

  private void step(int number, Trace.TracedCall call, Trace.TracedStep step) {
    List<Section> next = new ArrayList<>(sections);
    next.set(step.section(), step.outcome().next());
    List<EventView> events = new ArrayList<>();
    step.outcome()
        .fault()
        .ifPresent(
            f ->
                events.add(
                    fault(f.text() + step.outcome().failedAt().map(p -> ", at " + p).orElse(""))));
    step.outcome().notes().stream()
        .filter(n -> n.when().isTrue())
        .forEach(n -> events.add(event("", n)));
    List<ChangeView> changes = changes("", step.before(), step.outcome().next());
    String returned = CallText.returned(step.step().kind().adds(), step.outcome().rc());
    add(
        number,
        text(call),
        CallText.of(step.section(), step.step()) + returned,
        position(step.place()),
        events,
        changes,
        next);
  }

  private void spanStep(int number, Trace.TracedCall call, SpanStepDone done) {
    Memory before = done.before();
    Memory after = done.outcome().next();
    List<ChangeView> changes = new ArrayList<>();
    for (SpanText.Change c : SpanText.between(before, after)) {
      changes.add(new ChangeView(c.what(), c.before(), c.after()));
    }
    for (int i = 0; i < after.sections().size(); i++) {
      changes.addAll(
          changes(
              "section %d ".formatted(i + 1), before.sections().get(i), after.sections().get(i)));
    }
    spans = SpanText.of(after);
    String found = done.outcome().zone().map(z -> " = " + z.text()).orElse("");
    add(
        number,
        text(call),
        SpanText.of(before, done.step()) + found,
        "",
        done.outcome().notes().stream().map(n -> event("", n)).toList(),
        changes,
        after.sections());
  }

  private void add(
      int call,
      String callText,
      String text,
      String place,
      List<EventView> events,
      List<ChangeView> changes,
      List<Section> next) {
    List<SectionView> views = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      views.add(SectionView.of(i + 1, next.get(i), sections.get(i), shown));
    }
    moments.add(
        new Moment(call, callText, text, place, List.copyOf(events), changes, views, spans));
    sections = List.copyOf(next);
  }

  private String text(Trace.TracedCall call) {
    return CallText.of(call, trace.geometry().subsections());
  }

  private static List<ChangeView> changes(String of, Section before, Section after) {
    return SectionChange.between(before, after).stream()
        .map(c -> new ChangeView(of + c.field(), c.before(), c.after()))
        .toList();
  }

  private static EventView event(String where, Note note) {
    return new EventView(
        "%s%s: %s".formatted(where, note.place(), note.event().text()),
        Words.of(note.event().severity()),
        note.event().severity() == Event.Severity.CORRUPTION);
  }

  private static EventView fault(String text) {
    return new EventView(text, "fault", false);
  }

  private static String position(Optional<Place> place) {
    return place.map(Place::toString).orElse("");
  }
}
