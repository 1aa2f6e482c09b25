package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * The reference model that other model checkers have counted, told call by call and section by
 * section: what its whole states are, it does not know. It shares nothing with the modelled kernel,
 * so what is checked with it is the engine alone; and next to nothing of an engine's time is its.
 *
 * <p>A section is a word: bitmaps MAP, POPULATED, RAM, DEVICE and START (where device ranges
 * begin), then BOOT, the flags and the usage. BOOT is a bitmap too, but only ever one of three.
 */
public final class ReferenceSections implements Calls, BootedSections {
  /** The most subsections of a section that a word has room for. */
  public static final int MOST_SUBSECTIONS = 11;

  private static final int OK = 0;
  private static final int FAILED = 1;

  private enum Ask {
    FREE,
    BEGINS,
    GOES_ON,
    ENDED,
    UNMAPPED,
    ONLINE,
    OFFLINE,
    MAPPED_AS_RAM;

    private static final Ask[] ALL = values();
  }

  private enum Do {
    ACTIVATE,
    DEACTIVATE,
    DEACTIVATE_ALL,
    CLAIM,
    CLAIM_ON,
    RELEASE,
    CLAIM_RAM,
    RELEASE_RAM,
    GO_ONLINE,
    GO_OFFLINE;

    private static final Do[] ALL = values();
  }

  private record Came(int next, int code) implements Outcome {
    @Override
    public boolean isLost() {
      return false;
    }

    @Override
    public long broken() {
      return 0;
    }

    @Override
    public long met() {
      return 0;
    }
  }

  /** What is left out of the calls, if anything. */
  enum Fault {
    NONE,
    /** Calls over more than one section. */
    LONG_CALLS,
    /** That a range has to end where it is removed up to. */
    ENDS
  }

  private final int subsections;
  private final long all;
  private final Fault fault;
  private final WordNumbers words = new WordNumbers();

  // Where the bitmaps are; MAP is the lowest.
  private final int populatedAt;
  private final int ramAt;
  private final int deviceAt;
  private final int startAt;

  private final long bootLowerHalf;
  private final long bootAll;
  private final long present;
  private final long online;
  private final long early;
  private final long usageOfBoot;
  private final long usageOfSlab;

  /**
   * @param subsections of each section, 2 to {@link #MOST_SUBSECTIONS}
   */
  public ReferenceSections(int subsections) {
    this(subsections, Fault.NONE);
  }

  ReferenceSections(int subsections, Fault fault) {
    if (subsections < 2 || subsections > MOST_SUBSECTIONS) {
      throw new IllegalArgumentException(
          "%d subsections (expected 2 to %d)".formatted(subsections, MOST_SUBSECTIONS));
    }
    this.subsections = subsections;
    this.all = (1L << subsections) - 1;
    this.fault = fault;
    populatedAt = subsections;
    ramAt = 2 * subsections;
    deviceAt = 3 * subsections;
    startAt = 4 * subsections;
    long bit = 1L << 5 * subsections;
    bootLowerHalf = bit;
    bootAll = bit << 1;
    // SECTION_MARKED_PRESENT and SECTION_HAS_MEM_MAP: set and cleared together here.
    present = bit << 2 | bit << 3;
    online = bit << 4;
    early = bit << 5;
    usageOfBoot = bit << 6;
    usageOfSlab = bit << 7;
  }

  @Override
  public int unit() {
    return 1;
  }

  @Override
  public List<SpanningCall> over(int sections) {
    List<SpanningCall> calls = new ArrayList<>();
    for (int from = 0; from < sections * subsections; from++) {
      for (int to = from + 1; to <= sections * subsections; to++) {
        if (fault != Fault.LONG_CALLS || (to - 1) / subsections == from / subsections) {
          calls.add(addDevice(from, to));
          calls.add(removeDevice(from, to, fault != Fault.ENDS && to < sections * subsections));
        }
      }
    }
    for (int section = 0; section < sections; section++) {
      calls.add(
          ram(
              section,
              List.of(Ask.UNMAPPED),
              onlyIf(
                  section, Do.ACTIVATE, (int) all, then(section, Do.CLAIM_RAM, 0, Node.RETURN))));
      calls.add(ram(section, List.of(Ask.ONLINE), then(section, Do.GO_OFFLINE, 0, Node.RETURN)));
      calls.add(ram(section, List.of(Ask.OFFLINE), then(section, Do.GO_ONLINE, 0, Node.RETURN)));
      calls.add(
          ram(
              section,
              List.of(Ask.OFFLINE, Ask.MAPPED_AS_RAM),
              then(section, Do.DEACTIVATE_ALL, 0, then(section, Do.RELEASE_RAM, 0, Node.RETURN))));
    }
    return calls;
  }

