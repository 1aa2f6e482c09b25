package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** A historical bug's trace names the commits that would have mended it, and no others. */
class MendedByTest {
  private static final Question.Explore DIRECT = Worlds.direct(1, 4, false);
  private static final Question.Explore DEVICE = Worlds.device(1, 4, false);

  private static void requireMending(
      Question.Explore world, String design, String property, Change... changes) {
    Trace trace = Worlds.trace(world, design, property);
    assertEquals(List.of(changes), trace.mendedBy());
  }

  @Test
  void b01() {
    requireMending(DIRECT, "v5.3", "boot-usage-never-freed", Change.RESERVED_USAGE_KEPT);
    requireMending(DIRECT, "v5.4", "boot-usage-never-freed", Change.RESERVED_USAGE_KEPT);
  }

  @Test
  void b01ByAFault() {
    requireMending(
        Worlds.direct(1, 4, true), "v5.4", "boot-usage-never-freed", Change.RESERVED_USAGE_KEPT);
  }

  @Test
  void b06() {
    requireMending(DIRECT, "v5.5", "memmap-decodes-to-own-section", Change.MEMMAP_OF_SECTION_START);
  }

  @Test
  void b08() {
    requireMending(DIRECT, "v5.5", "emptied-section-is-reset", Change.MEM_MAP_RESET_TO_NULL);
    requireMending(DIRECT, "v5.5", "invalid-section-is-reset", Change.MEM_MAP_RESET_TO_NULL);
  }

  @Test
  void b03() {
    String bug = "v5.3-b03-early-read-late+b06-memmap-of-linear-address";
    // moving the reset behind the memmap, as B09 asked for, does away with the question too
    requireMending(
        DIRECT,
        bug,
        "no-memmap-when-invalid",
        Change.EARLY_READ_AT_ENTRY,
        Change.RESET_AFTER_DEPOPULATE);
  }

  @Test
  void b10() {
    // a walker that asks for the pointer first does not fall into the same hole
    requireMending(
        DIRECT,
        "v5.6-b943f045a9af",
        "usage-reached-only-while-live",
        Change.INVALID_BEFORE_DEPOPULATE,
        Change.USAGE_POINTER_CHECKED);
  }

  @Test
  void b11() {
    requireMending(DEVICE, "v5.8", "pfn-valid-has-memmap", Change.EARLY_MEMMAP_NEVER_PARTIAL);
    requireMending(DEVICE, "v5.8", "early-memmap-whole", Change.EARLY_MEMMAP_NEVER_PARTIAL);
    requireMending(DEVICE, "v5.8", "map-backed-by-memmap", Change.EARLY_MEMMAP_NEVER_PARTIAL);
  }

  @Test
  void aDesignThatKnowsNoSuchAltmapMendsNothing() {
    requireMending(
        Worlds.with(DIRECT, Altmap.INACCESSIBLE),
        "v6.12-debian",
        "inaccessible-memmap-never-written");
  }

  /** Nor one that could not be asked what follows. */
  @Test
  void noMoreWhereThatIsAmongTheWaysBack() {
    requireMending(
        new Question.Explore(
            new Geometry(2, 2),
            List.of(BootLayout.ABSENT),
            List.of(Caller.MEMORY_BLOCK),
            List.of(Altmap.NONE, Altmap.INACCESSIBLE),
            /* faults= */ true,
            Limits.NONE),
        "v6.8",
        "section-can-be-brought-back");
  }

  @Test
  void l01IsMendedByNothing() {
    requireMending(Worlds.direct(2, 4, true), "v5.6", "failed-add-changes-nothing");
    requireMending(Worlds.direct(2, 4, true), "v6.12", "failed-add-changes-nothing");
    requireMending(Worlds.device(2, 4, true), "v6.12", "failed-add-changes-nothing");
  }
}
