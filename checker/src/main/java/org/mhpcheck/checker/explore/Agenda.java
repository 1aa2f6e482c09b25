package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.mhpcheck.checker.parts.SpanningCall.Need;

/**
 * What is left to do of some calls of one kind, all of which look at the same section next: their
 * further course depends on that section alone until they come to another.
 *
 * <p>What it makes of a section in some state is worked out once; that is what exploration runs on.
 * Of the last section it is kept the other way round, see {@link Branch}.
 */
final class Agenda {
  /**
   * What is left of one call.
   *
   * @param place in its plan
   * @param needs what still has to hold, for the call to have been made at all
   * @param broken properties broken so far; not told of until all needs are met
   * @param met premises met so far; the same
   * @param spoilt properties of calls that are broken if the call meets their premise
   * @param before the states that sections were in before the call, of those it may come back to
   * @param within the sections that it has changed and may come back to, as bits: those are in
   *     states within calls, all others in states at rest
   */
  record Item(
      int place,
      List<Need> needs,
      long broken,
      long met,
      long spoilt,
      List<Before> before,
      long within) {
    // As for Need.
    @Override
    public int hashCode() {
      int hash = 31 * place + needs.hashCode();
      hash = 31 * hash + Long.hashCode(broken ^ Long.rotateLeft(met, 21) ^ within);
      return 31 * (31 * hash + Long.hashCode(spoilt)) + before.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Item i
          && i.place == place
          && i.broken == broken
          && i.met == met
          && i.spoilt == spoilt
          && i.within == within
          && i.needs.equals(needs)
          && i.before.equals(before);
    }
  }

  /** The state a section was in before. */
  record Before(int section, int state) {}

  /** Items by number, each with how often it counts; two with the same content are one agenda. */
  static final class Content {
    private final int operation;
    private final int section;
    private final int[] items;

    /**
     * @param items ascending, each followed by how often it counts
     */
    Content(int operation, int section, int[] items) {
      this.operation = operation;
      this.section = section;
      this.items = items;
    }

    int[] items() {
      return items;
    }

    @Override
    public int hashCode() {
      int hash = 31 * operation + section;
      for (int each : items) {
        hash = (hash ^ each) * 0x9E3779B1;
        hash ^= hash >>> 15; // small numbers: spread, or most come to the same
      }
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Content c
          && c.operation == operation
          && c.section == section
          && Arrays.equals(c.items, items);
    }
  }

  /**
   * What becomes of the section in some state: new states, and what is left to do then.
   *
   * @param then {@code null} where calls have returned
   * @param times how many transitions go that way
   * @param ends how many transitions end here: returned, or lost
   * @param broken the properties that any of them breaks
   */
  record Moves(int[] next, Agenda[] then, int[] times, int ends, long broken) {}

  /** All states of the last section that go on with {@code then}, and where they go. */
  static final class Branch {
    final Agenda then;

    /** By state; other states only. */
    int[][] to = new int[64][];

    /** How many words all those have room in. */
    int wordsOfTo;

    /** By state; {@code null} where each counts once. */
    int[][] times = new int[64][];

    /** The states that have an entry there. */
    final Bitmap leaving = new Bitmap();

    /** The states that stay what they are. */
    final Bitmap staying = new Bitmap();

    /** Whether each counts once, wherever it goes. */
    boolean once = true;

    /** By state, how many transitions stay; 0 stands for 1. */
    int[] stays = new int[0];

    Branch(Agenda then) {
      this.then = then;
    }
  }

  /**
   * Items that need the same of this agenda's section.
   *
   * @param here conditions
   */
  record Group(int[] here, List<Entry> entries) {}

  /** An item, with what it needs of later sections, and what it comes to there. */
  static final class Entry {
    final Item item;
    final int times;
    final List<Need> later;

    /** Places, each followed by the number of the item that is left when it comes there. */
    private int[] left = new int[4];

    private int size;

    Entry(Item item, int times, List<Need> later) {
      this.item = item;
      this.times = times;
      this.later = later;
    }

    /** The number of what is left at {@code place}, if that depends on nothing else. */
    int left(int place) {
      for (int i = 0; i < size; i += 2) {
        if (left[i] == place) {
          return left[i + 1];
        }
      }
      return UNKNOWN;
    }