  private SpanningCall addDevice(int from, int to) {
    List<Need> needs = new ArrayList<>();
    Node plan = Node.RETURN;
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      Do claim = section == from / subsections ? Do.CLAIM : Do.CLAIM_ON;
      plan = then(section, claim, chunk(section, from, to), plan);
    }
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      int mask = chunk(section, from, to);
      needs.add(need(section, Ask.FREE, mask));
      plan = onlyIf(section, Do.ACTIVATE, mask, plan);
    }
    return new SpanningCall(needs, plan);
  }

  private SpanningCall removeDevice(int from, int to, boolean goesOn) {
    List<Need> needs = new ArrayList<>();
    Node plan = Node.RETURN;
    for (int section = (to - 1) / subsections; section >= from / subsections; section--) {
      int mask = chunk(section, from, to);
      needs.add(need(section, section == from / subsections ? Ask.BEGINS : Ask.GOES_ON, mask));
      plan = then(section, Do.DEACTIVATE, mask, then(section, Do.RELEASE, mask, plan));
    }
    if (goesOn) {
      needs.add(need(to / subsections, Ask.ENDED, 1 << to % subsections));
    }
    return new SpanningCall(needs, plan);
  }

  private SpanningCall ram(int section, List<Ask> asked, Node plan) {
    return new SpanningCall(asked.stream().map(ask -> need(section, ask, 0)).toList(), plan);
  }

  private Need need(int section, Ask ask, int mask) {
    return new Need(section, ask.ordinal() << subsections | mask);
  }

  private Node then(int section, Do what, int mask, Node next) {
    return new Node(section, what.ordinal() << subsections | mask, new Node[] {next});
  }

  private Node onlyIf(int section, Do what, int mask, Node next) {
    return new Node(section, what.ordinal() << subsections | mask, new Node[] {next, Node.RETURN});
  }

  /** The bits of {@code from} up to {@code to} that lie in {@code section}. */
  private int chunk(int section, int from, int to) {
    int first = Math.max(0, from - section * subsections);
    int end = Math.min(subsections, to - section * subsections);
    return (1 << end) - 1 & -(1 << first);
  }

  @Override
  public void initial(IntConsumer states) {
    states.accept(words.of(0));
    states.accept(words.of(booted(all, bootAll)));
    states.accept(words.of(booted((1L << subsections / 2) - 1, bootLowerHalf)));
  }

  private long booted(long ram, long boot) {
    return ram | all << populatedAt | ram << ramAt | boot | present | online | early | usageOfBoot;
  }

  private long ram(long word) {
    return word >>> ramAt & all;
  }

  @Override
  public boolean meets(int condition, int state) {
    long word = words.word(state);
    long mask = condition & all;
    long starts = word >>> startAt & mask;
    boolean owned = (word >>> deviceAt & mask) == mask;
    return switch (Ask.ALL[condition >>> subsections]) {
      case FREE -> ((word >>> ramAt | word >>> deviceAt) & mask) == 0;
      case BEGINS -> owned && starts == Long.lowestOneBit(mask);
      case GOES_ON -> owned && starts == 0;
      case ENDED -> !owned || starts != 0;
      case UNMAPPED -> (word & all) == 0;
      case ONLINE -> ram(word) != 0 && (word & online) != 0;
      case OFFLINE -> ram(word) != 0 && (word & online) == 0;
      case MAPPED_AS_RAM -> (word & all) == ram(word);
    };
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    long word = words.word(state);
    long mask = step & all;
    return switch (Do.ALL[step >>> subsections]) {
      case ACTIVATE -> activate(state, word, mask);
      case DEACTIVATE -> only(deactivated(word, mask));
      case DEACTIVATE_ALL -> only(deactivated(word, word & all));
      case CLAIM -> only(word | mask << deviceAt | Long.lowestOneBit(mask) << startAt);
      case CLAIM_ON -> only(word | mask << deviceAt);
      case RELEASE -> only(word & ~(mask << deviceAt | mask << startAt));
      case CLAIM_RAM -> only(word | all << ramAt);
      case RELEASE_RAM -> only(word & ~(all << ramAt));
      case GO_ONLINE -> only(word | online);
      case GO_OFFLINE -> only(word & ~online);
    };
  }

  private Outcome[] only(long next) {
    return new Outcome[] {new Came(words.of(next), OK)};
  }

  /** A failure leaves the section as it was, but what failed are outcomes of their own. */
  private Outcome[] activate(int state, long word, long mask) {
    boolean isMapped = (word & mask) != 0;
    int failures = (word & (usageOfBoot | usageOfSlab)) == 0 ? 1 : 0;
    failures += isMapped || needsMemmap(word, mask) ? 1 : 0;
    Outcome[] outcomes = new Outcome[failures + (isMapped ? 0 : 1)];
    Arrays.fill(outcomes, new Came(state, FAILED));
    if (!isMapped) {
      outcomes[0] = new Came(words.of(activated(word, mask)), OK);
    }
    return outcomes;
  }

  private boolean needsMemmap(long word, long mask) {
    return mask == all || (word & early) == 0;
  }

  private long activated(long word, long mask) {
    long usage = (word & usageOfBoot) == 0 ? usageOfSlab : 0;
    long populated = needsMemmap(word, mask) ? mask << populatedAt : 0;
    return word | mask | populated | present | usage;
  }

  private long deactivated(long word, long mask) {
    long left = word & ~mask;
    if ((word & early) == 0) {
      left &= ~(mask << populatedAt);
    }
    if ((left & all) != 0) {
      return left;
    }
    if ((word & early) != 0) {
      left &= ~(all << populatedAt | bootLowerHalf | bootAll);
    }
    return left & ~(present | online | early | usageOfSlab);
  }

  @Override
  public long brokenBy(int state) {
    return 0;
  }

  @Override
  public long metBy(int state) {
    return 0;
  }
}
