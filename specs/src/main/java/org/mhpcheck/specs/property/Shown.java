package org.mhpcheck.specs.property;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;

/** The values that a violated formula was evaluated on, in words. */
final class Shown {
  private Shown() {}

  static String events(StepTaken step) {
    return step.outcome().notes().isEmpty()
        ? "no event"
        : step.outcome().notes().stream()
            .map(n -> n.function() + "(): " + n.event().text())
            .collect(Collectors.joining("; "));
  }

  /** section_mem_map, flags and base. */
  static String word(Section section) {
    SectionMemMap word = section.sectionMemMap();
    return word.isZero().isTrue()
        ? "0"
        : (word.present().isTrue() ? "PRESENT " : "")
            + (word.hasMemMap().isTrue() ? "HAS_MEM_MAP " : "")
            + (word.online().isTrue() ? "ONLINE " : "")
            + (word.early().isTrue() ? "EARLY " : "")
            + "base "
            + word.base().toString().toLowerCase(Locale.ROOT);
  }

  static String change(StepTaken step) {
    return step.after().equals(step.before())
        ? " and changed nothing"
        : " and left map %s (was %s), memmap %s (was %s), section_mem_map %s (was %s)"
            .formatted(
                step.after().subsectionMap(),
                step.before().subsectionMap(),
                step.after().memmap().populated(),
                step.before().memmap().populated(),
                word(step.after()),
                word(step.before()));
  }

  static String call(CallTaken call) {
    String changed =
        IntStream.range(0, call.before().size())
            .filter(i -> !call.before().get(i).equals(call.after().get(i)))
            .mapToObj(
                i ->
                    "section %d: map %s -> %s"
                        .formatted(
                            i + 1,
                            call.before().get(i).subsectionMap(),
                            call.after().get(i).subsectionMap()))
            .collect(Collectors.joining(", "));
    return call.call().operation().text() + "() returned " + call.rc().text() + "; " + changed;
  }
}
