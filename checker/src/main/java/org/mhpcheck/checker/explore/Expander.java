package org.mhpcheck.checker.explore;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.mhpcheck.checker.explore.Agenda.Branch;
import org.mhpcheck.checker.explore.Agenda.Entry;
import org.mhpcheck.checker.explore.Agenda.Group;
import org.mhpcheck.checker.explore.Agenda.Item;
import org.mhpcheck.checker.explore.Agenda.Moves;
import org.mhpcheck.checker.explore.Transitions.Whole;
import org.mhpcheck.checker.explore.Transitions.Whole.Came;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * Follows all transitions out of a row: states that differ in their last section only. What calls
 * make of the other sections is the same for the whole row, so 64 states go on at once, as bits;
 * and what the last section's states become is looked up by agenda.
 *
 * <p>Self-loops are counted and not followed. One thread's own.
 */
final class Expander {
  private final Agendas agendas;
  private final Prefixes prefixes;
  private final Transitions transitions;
  private final AtRest atRest;
  private final Optional<Whole> whole;
  private final boolean asks;
  private final Sink sink;
  private final Image original = new Image();
  private final Deque<Image> free = new ArrayDeque<>();
  private final long[] here;
  private final long[] fired;
  private long origin;
  private boolean isMissing;
  private long interest;
  private boolean isBroken;

  /**
   * @param asks whether to ask for what is not known yet, rather than leave off
   */
  Expander(Agendas agendas, Prefixes prefixes, Transitions transitions, boolean asks, Sink sink) {
    this.agendas = agendas;
    this.prefixes = prefixes;
    this.transitions = transitions;
    this.atRest = agendas.atRest();
    this.whole = transitions.whole();
    this.asks = asks;
    this.sink = sink;
    int operations = transitions.calls().stream().mapToInt(c -> c.operation() + 1).max().orElse(0);
    this.here = new long[operations];
    this.fired = new long[operations];
  }

  /** States of the last section, and how many transitions each stands for. */
  private static final class Image {
    final Bitmap states = new Bitmap();

    /** By state, where it is weighted; else each counts once. */
    int[] weights = new int[0];

    boolean isWeighted;

    int weight(int state) {
      return isWeighted ? weights[state] : 1;
    }

    void weigh() {
      isWeighted = true;
      if (weights.length < 64 * states.to) {
        weights = new int[64 * states.words.length];
      }
    }

    void clear() {
      if (isWeighted) {
        Arrays.fill(weights, 64 * states.from, 64 * states.to, 0);
        isWeighted = false;
      }
      states.clear();
    }
  }

  /**
   * Tells the sink of all states that transitions lead to.
   *
   * @param row the states of the last section
   * @return false if something is not known yet: what the sink was told is true then, and not all
   */
  boolean expand(long prefix, Bitmap row) {
    origin = prefix;
    isMissing = false;
    isBroken = false;
    Arrays.fill(here, 0);
    if (whole.isPresent() && agendas.asksAboutCalls()) {
      expandOneByOne(prefix, row);
      return true;
    }
    original.states.clear();
    original.states.addAll(row);
    for (Agenda root : agendas.roots()) {
      follow(root, prefix, original, 1, true);
      if (isMissing) {
        return false;
      }
    }
    for (int i = 0; i < here.length; i++) {
      fired[i] += here[i];
    }
    return true;
  }

