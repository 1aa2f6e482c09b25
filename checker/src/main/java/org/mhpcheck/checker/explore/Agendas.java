package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.mhpcheck.checker.explore.Agenda.Content;
import org.mhpcheck.checker.explore.Agenda.Item;
import org.mhpcheck.checker.explore.Agenda.Moves;
import org.mhpcheck.checker.explore.Transitions.Whole.Came;
import org.mhpcheck.checker.parts.Numbering;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;

/**
 * All calls of a system as agendas, and what agendas make of section states. Agendas that are left
 * with the same are one; so calls over several sections are followed together for as long as they
 * do the same.
 */
final class Agendas {
  /** Arrays of a few numbers each, and their places in larger ones. */
  private static final long OF_ANSWER = 200;

  private final Transitions transitions;
  private final Plans plans = new Plans();
  private final Numbering<Item> items = new Numbering<>();

  /** By item, {@link #startOf}. */
  private final List<Integer> starts = new ArrayList<>();

  private int made;
  private long asked;
  private final Map<Content, Agenda> agendas = new HashMap<>();
  private final List<Agenda> roots = new ArrayList<>();
  private final AtRest atRest;
  private final Runnable whenAsking;
  private long open;
  private long met;
  private long broken;

  /**
   * @param properties those whose violations are of interest
   * @param whenAsking called before a section is asked about
   */
  Agendas(Transitions transitions, AtRest atRest, long properties, Runnable whenAsking) {
    this.transitions = transitions;
    this.atRest = atRest;
    this.open = properties;
    this.whenAsking = whenAsking;
    makeRoots();
  }

  private void makeRoots() {
    Map<Integer, Map<Integer, Map<Integer, Integer>>> byStart = new TreeMap<>();
    for (SpanningCall call : transitions.calls()) {
      int item =
          number(new Item(plans.of(call.plan()), List.copyOf(call.needs()), 0, 0, 0, List.of(), 0));
      byStart
          .computeIfAbsent(sectionOf(item), s -> new TreeMap<>())
          .computeIfAbsent(call.operation(), o -> new TreeMap<>())
          .merge(item, 1, Integer::sum);
    }
    byStart.forEach(
        (section, byOperation) ->
            byOperation.forEach(
                (operation, counted) -> {
                  int[] content =
                      counted.entrySet().stream()
                          .flatMapToInt(e -> IntStream.of(e.getKey(), e.getValue()))
                          .toArray();
                  roots.add(agenda(new Content(operation, section, content)));
                }));
  }

  /** The number of an item: items that are the same have the same. */
  int number(Item item) {
    int number = items.of(item);
    if (number == starts.size()) {
      starts.add(startOf(item));
    }
    return number;
  }

  /** The section that an item looks at next. */
  int sectionOf(int item) {
    return starts.get(item);
  }

  /** By kind and first section: together, all calls. */
  List<Agenda> roots() {
    return roots;
  }

  /** From now on, what breaks {@code properties} is of no interest. */
  void close(long properties) {
    boolean tracked = (open & transitions.ofCalls()) != 0;
    open &= ~properties;
    if (tracked && (open & transitions.ofCalls()) == 0) {
      // What sections were in before calls matters no more: agendas that differ in it are one.
      agendas.clear();
      roots.clear();
      makeRoots();
    }
  }

  AtRest atRest() {
    return atRest;
  }

  /** Whether any property of calls is of interest. */
  boolean asksAboutCalls() {
    return (open & transitions.ofCalls()) != 0;
  }

  /** What a transition did that was followed without asking here. */
  void note(long brokenBy, long metBy) {
    broken |= brokenBy;
    met |= metBy;
  }

  /** The properties broken by what was asked about since this was asked last. */
  long takeBroken() {
    long taken = broken & open;
    broken = 0;
    return taken;
  }

  /** All premises met by what was asked about. */
  long met() {
    return met;
  }

