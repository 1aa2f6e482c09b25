package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.bind.harness.CompiledSpans;
import org.mhpcheck.checker.bind.harness.SpanRecords;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Usage;
import org.mhpcheck.model.state.Zone;

/**
 * move_pfn_range_to_zone() and remove_pfn_range_from_zone() of every range, on two sections of two
 * subsections, whether any kernel makes them or not: with every state of each subsection's struct
 * pages, sections on- and offline, and spans; with the first section at pfn 0, and one on.
 */
final class SpanPairs {
  private static final int SECTIONS = 2;
  private static final int SUBSECTIONS = 2;
  private static final int TOTAL = SECTIONS * SUBSECTIONS;
  private static final int BATCH = 50_000;

  /** What a subsection's struct pages may be; see {@link #section}. */
  private static final String LETTERS = ".xnvw";

  private final ModelledKernel model;
  private final CompiledSpans compiled;
  private final int most;
  private final List<long[]> requests = new ArrayList<>();
  private final List<long[]> foretold = new ArrayList<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private long states;
  private long pairs;

  SpanPairs(ModelledKernel model, CompiledSpans compiled, int most) {
    this.model = model;
    this.compiled = compiled;
    this.most = most;
  }

  long states() {
    return states;
  }

  long pairs() {
    return pairs;
  }

  /** Where they differ, up to so many. */
  List<Disagreement> compare() {
    for (int first = 0; first <= 1 && mayGoOn(); first++) {
      compareMoves(first);
      compareRemoves(first);
    }
    flush();
    return List.copyOf(disagreements);
  }

  private boolean mayGoOn() {
    return disagreements.size() < most;
  }

  /** Of what struct pages are, nothing is asked: so of any spans, but on one state of those. */
  private void compareMoves(int first) {
    List<Section> sections = List.of(section("xx", false), section("xx", false));
    for (Span normal : spans(first)) {
      for (Span device : spans(first)) {
        for (Span node : spans(first)) {
          Memory memory = new Memory(sections, new Spans(normal, device, node), first);
          states++;
          ranges(SpanStep.Kind.MOVE_TO_ZONE, Zone.NORMAL, step -> ask(memory, step));
          ranges(SpanStep.Kind.MOVE_TO_ZONE, Zone.DEVICE, step -> ask(memory, step));
        }
      }
    }
  }

  /** The node's span is made anew of the zones', and ZONE_DEVICE's only counts there. */
  private void compareRemoves(int first) {
    int start = first * SUBSECTIONS;
    List<Span> devices = List.of(Span.EMPTY, new Span(start, 1), new Span(start + 1, 3));
    for (Section one : sections()) {
      for (Section other : sections()) {
        List<Section> sections = List.of(one, other);
        for (Span normal : spans(first)) {
          for (Span device : devices) {
            Spans spans = new Spans(normal, device, normal.hull(device));
            Memory memory = new Memory(sections, spans, first);
            states++;
            ranges(SpanStep.Kind.REMOVE_FROM_ZONE, Zone.NORMAL, step -> ask(memory, step));
          }
        }
        Span all = new Span(start, TOTAL);
        Memory memory = new Memory(sections, new Spans(Span.EMPTY, all, all), first);
        states++;
        ranges(SpanStep.Kind.REMOVE_FROM_ZONE, Zone.DEVICE, step -> ask(memory, step));
        if (!mayGoOn()) {
          return;
        }
      }
    }
  }

  /** Every span there is, and the one of nothing. */
  private static List<Span> spans(int first) {
    List<Span> spans = new ArrayList<>(List.of(Span.EMPTY));
    for (int from = 0; from < TOTAL; from++) {
      for (int to = from + 1; to <= TOTAL; to++) {
        spans.add(new Span(first * SUBSECTIONS + from, to - from));
      }
    }
    return spans;
  }

  private static void ranges(SpanStep.Kind kind, Zone zone, Consumer<SpanStep> steps) {
    for (int from = 0; from < TOTAL; from++) {
      for (int to = from + 1; to <= TOTAL; to++) {
        steps.accept(new SpanStep(kind, Optional.of(zone), from, to, Altmap.NONE));
      }
    }
  }

  private static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (char one : LETTERS.toCharArray()) {
      for (char other : LETTERS.toCharArray()) {
        String letters = "" + one + other;
        sections.add(section(letters, false));
        if (!letters.equals("..")) {
          sections.add(section(letters, true));
        }
      }
    }
    return sections;
  }

  /**
   * One whose struct pages are ZONE_NORMAL's ({@code n}), ZONE_DEVICE's ({@code v}), the same but
   * for the first ({@code w}), nobody's ({@code x}), or not there. What a device has of an online
   * section is found out by the section's mark.
   */
  private static Section section(String letters, boolean online) {
    Bits there = where(letters, "xnvw");
    Bits device = where(letters, "vw");
    Bits none = Bits.none(SUBSECTIONS);
    Bit present = there.isEmpty().not();
    SectionMemMap word =
        new SectionMemMap(
            present,
            present,
            Bit.of(online),
            Bit.FALSE,
            device.isEmpty().not(),
            OneOf.of(present.isTrue() ? MemmapBase.OWN : MemmapBase.ZERO));
    Pages pages = new Pages(where(letters, "n"), device, where(letters, "w"));
    return new Section(
        word,
        OneOf.of(present.isTrue() ? Usage.SLAB : Usage.NULL),
        Bit.FALSE,
        Bit.FALSE,
        there,
        new Memmap(none, there, none, pages),
        none,
        new Owners(there.minus(device), device, none, none, none));
  }

  private static Bits where(String letters, String which) {
    return Bits.of(letters.length(), i -> Bit.of(which.indexOf(letters.charAt(i)) >= 0));
  }

  private void ask(Memory memory, SpanStep step) {
    requests.add(SpanRecords.request(memory, step));
    foretold.add(SpanRecords.reply(model.step(memory, step)));
    if (requests.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    if (requests.isEmpty()) {
      return;
    }
    List<long[]> replies = compiled.ask(requests, SECTIONS);
    for (int i = 0; i < replies.size(); i++) {
      pairs++;
      if (mayGoOn() && !SpanRecords.agree(foretold.get(i), replies.get(i))) {
        long[] request = requests.get(i);
        disagreements.add(
            new Disagreement(
                asked(request),
                SpanRecords.text(foretold.get(i)),
                SpanRecords.text(replies.get(i)),
                List.of(),
                SpanRecords.line(request)));
      }
    }
    requests.clear();
    foretold.clear();
  }

  private static String asked(long[] request) {
    return "%s(%s), subsections %d-%d; in words %s"
        .formatted(
            request[0] == 0 ? "move_pfn_range_to_zone" : "remove_pfn_range_from_zone",
            request[1] == 0 ? "ZONE_NORMAL" : "ZONE_DEVICE",
            request[2],
            request[3] - 1,
            SpanRecords.line(request));
  }
}
