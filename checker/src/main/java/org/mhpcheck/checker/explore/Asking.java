package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mhpcheck.checker.explore.Agenda.Before;
import org.mhpcheck.checker.explore.Agenda.Content;
import org.mhpcheck.checker.explore.Agenda.Entry;
import org.mhpcheck.checker.explore.Agenda.Group;
import org.mhpcheck.checker.explore.Agenda.Item;
import org.mhpcheck.checker.explore.Agenda.Moves;
import org.mhpcheck.checker.parts.Sections;

/** What one agenda makes of one state of its section. */
final class Asking {
  private final Agendas agendas;
  private final Transitions transitions;
  private final Sections sections;
  private final Plans plans;
  private final AtRest atRest;
  private final Agenda agenda;
  private final int section;
  private final int state;

  /** What goes on, and where calls have returned. */
  private final List<Left> left = new ArrayList<>();

  private final List<Move> moves = new ArrayList<>();
  private int ends;
  private long broken;
  private long met;

  /** An item that goes on with its section in some state. */
  private record Left(int section, int now, int item, int times) {}

  private record Move(int next, Agenda then, int times) {
    int order() {
      return then == null ? -1 : then.number;
    }
  }

  private static final Comparator<Left> BY_SECTION_AND_STATE =
      Comparator.comparingInt(Left::section)
          .thenComparingInt(Left::now)
          .thenComparingInt(Left::item);

  private static final Comparator<Move> BY_WHAT_IS_LEFT =
      Comparator.comparingInt(Move::order).thenComparingInt(Move::next);

  /**
   * @param state as the agenda has it, at rest or within calls
   */
  Asking(Agendas agendas, Agenda agenda, int state) {
    this.agendas = agendas;
    this.transitions = agendas.transitions();
    this.sections = transitions.sections();
    this.plans = agendas.plans();
    this.atRest = agendas.atRest();
    this.agenda = agenda;
    this.section = agenda.section();
    boolean isWithin = (agenda.within() & 1L << section) != 0;
    this.state = isWithin ? state : atRest.state(state);
  }

  Moves ask() {
    agendas.requireTime();
    for (Group group : agenda.groups()) {
      if (meets(group)) {
        for (Entry entry : group.entries()) {
          step(entry, entry.item.place(), state, entry.item.broken(), entry.item.met());
        }
      }
    }
    agendas.note(broken, met);
    return moves();
  }

  private boolean meets(Group group) {
    for (int condition : group.here()) {
      if (!sections.meets(condition, state)) {
        return false;
      }
    }
    return true;
  }

  private void step(Entry entry, int place, int now, long brokenSoFar, long metSoFar) {
    if (plans.section(place) != section) {
      leave(entry, place, now, brokenSoFar, metSoFar);
      return;
    }
    for (Sections.Outcome outcome : sections.outcomes(plans.step(place), now)) {
      step(
          entry,
          outcome.isLost() ? Plans.LOST : plans.on(place, outcome.code()),
          outcome.isLost() ? now : outcome.next(),
          brokenSoFar | outcome.broken(),
          metSoFar | outcome.met());
    }
  }

  private void leave(Entry entry, int place, int now, long brokenSoFar, long metSoFar) {
    long brokenNow = brokenSoFar & agendas.open();
    boolean isWithin = plans.comesTo(place, section);
    int next = isWithin ? now : atRest.number(now);
    boolean isMade = entry.later.isEmpty();
    if (isMade) {
      broken |= brokenNow;
      met |= metSoFar;
    }
    long within = entry.item.within() & ~(1L << section) | (isWithin ? 1L << section : 0);
    boolean returns =
        plans.section(place) == Plans.NOWHERE && agendas.leftWithin(place, within) == 0;
    boolean isTracked = isTracked(place);
    if (isMade && returns) {
      end(place, next, isTracked ? spoilt(entry.item, now) : 0, entry.times);
      return;
    }
    boolean isPlain = isMade && !isTracked;
    int item = isPlain ? entry.left(place) : Agenda.UNKNOWN;
    if (item == Agenda.UNKNOWN) {
      item =
          agendas.number(
              new Item(
                  place,
                  entry.later,
                  isMade ? 0 : brokenNow,
                  isMade ? 0 : metSoFar & ~agendas.met(),
                  isTracked ? isWithin ? entry.item.spoilt() : spoilt(entry.item, now) : 0,
                  isTracked ? before(entry.item, isWithin) : List.of(),
                  within));
      if (isPlain) {
        entry.keep(place, item);
      }
    }
    left.add(new Left(agendas.sectionOf(item), next, item, entry.times));
  }