  Agenda agenda(Content content) {
    Agenda known = agendas.get(content);
    if (known == null) {
      known = new Agenda(made++, content, items::value);
      agendas.put(content, known);
    }
    return known;
  }

  /** The sections that are in states within calls, and that the call does not come back to. */
  long leftWithin(int place, long within) {
    return place == Plans.LOST ? 0 : within & ~plans.sections(place);
  }

  /**
   * The section that is looked at next: needs go by what was before any step, and what a call does
   * not come back to after all is at rest.
   */
  private int startOf(Item item) {
    int section = plans.section(item.place());
    int first = section < 0 ? Integer.MAX_VALUE : section;
    long left = leftWithin(item.place(), item.within());
    if (left != 0) {
      first = Math.min(first, Long.numberOfTrailingZeros(left));
    }
    for (Need need : item.needs()) {
      first = Math.min(first, need.section());
    }
    if (first == Integer.MAX_VALUE) {
      // A call that returns at once: it can as well be asked of the first section.
      return section == Plans.NOWHERE ? 0 : section;
    }
    return first;
  }

  /**
   * What {@code agenda} makes of its section in {@code state}; asked and kept if it is not known.
   */
  Moves moves(Agenda agenda, int state) {
    Moves known = agenda.moves(state);
    if (known == null) {
      known = new Asking(this, agenda, state).ask();
      agenda.keep(state, known);
    }
    return known;
  }

  /** Makes known what {@code agenda} makes of the last section in each of {@code states}. */
  void learn(Agenda agenda, Bitmap states) {
    for (int i = states.from; i < states.to; i++) {
      for (long rest = states.words[i] & ~agenda.known.word(i); rest != 0; rest &= rest - 1) {
        int state = (i << 6) + Long.numberOfTrailingZeros(rest);
        agenda.keepByBranch(state, new Asking(this, agenda, state).ask());
      }
    }
  }

  /** What is left after a step of all sections together; {@code null} if the call has ended. */
  Agenda after(Agenda agenda, Item item, Came came) {
    int place = came.isLost() ? Plans.LOST : plans.on(item.place(), came.code());
    broken |= came.broken();
    met |= came.met();
    int section = plans.section(place);
    if (section == Plans.NOWHERE) {
      if (place != Plans.LOST) {
        met |= transitions.metBy(agenda.operation(), plans.code(place));
      }
      return null;
    }
    long within = 0;
    for (int i = 0; i < transitions.count(); i++) {
      within |= plans.comesTo(place, i) ? 1L << i : 0;
    }
    Item left = new Item(place, List.of(), 0, 0, 0, item.before(), within);
    return agenda(new Content(agenda.operation(), section, new int[] {number(left), 1}));
  }

  /** All sections as the system has them, whichever of them {@code item} is within. */
  int[] states(Item item, int[] numbered) {
    return convert(item.within(), numbered, atRest::state);
  }

  /** The other way round, for what is left to do next: nothing, if that is {@code null}. */
  int[] numbers(Agenda then, int[] system) {
    return convert(then == null ? 0 : then.within(), system, atRest::number);
  }

  private int[] convert(long within, int[] state, IntUnaryOperator how) {
    int[] converted = state.clone();
    for (int i = 0; i < transitions.count(); i++) {
      if ((within & 1L << i) == 0) {
        converted[i] = how.applyAsInt(state[i]);
      }
    }
    return converted;
  }

  int stepOf(Item item) {
    return plans.step(item.place());
  }

  Transitions transitions() {
    return transitions;
  }

  Plans plans() {
    return plans;
  }

  /** The properties whose violations are of interest. */
  long open() {
    return open;
  }

  /** To be called before a section is asked about. */
  void requireTime() {
    asked++;
    whenAsking.run();
  }

  /** What it takes to keep all answers, about. */
  long bytes() {
    return asked * OF_ANSWER;
  }
}
