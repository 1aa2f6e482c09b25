package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mhpcheck.checker.explore.Agenda.Before;
import org.mhpcheck.checker.explore.Agenda.Content;
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
  private final Runnable whenAsking;
  private long open;
  private long met;
  private long broken;

  /**
   * @param properties those whose violations are of interest
   * @param whenAsking called before a section is asked about
   */
  Agendas(Transitions transitions, long properties, Runnable whenAsking) {
    this.transitions = transitions;
    this.sections = transitions.sections();
    this.open = properties;
    this.whenAsking = whenAsking;
    makeRoots();
  }

  private void makeRoots() {
    Map<Integer, Map<Integer, Map<Item, Integer>>> byStart = new TreeMap<>();
    for (SpanningCall call : transitions.calls()) {
      Item item = new Item(plans.of(call.plan()), List.copyOf(call.needs()), 0, 0, 0, List.of());
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

  /** The section that is looked at next: needs go by what was before any step. */
  private int sectionOf(Item item) {
    int section = plans.section(item.place());
    int first = section < 0 ? Integer.MAX_VALUE : section;
    for (Need need : item.needs()) {
      first = Math.min(first, need.section());
    }
    return first == Integer.MAX_VALUE ? section : first;
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
    Item left = new Item(place, List.of(), 0, 0, 0, item.before());
    int section = plans.section(place);
    if (section == Plans.NOWHERE) {
      if (place != Plans.LOST) {
        met |= transitions.metBy(agenda.operation(), plans.code(place));
      }
      return null;
    }
    return agenda(new Content(agenda.operation(), section, Map.of(left, 1)));
  }

  int stepOf(Item item) {
    return plans.step(item.place());
  }

  /** What one agenda makes of one state. */
  private final class Asking {
    private final Agenda agenda;
    private final int section;
    private final int state;

    /** By what is left (nothing where calls have returned) and the section's state then. */
    private final Map<Integer, Map<Integer, Map<Item, Integer>>> left = new TreeMap<>();

    private final Map<Integer, Integer> returned = new TreeMap<>();
    private int ends;
    private long brokenHere;

    Asking(Agenda agenda, int state) {
      this.agenda = agenda;
      this.section = agenda.section();
      this.state = state;
    }

    Moves ask() {
      whenAsking.run();
      agenda.content.items().forEach(this::follow);
      broken |= brokenHere;
      return moves();
    }

    private void follow(Item item, int times) {
      List<Need> needs = item.needs();
      if (!needs.isEmpty()) {
        List<Need> later = new ArrayList<>();
        for (Need need : needs) {
          if (need.section() != section) {
            later.add(need);
          } else if (!sections.meets(need.condition(), state)) {
            return;
          }
        }
        needs = List.copyOf(later);
      }
      step(item, needs, item.place(), state, item.broken(), item.met(), times);
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
      if (!needs.isEmpty()) {
        put(now, new Item(place, needs, brokenNow, metSoFar & ~met, spoilt, before), n);
        return;
      }
      brokenHere |= brokenNow;
      met |= metSoFar;
      if (plans.section(place) != Plans.NOWHERE) {
        put(now, new Item(place, needs, 0, 0, spoilt, before), n);
        return;
      }
      ends += n;
      if (place != Plans.LOST) {
        long premises = transitions.metBy(agenda.operation(), plans.code(place));
        met |= premises;
        brokenHere |= spoilt & premises & open;
        returned.merge(now, n, Integer::sum);
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

    private void put(int now, Item item, int n) {
      left.computeIfAbsent(sectionOf(item), s -> new TreeMap<>())
          .computeIfAbsent(now, s -> new HashMap<>())
          .merge(item, n, Integer::sum);
    }

    /** Those that go on with the same are put together. */
    private Moves moves() {
      Map<Agenda, List<int[]>> byThen = new LinkedHashMap<>();
      left.forEach(
          (next, byState) ->
              byState.forEach(
                  (now, items) -> {
                    int common = items.values().stream().reduce(0, Agendas::divisor);
                    if (common > 1) {
                      items.replaceAll((item, n) -> n / common);
                    }
                    Agenda then = agenda(new Content(agenda.operation(), next, items));
                    byThen
                        .computeIfAbsent(then, t -> new ArrayList<>())
                        .add(new int[] {now, common});
                  }));
      int size = returned.size() + byThen.values().stream().mapToInt(List::size).sum();
      int[] next = new int[size];
      Agenda[] then = new Agenda[size];
      int[] times = new int[size];
      int i = 0;
      for (Map.Entry<Integer, Integer> entry : returned.entrySet()) {
        next[i] = entry.getKey();
        times[i++] = entry.getValue();
      }
      for (Map.Entry<Agenda, List<int[]>> entry : byThen.entrySet()) {
        for (int[] move : entry.getValue()) {
          next[i] = move[0];
          then[i] = entry.getKey();
          times[i++] = move[1];
        }
      }
      return new Moves(next, then, times, ends, brokenHere);
    }
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