    void keep(int place, int item) {
      if (size == left.length) {
        left = Arrays.copyOf(left, 2 * size);
      }
      left[size++] = place;
      left[size++] = item;
    }
  }

  static final int UNKNOWN = -1;

  /** In the order in which agendas were made. */
  final int number;

  private final int operation;
  private final int section;
  private final List<Group> groups = new ArrayList<>();
  private final long within;

  /** By state of the section; {@code null} where nobody has asked. */
  private Moves[] moves = new Moves[16];

  final Bitmap known = new Bitmap();
  final List<Branch> branches = new ArrayList<>();

  /** By state, {@link Moves#ends}. */
  int[] ends = new int[64];

  final Map<Integer, Long> broken = new HashMap<>();
  private final Map<Agenda, Branch> byThen = new HashMap<>();

  /**
   * @param items by number
   */
  Agenda(int number, Content content, IntFunction<Item> items) {
    this.number = number;
    this.operation = content.operation;
    this.section = content.section;
    this.within = items.apply(content.items[0]).within();
    Map<List<Need>, List<Entry>> byNeeds = new LinkedHashMap<>();
    for (int i = 0; i < content.items.length; i += 2) {
      Item item = items.apply(content.items[i]);
      byNeeds
          .computeIfAbsent(needs(item, /* here= */ true), n -> new ArrayList<>())
          .add(new Entry(item, content.items[i + 1], needs(item, /* here= */ false)));
    }
    byNeeds.forEach(
        (needs, entries) ->
            groups.add(new Group(needs.stream().mapToInt(Need::condition).toArray(), entries)));
  }

  private List<Need> needs(Item item, boolean here) {
    return item.needs().stream().filter(n -> (n.section() == section) == here).toList();
  }

  List<Group> groups() {
    return groups;
  }

  int section() {
    return section;
  }

  /** The sections that are in states within calls, rather than at rest: the same for all items. */
  long within() {
    return within;
  }

  int operation() {
    return operation;
  }

  /** {@code null} if not known yet. */
  Moves moves(int state) {
    Moves[] all = moves;
    return state < all.length ? all[state] : null;
  }

  void keep(int state, Moves made) {
    if (state >= moves.length) {
      moves = Arrays.copyOf(moves, Math.max(state + 1, 2 * moves.length));
    }
    moves[state] = made;
  }

  /** The same of the last section. */
  void keepByBranch(int state, Moves made) {
    known.set(state);
    if (state >= ends.length) {
      ends = Arrays.copyOf(ends, Math.max(state + 1, 2 * ends.length));
    }
    ends[state] = made.ends();
    if (made.broken() != 0) {
      broken.put(state, made.broken());
    }
    for (int i = 0; i < made.next().length; ) {
      Agenda then = made.then()[i];
      int end = i;
      while (end < made.next().length && made.then()[end] == then) {
        end++;
      }
      keepBranch(branch(then), state, made, i, end);
      i = end;
    }
  }

  private Branch branch(Agenda then) {
    Branch known = byThen.get(then);
    if (known == null) {
      known = new Branch(then);
      byThen.put(then, known);
      branches.add(known);
    }
    return known;
  }

  private static void keepBranch(Branch branch, int state, Moves made, int from, int end) {
    int[] to = new int[end - from];
    int[] times = new int[end - from];
    int size = 0;
    boolean once = true;
    for (int i = from; i < end; i++) {
      branch.once &= made.times()[i] == 1;
      if (made.next()[i] == state) {
        branch.staying.set(state);
        if (made.times()[i] != 1) {
          if (state >= branch.stays.length) {
            branch.stays = Arrays.copyOf(branch.stays, Math.max(state + 64, 2 * state));
          }
          branch.stays[state] = made.times()[i];
        }
      } else {
        to[size] = made.next()[i];
        times[size++] = made.times()[i];
        once &= made.times()[i] == 1;
      }
    }
    if (size > 0) {
      if (state >= branch.to.length) {
        branch.to = Arrays.copyOf(branch.to, Math.max(state + 1, 2 * branch.to.length));
        branch.times = Arrays.copyOf(branch.times, branch.to.length);
      }
      branch.to[state] = Arrays.copyOf(to, size);
      branch.wordsOfTo = Math.max(branch.wordsOfTo, (to[size - 1] >>> 6) + 1);
      branch.times[state] = once ? null : Arrays.copyOf(times, size);
      branch.leaving.set(state);
    }
  }
}