  /**
   * Steps of all sections together may spoil any: then what all were in before a call would have to
   * be kept throughout.
   */
  private void expandOneByOne(long prefix, Bitmap row) {
    Bitmap one = new Bitmap();
    for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
      StateWalk.of(
          transitions,
          atRest.states(prefixes.state(prefix, s)),
          (call, taken, next, broken, met) -> {
            agendas.note(broken, met);
            isBroken |= (broken & interest) != 0;
            fired[transitions.calls().get(call).operation()]++;
            if (next != null) {
              int[] numbers = atRest.numbers(next);
              one.clear();
              one.set(numbers[prefixes.last()]);
              sink.to(prefixes.of(numbers), one);
            }
          });
    }
  }

  /** Whether a transition out of one of {@code row} breaks one of {@code properties}. */
  boolean breaks(long properties, long prefix, Bitmap row) {
    interest = properties;
    expand(prefix, row);
    interest = 0;
    return isBroken;
  }

  /** By kind of call, how many transitions there were out of what was expanded. */
  long[] fired() {
    return fired;
  }

  /**
   * @param factor how many transitions come here with each state of the image
   * @param isOriginal whether the image is the row that all began with
   */
  private void follow(Agenda agenda, long prefix, Image image, long factor, boolean isOriginal) {
    if (agenda.section() == Node.ALL) {
      followWhole(agenda, prefix, image, factor);
    } else if (agenda.section() == prefixes.last()) {
      followLast(agenda, prefix, image, factor, isOriginal);
    } else {
      followPrefix(agenda, prefix, image, factor, isOriginal);
    }
  }

  private void followPrefix(
      Agenda agenda, long prefix, Image image, long factor, boolean isOriginal) {
    int section = agenda.section();
    int state = prefixes.of(prefix, section);
    Moves moves = asks ? agendas.moves(agenda, state) : agenda.moves(state);
    if (moves == null) {
      isMissing = true;
      return;
    }
    isBroken |= (moves.broken() & interest) != 0;
    here[agenda.operation()] += factor * moves.ends() * weight(image);
    for (int i = 0; i < moves.next().length && !isMissing; i++) {
      long next = prefixes.with(prefix, section, moves.next()[i]);
      Agenda then = moves.then()[i];
      if (then != null) {
        follow(then, next, image, factor * moves.times()[i], isOriginal);
      } else if (next != origin || !isOriginal) {
        sink.to(next, image.states);
      }
    }
  }

  private static long weight(Image image) {
    if (!image.isWeighted) {
      return image.states.size();
    }
    long weight = 0;
    for (int s = image.states.next(0); s >= 0; s = image.states.next(s + 1)) {
      weight += image.weights[s];
    }
    return weight;
  }

  private void followLast(
      Agenda agenda, long prefix, Image image, long factor, boolean isOriginal) {
    if (!agenda.known.containsAll(image.states)) {
      if (!asks) {
        isMissing = true;
        return;
      }
      agendas.learn(agenda, image.states);
    }
    if (interest != 0 && !agenda.broken.isEmpty()) {
      agenda.broken.forEach(
          (state, broken) -> isBroken |= (broken & interest) != 0 && image.states.get(state));
    }
    here[agenda.operation()] += factor * ends(agenda, image);
    for (int i = 0; i < agenda.branches.size() && !isMissing; i++) {
      Branch branch = agenda.branches.get(i);
      Image next = free.isEmpty() ? new Image() : free.pop();
      if (branch.then == null) {
        if (!isOriginal || prefix != origin) {
          next.states.addBoth(image.states, branch.staying);
        }
        leave(branch, image.states, next.states);
        if (!next.states.isEmpty()) {
          sink.to(prefix, next.states);
        }
      } else {
        weigh(branch, image, next);
        if (!next.states.isEmpty()) {
          follow(branch.then, prefix, next, factor, false);
        }
      }
      next.clear();
      free.push(next);
    }
  }

  private static long ends(Agenda agenda, Image image) {
    int[] ends = agenda.ends;
    Bitmap states = image.states;
    long all = 0;
    for (int i = states.from; i < states.to; i++) {
      for (long rest = states.words[i]; rest != 0; rest &= rest - 1) {
        int state = (i << 6) + Long.numberOfTrailingZeros(rest);
        all += (long) image.weight(state) * ends[state];
      }
    }
    return all;
  }

  /** Adds where {@code states} go, and tells how many times each goes to one of them. */
  private static long leave(Branch branch, Bitmap states, Bitmap next) {
    next.makeRoom(branch.wordsOfTo);
    long[] words = next.words;
    Bitmap leaving = branch.leaving;
    long times = 0;
    int least = Integer.MAX_VALUE;
    int most = -1;
    int end = Math.min(states.to, leaving.to);
    for (int i = Math.max(states.from, leaving.from); i < end; i++) {
      for (long rest = states.words[i] & leaving.words[i]; rest != 0; rest &= rest - 1) {
        int[] to = branch.to[(i << 6) + Long.numberOfTrailingZeros(rest)];
        for (int state : to) {
          words[state >>> 6] |= 1L << state;
        }
        least = Math.min(least, to[0]);
        most = Math.max(most, to[to.length - 1]);
        times += to.length;
      }
    }
    if (most >= 0) {
      next.reserve(least >>> 6, (most >>> 6) + 1);
    }
    return times;
  }

  /**
   * As where calls return, but what each state stands for is kept with it; unless that is one
   * transition each, as nearly always.
   */
  private static void weigh(Branch branch, Image image, Image next) {
    Bitmap states = image.states;
    next.states.addBoth(states, branch.staying);
    long times = next.states.size() + leave(branch, states, next.states);
    if (!image.isWeighted && branch.once && times == next.states.size()) {
      return;
    }
    next.weigh();
    int[] weights = next.weights;
    for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
      int weight = image.weight(s);
      if (branch.staying.get(s)) {
        int stays = s < branch.stays.length && branch.stays[s] != 0 ? branch.stays[s] : 1;
        weights[s] += weight * stays;
      }
      if (branch.leaving.get(s)) {
        int[] to = branch.to[s];
        int[] often = branch.times[s];
        for (int i = 0; i < to.length; i++) {
          weights[to[i]] += weight * (often == null ? 1 : often[i]);
        }
      }
    }
  }

  /** Each state by itself: such a step may change any section. */
  private void followWhole(Agenda agenda, long prefix, Image image, long factor) {
    for (int s = image.states.next(0); s >= 0; s = image.states.next(s + 1)) {
      int[] state = prefixes.state(prefix, s);
      long weight = factor * image.weight(s);
      for (Group group : agenda.groups()) {
        for (Entry entry : group.entries()) {
          followWhole(agenda, entry.item, state, weight * entry.times);
        }
      }
    }
  }

  private void followWhole(Agenda agenda, Item item, int[] state, long weight) {
    Came came = whole.orElseThrow().step(agendas.stepOf(item), agendas.states(item, state));
    isBroken |= (came.broken() & interest) != 0;
    Agenda then = agendas.after(agenda, item, came);
    if (came.isLost()) {
      here[agenda.operation()] += weight;
      return;
    }
    int[] numbers = agendas.numbers(then, came.next());
    Image one = new Image();
    one.states.set(numbers[prefixes.last()]);
    long next = prefixes.of(numbers);
    if (then == null) {
      here[agenda.operation()] += weight;
      sink.to(next, one.states);
    } else {
      follow(then, next, one, weight, false);
    }
  }
}
