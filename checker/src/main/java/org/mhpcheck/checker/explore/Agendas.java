package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.mhpcheck.checker.explore.Agenda.Before;
import org.mhpcheck.checker.explore.Agenda.Content;
import org.mhpcheck.checker.explore.Agenda.Entry;
import org.mhpcheck.checker.explore.Agenda.Group;
import org.mhpcheck.checker.explore.Agenda.Item;
import org.mhpcheck.checker.explore.Agenda.Moves;
import org.mhpcheck.checker.explore.Transitions.Whole.Came;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;

/**
 * All calls of a system as agendas, and what agendas make of section states. Agendas that are left
 * with the same are one; so calls over several sections are followed together for as long as they
 * do the same.
 */
final class Agendas {
  private final Transitions transitions;
  private final Sections sections;
  private final Plans plans = new Plans();
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
    this.sections = transitions.sections();
    this.open = properties;
    this.whenAsking = whenAsking;
    makeRoots();
  }

  private void makeRoots() {
    Map<Integer, Map<Integer, Map<Item, Integer>>> byStart = new TreeMap<>();
    for (SpanningCall call : transitions.calls()) {
      Item item = new Item(plans.of(call.plan()), List.copyOf(call.needs()), 0, 0, 0, List.of(), 0);
      byStart
          .computeIfAbsent(sectionOf(item), s -> new TreeMap<>())
          .computeIfAbsent(call.operation(), o -> new HashMap<>())
          .merge(item, 1, Integer::sum);
    }
    byStart.forEach(
        (section, byOperation) ->
            byOperation.forEach(
                (operation, items) -> roots.add(agenda(new Content(operation, section, items)))));
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

  private Agenda agenda(Content content) {
    return agendas.computeIfAbsent(content, Agenda::new);
  }

  /** The sections that are in states within calls, and that the call does not come back to. */
  private long leftWithin(int place, long within) {
    return place == Plans.LOST ? 0 : within & ~plans.sections(place);
  }

  /**
   * The section that is looked at next: needs go by what was before any step, and what a call does
   * not come back to after all is at rest.
   */
  private int sectionOf(Item item) {
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
      known = new Asking(agenda, state).ask();
      agenda.keep(state, known);
    }
    return known;
  }

  /** Makes known what {@code agenda} makes of the last section in each of {@code states}. */
  void learn(Agenda agenda, Bitmap states) {
    for (int state = states.next(0); state >= 0; state = states.next(state + 1)) {
      if (!agenda.known.get(state)) {
        agenda.keepByBranch(state, new Asking(agenda, state).ask());
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
    return agenda(new Content(agenda.operation(), section, Map.of(left, 1)));
  }

  /** All sections as the system has them, whichever of them {@code item} is within. */
  int[] states(Item item, int[] numbered) {
    return convert(item.within(), numbered, atRest::state);
  }

  /** The other way round, for what is left to do next: nothing, if that is {@code null}. */
  int[] numbers(Agenda then, int[] system) {
    long within = then == null ? 0 : then.content.items().keySet().iterator().next().within();
    return convert(within, system, atRest::number);
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

  /** What one agenda makes of one state. */
  private final class Asking {
    private final Agenda agenda;
    private final int section;
    private final int state;

    /** Where calls have returned: states, one after the other, and how many transitions each. */
    private int[] returned = new int[8];

    private int size;
    private List<Left> left = List.of();
    private int ends;
    private long brokenHere;

    Asking(Agenda agenda, int state) {
      this.agenda = agenda;
      this.section = agenda.section();
      this.state = agenda.isWithin() ? state : atRest.state(state);
    }

    Moves ask() {
      whenAsking.run();
      for (Group group : agenda.groups()) {
        if (meets(group)) {
          group.entries().forEach(this::follow);
        }
      }
      broken |= brokenHere;
      return moves();
    }

    private void follow(Entry entry) {
      Item item = entry.item();
      step(item, entry.later(), item.place(), state, item.broken(), item.met(), entry.times());
    }

    private boolean meets(Group group) {
      for (int condition : group.here()) {
        if (!sections.meets(condition, state)) {
          return false;
        }
      }
      return true;
    }

    private void step(
        Item item, List<Need> needs, int place, int now, long brokenSoFar, long metSoFar, int n) {
      if (plans.section(place) != section) {
        leave(item, needs, place, now, brokenSoFar, metSoFar, n);
        return;
      }
      for (Sections.Outcome outcome : sections.outcomes(plans.step(place), now)) {
        step(
            item,
            needs,
            outcome.isLost() ? Plans.LOST : plans.on(place, outcome.code()),
            outcome.isLost() ? now : outcome.next(),
            brokenSoFar | outcome.broken(),
            metSoFar | outcome.met(),
            n);
      }
    }

    private void leave(
        Item item, List<Need> needs, int place, int now, long brokenSoFar, long metSoFar, int n) {
      long spoilt = 0;
      List<Before> before = List.of();
      if (isTracked(place)) {
        int was = wasBefore(item);
        spoilt = item.spoilt();
        before = without(item.before());
        if (plans.comesTo(place, section)) {
          before = with(before, was);
        } else if (now != was) {
          spoilt |= transitions.spoiltBy(was, now) & open;
        }
      }
      long brokenNow = brokenSoFar & open;
      boolean isWithin = plans.comesTo(place, section);
      long within = isWithin ? item.within() | 1L << section : item.within() & ~(1L << section);
      int next = isWithin ? now : atRest.number(now);
      if (!needs.isEmpty()) {
        put(next, new Item(place, needs, brokenNow, metSoFar & ~met, spoilt, before, within), n);
        return;
      }
      brokenHere |= brokenNow;
      met |= metSoFar;
      if (plans.section(place) != Plans.NOWHERE || leftWithin(place, within) != 0) {
        put(next, new Item(place, needs, 0, 0, spoilt, before, within), n);
        return;
      }
      ends += n;
      if (place != Plans.LOST) {
        long premises = transitions.metBy(agenda.operation(), plans.code(place));
        met |= premises;
        brokenHere |= spoilt & premises & open;
        returned(next, n);
      }
    }

    /**
     * Whether any way from here breaks a property of calls that is of interest, if one is spoilt.
     */
    private boolean isTracked(int place) {
      if ((transitions.ofCalls() & open) == 0) {
        return false;
      }
      long premises = 0;
      for (long rest = plans.codes(place); rest != 0; rest &= rest - 1) {
        premises |= transitions.metBy(agenda.operation(), Long.numberOfTrailingZeros(rest));
      }
      return (premises & transitions.ofCalls() & open) != 0;
    }

    private int wasBefore(Item item) {
      for (Before known : item.before()) {
        if (known.section() == section) {
          return known.state();
        }
      }
      return state;
    }

    private List<Before> with(List<Before> before, int was) {
      List<Before> all = new ArrayList<>(before);
      all.add(new Before(section, was));
      return List.copyOf(all);
    }

    private List<Before> without(List<Before> before) {
      return before.stream().filter(b -> b.section() != section).toList();
    }

    private void returned(int now, int n) {
      for (int i = 0; i < size; i += 2) {
        if (returned[i] == now) {
          returned[i + 1] += n;
          return;
        }
      }
      if (size == returned.length) {
        returned = Arrays.copyOf(returned, 2 * size);
      }
      returned[size++] = now;
      returned[size++] = n;
    }

    private void put(int now, Item item, int n) {
      if (left.isEmpty()) {
        left = new ArrayList<>();
      }
      left.add(new Left(sectionOf(item), now, item, n));
    }

    /** Those that go on with the same are put together. */
    private Moves moves() {
      List<Move> moves = new ArrayList<>();
      for (int i = 0; i < size; i += 2) {
        moves.add(new Move(returned[i], null, returned[i + 1]));
      }
      moves.sort(Comparator.comparingInt(Move::next));
      if (!left.isEmpty()) {
        Map<Agenda, List<Move>> byThen = new LinkedHashMap<>();
        for (Move move : goingOn()) {
          byThen.computeIfAbsent(move.then(), t -> new ArrayList<>()).add(move);
        }
        byThen.values().forEach(moves::addAll);
      }
      int[] next = new int[moves.size()];
      Agenda[] then = new Agenda[moves.size()];
      int[] times = new int[moves.size()];
      for (int i = 0; i < next.length; i++) {
        next[i] = moves.get(i).next();
        then[i] = moves.get(i).then();
        times[i] = moves.get(i).times();
      }
      return new Moves(next, then, times, ends, brokenHere);
    }

    /** By section and state, what is left to do then. */
    private List<Move> goingOn() {
      Map<Integer, Map<Integer, Map<Item, Integer>>> bySection = new TreeMap<>();
      for (Left each : left) {
        bySection
            .computeIfAbsent(each.section(), s -> new TreeMap<>())
            .computeIfAbsent(each.now(), s -> new HashMap<>())
            .merge(each.item(), each.times(), Integer::sum);
      }
      List<Move> moves = new ArrayList<>();
      bySection.forEach(
          (next, byState) ->
              byState.forEach(
                  (now, items) -> {
                    int common = items.values().stream().reduce(0, Agendas::divisor);
                    items.replaceAll((item, n) -> n / common);
                    Agenda then = agenda(new Content(agenda.operation(), next, items));
                    moves.add(new Move(now, then, common));
                  }));
      return moves;
    }
  }

  private record Left(int section, int now, Item item, int times) {}

  private record Move(int next, Agenda then, int times) {}

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
