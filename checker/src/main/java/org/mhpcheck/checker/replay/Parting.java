package org.mhpcheck.checker.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.answer.Trace.TracedStep;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.state.Section;

/**
 * Where two kernels part that do the same script: the first step after which states, return codes
 * or events differ. Once memory is corrupt, what follows cannot be told: then it is compared how.
 *
 * @param call from 1; 0 is boot
 * @param where in words
 * @param what differs
 * @param one what it is in the first kernel
 * @param other what it is in the second
 */
public record Parting(int call, String where, String what, String one, String other) {

  /** On one line; each kernel under its name. */
  public String text(String nameOfOne, String nameOfOther) {
    return "%s: %s %s in %s, %s in %s".formatted(where, what, one, nameOfOne, other, nameOfOther);
  }

  /** Where they part; empty if both do the same to the end. */
  public static Optional<Parting> first(Replay one, Replay other) {
    if (one.isBootCorrupt() || other.isBootCorrupt()) {
      return differ(0, "boot", "corruption", name(ofBoot(one)), name(ofBoot(other)));
    }
    for (int i = 0; i < one.boot().size(); i++) {
      Optional<Parting> atBoot =
          inSection(0, "boot, section " + (i + 1), one.boot().get(i), other.boot().get(i));
      if (atBoot.isPresent()) {
        return atBoot;
      }
    }
    int calls = Math.min(one.calls().size(), other.calls().size());
    for (int i = 0; i < calls; i++) {
      Optional<Parting> inCall = inCall(i + 1, one.calls().get(i), other.calls().get(i));
      if (inCall.isPresent()) {
        return inCall;
      }
    }
    boolean bothEnd = one.calls().size() == other.calls().size();
    return bothEnd
        ? Optional.empty()
        : Optional.of(new Parting(calls + 1, "call " + (calls + 1), "is", end(one), end(other)));
  }

  private static Optional<Event> ofBoot(Replay replay) {
    return replay.booted().flatMap(Booted::corruption);
  }

  private static String end(Replay replay) {
    return replay.refused().map(why -> "refused (" + why + ")").orElse("made");
  }

  private static Optional<Parting> inCall(int number, TracedCall one, TracedCall other) {
    int steps = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < steps; i++) {
      Optional<Parting> inStep = inStep(number, one.steps().get(i), other.steps().get(i));
      if (inStep.isPresent()) {
        return inStep;
      }
    }
    // The plan is one and the same: after equal steps, so are what comes next and what is returned.
    return Optional.empty();
  }

  private static Optional<Parting> inStep(int call, TracedStep one, TracedStep other) {
    String where =
        "call %d, section %d, %s()".formatted(call, one.section() + 1, one.step().kind().text());
    Outcome a = one.outcome();
    Outcome b = other.outcome();
    if (a.isCorrupt() || b.isCorrupt()) {
      return differ(call, where, "corruption", name(a.corruption()), name(b.corruption()));
    }
    if (!a.fault().equals(b.fault())) {
      return differ(call, where, "failed allocation", fault(a), fault(b));
    }
    return differ(call, where, "return code", a.rc().text(), b.rc().text())
        .or(() -> inSection(call, where, a.next(), b.next()))
        .or(() -> differ(call, where, "events", names(a), names(b)));
  }

  private static Optional<Parting> inSection(int call, String where, Section one, Section other) {
    Map<String, String> ofOne = fields(one);
    Map<String, String> ofOther = fields(other);
    return ofOne.keySet().stream()
        .flatMap(f -> differ(call, where, f, ofOne.get(f), ofOther.get(f)).stream())
        .findFirst();
  }

  private static Map<String, String> fields(Section section) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("section_mem_map", section.sectionMemMap().toString());
    fields.put("usage", section.usage().toString().toLowerCase(Locale.ROOT));
    fields.put("PageReserved() of the usage", section.reserved().toString());
    fields.put("pageblock_flags", section.pageblockFlags().toString());
    fields.put("subsection_map", section.subsectionMap().toString());
    fields.put("memmap of boot", section.memmap().boot().toString());
    fields.put("memmap of the page allocator", section.memmap().buddy().toString());
    fields.put("memmap of an altmap", section.memmap().altmap().toString());
    fields.put("linear mapping", section.linearMap().toString());
    fields.put("owners", section.owners().toString());
    return fields;
  }

  private static Optional<Parting> differ(
      int call, String where, String what, String one, String other) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of(new Parting(call, where, what, one, other));
  }

  private static String fault(Outcome outcome) {
    return outcome.fault().map(f -> "'" + f.text() + "'").orElse("none");
  }

  private static String name(Optional<Event> event) {
    return event.map(Event::name).orElse("none");
  }

  private static String names(Outcome outcome) {
    List<String> names = outcome.events().stream().map(Event::name).toList();
    return names.isEmpty() ? "none" : String.join(" ", names);
  }
}
