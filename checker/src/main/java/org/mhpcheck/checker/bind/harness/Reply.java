package org.mhpcheck.checker.bind.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.tool.PlainText;
import org.mhpcheck.model.kernel.Encounter;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Walk;

/**
 * One answer of the harness: {@code struct mhp_reply} and {@code struct mhp_told} of records.h.
 *
 * @param rc as it was returned; the harness knows more numbers than the model
 * @param reached what the run came by
 * @param after the sections
 * @param pfnValid pfn_valid() of each section's subsections afterwards; empty if that crashed
 * @param onlinePage pfn_to_online_page() of each section's; empty if that crashed
 * @param exposed where pfn_valid() was true on the way, and no memmap was there
 * @param notes events in their order, with places
 * @param failedAt where the allocation failed that should
 * @param steps what the loop did
 */
public record Reply(
    Request request,
    int rc,
    Set<Reached> reached,
    List<Section> after,
    Optional<List<Bits>> pfnValid,
    Optional<List<OnlinePage>> onlinePage,
    List<Bits> exposed,
    List<Noted> notes,
    Optional<Place> failedAt,
    List<LoopStep> steps) {
  /** Where they lie within a reply. */
  static final int EVENTS = 4;

  static final int REACHED = 8;
  static final int CORRUPTION = 12;
  static final int HEAD_BYTES = 16;

  private static final int SECTION_BYTES = 32 + Sections.BYTES;

  /** Those behind it are of zones, which the harness does not know. */
  private static final int MOST_NOTES = Event.CRASHED.ordinal() + 1;

  private static final int MOST_STEPS = 9;
  private static final int TEXT_BYTES = 40;
  private static final int SITE_BYTES = 8 + 2 * TEXT_BYTES;
  static final int TOLD_BYTES = 8 + (MOST_NOTES + 1) * SITE_BYTES + MOST_STEPS * 24;

  /** What a run may come by; the order is {@code enum mhp_reached}'s. */
  public enum Reached {
    USAGE_ALLOCATION,
    MEMMAP_ALLOCATION,
    USAGE_FREED_BY_RCU,
    /** Freed at once or by RCU, while valid_section() was still true. */
    USAGE_FREED_WHILE_VALID,
    PFN_VALID_CRASHED,
    /** page_init_poison() was told of struct pages that are not there. */
    UNPOPULATED_WRITTEN,
    /** pfn_valid() crashed where another processor could have asked it. */
    PROBE_CRASHED,
    /** A usage from before the call, and without waiting for readers. */
    OLD_USAGE_FREED_AT_ONCE,
    ONLINE_PAGE_CRASHED;

    /** The allocation that a fault makes fail. */
    public static Reached allocation(Fault fault) {
      return fault.point() == FaultPoint.USAGE ? USAGE_ALLOCATION : MEMMAP_ALLOCATION;
    }

    /** Its bit, where several are one number. */
    public int bit() {
      return 1 << ordinal();
    }
  }

  /**
   * The subsections that pfn_to_online_page() finds pages of.
   *
   * @param noDevice where get_dev_pagemap() finds nothing
   * @param device where it finds a device
   */
  public record OnlinePage(Bits noDevice, Bits device) {}

  /** An event, and where in the tree it was noticed. */
  public record Noted(Event event, Place place) {}

  /**
   * What a loop of mm/memory_hotplug.c did to one section.
   *
   * @param section its index, from 0
   * @param from the first subsection, within the section
   * @param count of subsections
   * @param altmapPassedOn whether it was told of the altmap that the loop was told of
   * @param rc what it returned, by script
   */
  public record LoopStep(
      int section, int from, int count, boolean altmapPassedOn, int rc, boolean adds) {}

  static int bytes(int sections) {
    return HEAD_BYTES + sections * SECTION_BYTES;
  }

  /**
   * Reads what was asked with {@link Request#TELL}.
   *
   * @throws BindException if it is no answer
   */
  static Reply read(ByteBuffer in, Request request) {
    int rc = in.getInt();
    int events = in.getInt();
    Set<Reached> reached = reached(in.getInt());
    in.getInt();
    int size = request.subsections();
    List<Section> after = new ArrayList<>();
    List<Bits> valid = new ArrayList<>();
    List<Bits> exposed = new ArrayList<>();
    List<OnlinePage> online = new ArrayList<>();
    for (Section before : request.before()) {
      valid.add(Bits.ofWord(size, in.getLong()));
      exposed.add(Bits.ofWord(size, in.getLong()));
      online.add(new OnlinePage(Bits.ofWord(size, in.getLong()), Bits.ofWord(size, in.getLong())));
      after.add(Sections.read(in, before));
    }
    int noteCount = Sections.requireWithin("notes", in.getInt(), MOST_NOTES);
    int stepCount = Sections.requireWithin("steps", in.getInt(), MOST_STEPS);
    List<Noted> notes = new ArrayList<>();
    for (int i = 0; i < MOST_NOTES; i++) {
      int event = in.getInt();
      Place place = place(in);
      if (i < noteCount) {
        notes.add(new Noted(Sections.constant("event", Event.values(), event), place));
      }
    }
    if (notes.stream().mapToInt(n -> 1 << n.event().ordinal()).sum() != events) {
      throw new BindException(
          "the compiled kernel gives no answer: found events %x, expected those of %s"
              .formatted(events, notes));
    }
    in.getInt();
    Place failed = place(in);
    List<LoopStep> steps = new ArrayList<>();
    for (int i = 0; i < MOST_STEPS; i++) {
      LoopStep step =
          new LoopStep(
              in.getInt(),
              in.getInt(),
              in.getInt(),
              in.getInt() != 0,
              in.getInt(),
              in.getInt() != 0);
      if (i < stepCount) {
        steps.add(step);
      }
    }
    return new Reply(
        request,
        rc,
        reached,
        after,
        reached.contains(Reached.PFN_VALID_CRASHED) ? Optional.empty() : Optional.of(valid),
        reached.contains(Reached.ONLINE_PAGE_CRASHED) ? Optional.empty() : Optional.of(online),
        exposed,
        notes,
        failed.isKnown() ? Optional.of(failed) : Optional.empty(),
        steps);
  }

  private static Set<Reached> reached(int bits) {
    Set<Reached> reached = EnumSet.noneOf(Reached.class);
    for (Reached one : Reached.values()) {
      if ((bits & one.bit()) != 0) {
        reached.add(one);
      }
    }
    return reached;
  }

  private static Place place(ByteBuffer in) {
    int line = in.getInt();
    String file = text(in);
    return new Place(text(in), file, line);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[TEXT_BYTES];
    in.get(bytes);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return PlainText.of(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
  }

  /** What is said of a question that the child process died of. */
  static Reply died(Request request, Obituary of) {
    return new Reply(
        request,
        0,
        Set.of(),
        request.before(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new Noted(Event.CRASHED, new Place(of.how(), of.file(), of.line()))),
        Optional.empty(),
        List.of());
  }

  /** The first corruption of memory, if there was one. */
  public Optional<Event> corruption() {
    return notes.stream()
        .map(Noted::event)
        .filter(e -> e.severity() == Event.Severity.CORRUPTION)
        .findFirst();
  }

  /** Of a step: the return code as the model has it; of another one, a note instead. */
  public Outcome outcome() {
    List<Note> all =
        notes.stream()
            .map(n -> new Note(n.event(), n.place(), Bit.TRUE))
            .collect(Collectors.toCollection(ArrayList::new));
    if (reached.contains(Reached.UNPOPULATED_WRITTEN)) {
      Place poison = Place.in("page_init_poison(), of what has no struct pages");
      all.add(new Note(Event.CRASHED, poison, Bit.TRUE));
    }
    Errno errno =
        Stream.of(Errno.values())
            .filter(e -> e.code() == rc)
            .findFirst()
            .orElseGet(
                () -> {
                  all.add(new Note(Event.CRASHED, Place.in("returned " + rc), Bit.TRUE));
                  return Errno.EINVAL;
                });
    return new Outcome(
        after.get(0),
        errno,
        request.fault().map(f -> f.fault()),
        List.copyOf(all),
        failedAt,
        encounters());
  }

  /** What whole walks meet, that are done wherever the kernel calls what is ours. */
  private List<Encounter> encounters() {
    return exposed.stream()
        .filter(pfns -> pfns.isEmpty().isFalse())
        .map(
            pfns ->
                new Encounter(
                    Walk.PFN_VALID,
                    Encounter.Kind.NO_MEMMAP,
                    pfns,
                    "pfn_valid() finds pfns valid that have no memmap, somewhere on the way"))
        .toList();
  }

  /** As text.c writes it, up to what stands behind the last section. */
  public String text() {
    StringBuilder text = new StringBuilder("rc=" + rc);
    notes.stream()
        .map(Noted::event)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)))
        .forEach(e -> text.append(' ').append(e));
    for (int i = 0; i < after.size(); i++) {
      int section = i;
      text.append(i == 0 ? " " : " | ")
          .append(
              Sections.textAfter(
                  after.get(i),
                  pfnValid.map(v -> v.get(section)),
                  onlinePage.map(o -> o.get(section))));
    }
    return text.toString();
  }
}