  private void end(int place, int next, long spoilt, int times) {
    ends += times;
    if (place != Plans.LOST) {
      long premises = transitions.metBy(agenda.operation(), plans.code(place));
      met |= premises;
      broken |= spoilt & premises & agendas.open();
      moves.add(new Move(next, null, times));
    }
  }

  /** Whether any way from here breaks a property of calls that is of interest, if one is spoilt. */
  private boolean isTracked(int place) {
    long asked = transitions.ofCalls() & agendas.open();
    if (asked == 0) {
      return false;
    }
    long premises = 0;
    for (long rest = plans.codes(place); rest != 0; rest &= rest - 1) {
      premises |= transitions.metBy(agenda.operation(), Long.numberOfTrailingZeros(rest));
    }
    return (premises & asked) != 0;
  }

  /** The properties of calls that are spoilt when this section stays as it is now. */
  private long spoilt(Item item, int now) {
    int was = wasBefore(item);
    return now == was
        ? item.spoilt()
        : item.spoilt() | transitions.spoiltBy(was, now) & agendas.open();
  }

  private int wasBefore(Item item) {
    for (Before known : item.before()) {
      if (known.section() == section) {
        return known.state();
      }
    }
    return state;
  }

  private List<Before> before(Item item, boolean isWithin) {
    List<Before> others =
        new ArrayList<>(item.before().stream().filter(b -> b.section() != section).toList());
    if (isWithin) {
      others.add(new Before(section, wasBefore(item)));
    }
    return List.copyOf(others);
  }

  /** Those that go on with the same are put together, and come one after the other. */
  private Moves moves() {
    left.sort(BY_SECTION_AND_STATE);
    for (int i = 0; i < left.size(); ) {
      int end = i;
      while (end < left.size() && isAlike(left.get(i), left.get(end))) {
        end++;
      }
      moves.add(goingOn(left.subList(i, end)));
      i = end;
    }
    moves.sort(BY_WHAT_IS_LEFT);
    int[] next = new int[moves.size()];
    Agenda[] then = new Agenda[moves.size()];
    int[] times = new int[moves.size()];
    int size = 0;
    for (Move move : moves) {
      if (size > 0 && then[size - 1] == move.then() && next[size - 1] == move.next()) {
        times[size - 1] += move.times();
      } else {
        next[size] = move.next();
        then[size] = move.then();
        times[size++] = move.times();
      }
    }
    return new Moves(
        Arrays.copyOf(next, size),
        Arrays.copyOf(then, size),
        Arrays.copyOf(times, size),
        ends,
        broken);
  }

  private static boolean isAlike(Left a, Left b) {
    return a.section() == b.section() && a.now() == b.now();
  }

  /** One move for all of {@code alike}; what they all count in common, the move counts. */
  private Move goingOn(List<Left> alike) {
    int[] items = new int[2 * alike.size()];
    int size = 0;
    for (Left each : alike) {
      if (size > 0 && items[size - 2] == each.item()) {
        items[size - 1] += each.times();
      } else {
        items[size++] = each.item();
        items[size++] = each.times();
      }
    }
    int common = 0;
    for (int i = 1; i < size; i += 2) {
      common = divisor(items[i], common);
    }
    for (int i = 1; i < size; i += 2) {
      items[i] /= common;
    }
    Content content =
        new Content(agenda.operation(), alike.get(0).section(), Arrays.copyOf(items, size));
    return new Move(alike.get(0).now(), agendas.agenda(content), common);
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
