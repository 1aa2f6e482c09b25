package org.mhpcheck.checker.bind;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/**
 * One answer of the harness: {@code struct mhp_reply} of harness.c.
 *
 * @param rc as it was returned; the harness knows more numbers than the model
 * @param reached what the run came by
 * @param pfnValid pfn_valid() of each subsection afterwards; empty if that crashed
 */
record Reply(
    Request request,
    Section next,
    int rc,
    Set<Reached> reached,
    Optional<Bits> pfnValid,
    List<Noted> notes) {
  static final int BYTES = 312;
  private static final int MOST_NOTES = 3;
  private static final int FILE_BYTES = 32;
  private static final int FUNCTION_BYTES = 40;

  /** What a run may come by; the order is {@code enum mhp_reached}'s. */
  enum Reached {
    USAGE_ALLOCATION,
    MEMMAP_ALLOCATION,
    USAGE_FREED_BY_RCU,
    /** Freed at once or by RCU, while valid_section() was still true. */
    USAGE_FREED_WHILE_VALID,
    PFN_VALID_CRASHED,
    /** page_init_poison() was told of struct pages that are not there. */
    UNPOPULATED_TOUCHED
  }

  /** An event, and the place in the tree where it was noticed. */
  record Noted(Event event, String file, int line, String function) {
    String place() {
      return line == 0 ? function : "%s:%d (%s)".formatted(file, line, function);
    }
  }

  static Reply read(ByteBuffer in, Request request) {
    int rc = in.getInt();
    Set<Reached> reached = reached(in.getInt());
    int count = in.getInt();
    in.getInt();
    Bits valid = Sections.bits(in.getLong(), request.range().size());
    Section next = Sections.read(in, request.section().owners());
    List<Noted> notes = new ArrayList<>();
    for (int i = 0; i < MOST_NOTES; i++) {
      int event = in.getInt();
      int line = in.getInt();
      String file = text(in, FILE_BYTES);
      String function = text(in, FUNCTION_BYTES);
      if (i < count) {
        notes.add(new Noted(Event.values()[event], file, line, function));
      }
    }
    Optional<Bits> pfnValid =
        reached.contains(Reached.PFN_VALID_CRASHED) ? Optional.empty() : Optional.of(valid);
    return new Reply(request, next, rc, reached, pfnValid, notes);
  }

  private static Set<Reached> reached(int bits) {
    Set<Reached> reached = EnumSet.noneOf(Reached.class);
    for (Reached one : Reached.values()) {
      if ((bits >>> one.ordinal() & 1) != 0) {
        reached.add(one);
      }
    }
    return reached;
  }

  private static String text(ByteBuffer in, int size) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    int end = 0;
    while (end < size && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** What is said of a question that the child process died of. */
  static Reply died(Request request, String how) {
    return new Reply(
        request,
        request.section(),
        0,
        Set.of(),
        Optional.empty(),
        List.of(new Noted(Event.CRASHED, "", 0, how)));
  }

  boolean isCorrupt() {
    return notes.stream().anyMatch(n -> n.event().severity() == Event.Severity.CORRUPTION);
  }

  /** The return code as the model has it; of another one, a note instead. */
  Outcome outcome() {
    List<Note> all =
        notes.stream()
            .map(n -> new Note(n.event(), n.function(), Bit.TRUE))
            .collect(Collectors.toCollection(ArrayList::new));
    Errno errno =
        Stream.of(Errno.values())
            .filter(e -> e.code() == rc)
            .findFirst()
            .orElseGet(
                () -> {
                  all.add(new Note(Event.CRASHED, "returned " + rc, Bit.TRUE));
                  return Errno.EINVAL;
                });
    return new Outcome(next, errno, request.fault(), List.copyOf(all));
  }
}
