package org.mhpcheck.checker.bind.harness;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Zone;

/**
 * A question about zones and spans, and its answer, as {@code spans.c} has them: words of 64 bits.
 */
public final class SpanRecords {
  private static final int HEAD = 11;
  private static final int SECTION = 5;
  private static final int SPANS = 6;
  private static final int ANSWER = 1 + SPANS;
  private static final int PAGES = 3;

  private static final long UNINITIALISED_READ = 1;
  private static final long ENDLESS = 2;
  private static final long OTHER = 4;

  private SpanRecords() {}

  static int requestWords(int sections) {
    return HEAD + SECTION * sections;
  }

  static int replyWords(int sections) {
    return ANSWER + PAGES * sections;
  }

  /**
   * The question.
   *
   * @param step {@link SpanStep.Kind#MOVE_TO_ZONE} or {@link SpanStep.Kind#REMOVE_FROM_ZONE}
   */
  public static long[] request(Memory memory, SpanStep step) {
    long[] words = new long[requestWords(memory.sections().size())];
    words[0] = step.kind() == SpanStep.Kind.MOVE_TO_ZONE ? 0 : 1;
    words[1] = step.zone().orElseThrow() == Zone.NORMAL ? 0 : 1;
    words[2] = step.from();
    words[3] = step.to();
    words[4] = memory.firstSection();
    spans(words, 5, memory);
    int at = HEAD;
    for (Section section : memory.sections()) {
      words[at] = flags(section.sectionMemMap());
      words[at + 1] = section.subsectionMap().word();
      pages(words, at + 2, section.memmap().pages());
      at += SECTION;
    }
    return words;
  }

  /** The answer that {@code outcome} would be; where nothing else can be told, only that. */
  public static long[] reply(SpanOutcome outcome) {
    Memory next = outcome.next();
    long[] words = new long[replyWords(next.sections().size())];
    words[0] =
        (outcome.events().contains(Event.UNINITIALISED_PAGE_READ) ? UNINITIALISED_READ : 0)
            | (outcome.events().contains(Event.SEARCH_WITHOUT_END) ? ENDLESS : 0);
    spans(words, 1, next);
    int at = ANSWER;
    for (Section section : next.sections()) {
      pages(words, at, section.memmap().pages());
      at += PAGES;
    }
    return words;
  }

  /** Whether two answers are the same; of a search without end, nothing else is. */
  public static boolean agree(long[] one, long[] other) {
    if (((one[0] | other[0]) & ENDLESS) != 0) {
      return (one[0] & other[0] & ENDLESS) != 0;
    }
    return Arrays.equals(one, other);
  }

  /** An answer in words. */
  public static String text(long[] reply) {
    String events =
        ((reply[0] & UNINITIALISED_READ) != 0 ? Event.UNINITIALISED_PAGE_READ + " " : "")
            + ((reply[0] & ENDLESS) != 0 ? Event.SEARCH_WITHOUT_END + " " : "")
            + ((reply[0] & OTHER) != 0 ? "something else " : "");
    StringBuilder pages = new StringBuilder();
    for (int at = ANSWER; at < reply.length; at += PAGES) {
      pages.append(", pages %d %d %d".formatted(reply[at], reply[at + 1], reply[at + 2]));
    }
    return "%sZONE_NORMAL %s, ZONE_DEVICE %s, node %s%s"
        .formatted(events, span(reply, 1), span(reply, 3), span(reply, 5), pages);
  }

  private static String span(long[] words, int at) {
    return "%d+%d".formatted(words[at], words[at + 1]);
  }

  /** A question as the program's text mode reads it. */
  public static String line(long[] request) {
    return LongStream.of(request).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  private static void spans(long[] words, int at, Memory memory) {
    span(words, at, memory.spans().normal());
    span(words, at + 2, memory.spans().device());
    span(words, at + 4, memory.spans().node());
  }

  private static void span(long[] words, int at, Span span) {
    words[at] = span.start();
    words[at + 1] = span.spanned();
  }

  private static void pages(long[] words, int at, Pages pages) {
    words[at] = pages.normal().word();
    words[at + 1] = pages.device().word();
    words[at + 2] = pages.reserve().word();
  }

  private static long flags(SectionMemMap word) {
    return (word.present().isTrue() ? 1 : 0)
        | (word.hasMemMap().isTrue() ? 2 : 0)
        | (word.online().isTrue() ? 4 : 0)
        | (word.early().isTrue() ? 8 : 0)
        | (word.taint().isTrue() ? 16 : 0);
  }
}
