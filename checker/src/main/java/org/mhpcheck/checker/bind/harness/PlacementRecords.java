package org.mhpcheck.checker.bind.harness;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.mhpcheck.model.bootmem.Allocation;
import org.mhpcheck.model.bootmem.BootmemInfo;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.bootmem.Placement;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.bootmem.Told;

/**
 * A question about where boot puts usages, and its answer, as {@code placements.c} has them: words
 * of 64 bits.
 */
public final class PlacementRecords {
  private static final int HEAD = 6;
  private static final int SECTION = 3;
  private static final int ANSWER = 2;
  private static final int WORDS_OF_EACH = 4;
  private static final long NOWHERE = -1;
  private static final long OTHER = 1;
  private static final long DIED = 2;

  private PlacementRecords() {}

  static int replyWords(int sections) {
    return usagesAt(sections) + sections + Shape.MOST_PAGES;
  }

  private static int toldAt(int sections) {
    return ANSWER + 1 + 2 * WORDS_OF_EACH * sections;
  }

  private static int usagesAt(int sections) {
    return toldAt(sections) + 1 + WORDS_OF_EACH * sections;
  }

  /** The question: the machine, and what its allocator answered. */
  public static long[] request(Placed placed) {
    Placement placement = placed.placement();
    Shape shape = placement.shape();
    long[] words = new long[HEAD + SECTION * shape.sections()];
    words[0] = shape.first();
    words[1] = shape.pages();
    words[2] = shape.pageSize();
    words[3] = placement.pgdats().get(0);
    words[4] = placement.pgdats().get(1);
    words[5] = placed.allocations().size();
    for (int i = 0; i < shape.sections(); i++) {
      words[HEAD + SECTION * i] = placement.nodes().get(i);
    }
    for (int i = 0; i < placed.allocations().size(); i++) {
      words[HEAD + SECTION * (i / 2) + 1 + i % 2] = word(placed.allocations().get(i).address());
    }
    return words;
  }

  /** The answer that {@code placed} would be. */
  public static long[] reply(Placed placed) {
    Shape shape = placed.placement().shape();
    int sections = shape.sections();
    long[] words = new long[replyWords(sections)];
    BootmemInfo info = new BootmemInfo(placed);
    List<Allocation> allocations = placed.allocations();
    words[ANSWER] = allocations.size();
    for (int i = 0; i < allocations.size(); i++) {
      Allocation asked = allocations.get(i);
      put(words, ANSWER + 1, i, asked.size(), asked.goal(), asked.limit(), asked.nid());
    }
    int toldAt = toldAt(sections);
    words[toldAt] = placed.told().size();
    for (int i = 0; i < placed.told().size(); i++) {
      Told told = placed.told().get(i);
      // The pgdat's section is in one of the two messages only.
      int pgdat = told.circular() ? told.pgdatSection() : 0;
      put(words, toldAt + 1, i, told.circular() ? 1 : 0, told.usageSection(), pgdat, told.node());
    }
    int usagesAt = usagesAt(sections);
    Arrays.fill(words, usagesAt, usagesAt + sections, NOWHERE);
    for (Placed.Usage usage : placed.usages()) {
      int section = usage.section() - shape.first();
      words[usagesAt + section] = usage.start();
      words[1] |= info.isMemmapCounted(usage) ? 1L << section : 0;
    }
    int firstPage = shape.first() * shape.pages();
    for (int page = 0; page < Shape.MOST_PAGES; page++) {
      words[usagesAt + sections + page] = info.timesCounted(firstPage + page);
    }
    return words;
  }

  private static void put(long[] words, int at, int i, int... of) {
    for (int j = 0; j < WORDS_OF_EACH; j++) {
      words[at + WORDS_OF_EACH * i + j] = of[j];
    }
  }

  private static long word(OptionalInt address) {
    return address.isPresent() ? address.getAsInt() : NOWHERE;
  }

  /** An answer in words. */
  public static String text(long[] reply, int sections) {
    int toldAt = toldAt(sections);
    int usagesAt = usagesAt(sections);
    int countsAt = usagesAt + sections;
    return "%sallocations (size, goal, limit, node)%s; told (circular, usage, pgdat, node)%s; "
            .formatted(
                events(reply[0]), each(reply, ANSWER, 2 * sections), each(reply, toldAt, sections))
        + "usages at%s; memmaps counted %s, pages counted%s"
            .formatted(
                words(reply, usagesAt, countsAt),
                Long.toBinaryString(reply[1]),
                words(reply, countsAt, reply.length));
  }

  private static String events(long events) {
    return ((events & DIED) != 0 ? "died; " : "")
        + ((events & OTHER) != 0 ? "something else; " : "");
  }

  /** Of more than there is room for, how many it says there are. */
  private static String each(long[] reply, int countAt, int most) {
    if (reply[countAt] < 0 || reply[countAt] > most) {
      return " said to be " + reply[countAt];
    }
    return IntStream.range(0, (int) reply[countAt])
        .map(i -> countAt + 1 + WORDS_OF_EACH * i)
        .mapToObj(at -> " (" + words(reply, at, at + WORDS_OF_EACH).strip() + ")")
        .collect(Collectors.joining());
  }

  private static String words(long[] reply, int from, int to) {
    return LongStream.of(Arrays.copyOfRange(reply, from, to))
        .mapToObj(w -> w == NOWHERE ? " -" : " " + w)
        .collect(Collectors.joining());
  }

  /** A question as the program's text mode reads it. */
  public static String line(long[] request) {
    return LongStream.of(request).mapToObj(Long::toUnsignedString).collect(Collectors.joining(" "));
  }
}
