package org.mhpcheck.reports.text;

import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;

/** Calls and steps as kernel people write them, with sections numbered from 1. */
public final class CallText {
  private CallText() {}

  /**
   * {@code arch_add_memory(section 1, subsections 0-3)}; over several sections {@code
   * memremap_pages(sections 1-2, subsections 1.6-2.3)}; with an altmap {@code
   * memremap_pages(section 1, subsections 0-3, altmap)}.
   */
  public static String of(Call call, int subsections) {
    int last = Math.max(call.from(), call.to() - 1);
    int firstSection = Math.floorDiv(call.from(), subsections) + 1;
    int lastSection = Math.floorDiv(last, subsections) + 1;
    int first = Math.floorMod(call.from(), subsections);
    int end = Math.floorMod(last, subsections);
    String range =
        call.from() == call.to()
            ? "section %d, no pages at subsection %d".formatted(firstSection, first)
            : firstSection == lastSection
                ? inSection(firstSection, Words.range(first, end))
                : "sections %d-%d, subsections %d.%d-%d.%d"
                    .formatted(firstSection, lastSection, firstSection, first, lastSection, end);
    return "%s(%s%s)".formatted(call.operation().text(), range, of(call.altmap()));
  }

  /** A call with what it returned: {@code arch_add_memory(section 1, subsections 0-3) = 0}. */
  public static String of(Trace.TracedCall call, int subsections) {
    return of(call.call(), subsections) + returned(call.call().operation().adds(), call.rc());
  }

  /** A kernel step as a call; a step of a caller's books in words. */
  public static String of(int section, Step step) {
    String range =
        (step.range().isEmpty().isTrue()
                ? "section %d, no pages".formatted(section + 1)
                : inSection(section + 1, step.range().ranges()))
            + of(step.altmap());
    return switch (step.kind()) {
      case MAP, TRY_MAP, UNMAP, PAGEMAP, KILL_PAGEMAP ->
          "%s: %s".formatted(step.kind().text(), range);
      case CLAIM, CLAIM_ON, CLAIM_PRIVATE, CLAIM_PRIVATE_ON, CLAIM_RAM, RELEASE, RELEASE_RAM ->
          "resource tree: %s %s".formatted(step.kind().text(), range);
      default -> "%s(%s)".formatted(step.kind().text(), range);
    };
  }

  /** {@code " = -EEXIST (-17)"}; nothing for what returns nothing, as all removing does. */
  public static String returned(boolean adds, Errno rc) {
    return adds || rc != Errno.OK ? " = " + Words.of(rc) : "";
  }

  /** {@code memmap allocation fails after 2 subsections, in section 1}. */
  public static String of(FaultIn fault) {
    return "%s, in section %d".formatted(fault.fault().text(), fault.section() + 1);
  }

  private static String of(Altmap altmap) {
    return switch (altmap) {
      case NONE -> "";
      case ALTMAP -> ", altmap";
      case INACCESSIBLE -> ", inaccessible altmap";
    };
  }

  private static String inSection(int number, String subsections) {
    boolean several = subsections.contains("-") || subsections.contains(",");
    return "section %d, subsection%s %s".formatted(number, several ? "s" : "", subsections);
  }
}
