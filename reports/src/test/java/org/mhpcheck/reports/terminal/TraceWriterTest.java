package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.TraceMaker;

class TraceWriterTest {
  private static final String B01 =
      """
      boot-usage-never-freed is violated in v5.4: 3 calls, 1 section x 4 subsections
      caller direct: any call, legal or not

      Flags: P present, M has_mem_map, O online, E early, T taint (a device). memmap
          from: b boot, p page allocator, a altmap, . none. Digits and letters stand
          for subsections, 0 first.

      boot
        section 1  PMOE  usage boot  map 1111  memmap bbbb

      1. arch_remove_memory(section 1, subsections 0-3)
         sparse_remove_section(section 1, subsections 0-3)
           flags   PMOE -> ----
           base    own -> null_encoded
           map     1111 -> 0000
           memmap  bbbb -> ....

      2. arch_add_memory(section 1, subsections 0-3) = 0
         sparse_add_section(section 1, subsections 0-3) = 0
           flags   ---- -> PM--
           base    null_encoded -> own
           map     0000 -> 1111
           memmap  .... -> pppp

      3. arch_remove_memory(section 1, subsections 0-3)
         sparse_remove_section(section 1, subsections 0-3)
           section_deactivate: kfree() of a usage that the boot allocator made
           flags   PM-- -> ----
           base    own -> null_encoded
           usage   boot -> null
           map     1111 -> 0000
           memmap  pppp -> ....
           here the branch ends; the changes are what would have come of it

      violated
        section_deactivate frees the usage, and the usage is boot's
        property: No kernel step frees a usage that the boot allocator made.
        rests on: mm/sparse.c section_deactivate() (v5.4)
        mended by 8068df3b6037 "mm/memory_hotplug: don't free usage map when removing
            a re-added early section" (v5.5)
      """;

  @Test
  void aTraceReadsAsTheCallsAndWhatTheyChanged() {
    assertEquals(B01, text(TraceMaker.b01(), 80, false));
  }

  @Test
  void colourSaysNothingThatTheTextDoesNot() {
    String coloured = text(TraceMaker.b01(), 80, true);
    assertNotEquals(B01, coloured);
    assertEquals(B01, coloured.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void linesFitTheWidth() {
    text(TraceMaker.b01(), 60, false)
        .lines()
        .forEach(line -> assertTrue(line.length() <= 60, line));
  }

  @Test
  void faultsErrorsAndOwnersAreTold() {
    Trace trace =
        new TraceMaker("v6.12", new Geometry(2, 4), BootLayout.LOWER_HALF, BootLayout.ABSENT)
            .call(Operation.MEMREMAP_PAGES, 2, 6)
            .call(Operation.ARCH_ADD_MEMORY, 6, 8, 1)
            .call(Operation.ARCH_ADD_MEMORY, 4, 5)
            .trace();
    String text = text(trace, 80, false);
    assertTrue(text.contains("1. memremap_pages(sections 1-2, subsections 1.2-2.1) = 0\n"), text);
    assertTrue(text.contains("   resource tree: claim section 1, subsections 2-3\n"), text);
    assertTrue(text.contains("     owners  .... -> ..Dd\n"), text);
    assertTrue(
        text.contains(
            """
            2. arch_add_memory(section 2, subsections 2-3) = -ENOMEM (-12)
               fault: memmap allocation fails, in section 2
            """),
        text);
    assertTrue(
        text.contains(
            """
            3. arch_add_memory(section 2, subsection 0) = -EEXIST (-17)
               sparse_add_section(section 2, subsection 0) = -EEXIST (-17)
                 nothing changed
            """),
        text);
    assertTrue(text.contains("  no catalogued change mends it\n"), text);
  }

  @Test
  void altmapsAreTold() {
    Trace trace =
        new TraceMaker("v6.12-debian", new Geometry(1, 4), BootLayout.ABSENT)
            .call(new Call(Operation.MEMREMAP_PAGES, 0, 2, Altmap.ALTMAP), 0)
            .call(new Call(Operation.ARCH_ADD_MEMORY, 2, 4, Altmap.INACCESSIBLE), 0)
            .call(new Call(Operation.ARCH_REMOVE_MEMORY, 0, 4), 0)
            .trace();
    String text = text(trace, 80, false);
    assertTrue(text.contains("With an altmap: R for r, A for D, a for d.\n"), text);
    assertTrue(text.contains("1. memremap_pages(section 1, subsections 0-1, altmap) = 0\n"), text);
    assertTrue(text.contains("     memmap  .... -> aa..\n"), text);
    assertTrue(text.contains("     owners  .... -> Aa..\n"), text);
    assertTrue(
        text.contains(
            """
            2. arch_add_memory(section 1, subsections 2-3, inaccessible altmap) = 0
               sparse_add_section(section 1, subsections 2-3, inaccessible altmap) = 0
                 page_init_poison: struct pages were written in memory that is not
                     accessible yet
            """),
        text);
    assertTrue(
        text.contains(
            """
                 depopulate_section_memmap: memmap was freed to another allocator than the
            """),
        text);
  }

  @Test
  void aTreesTraceTellsWhereInTheTree() {
    String text = text(TraceMaker.ofTree(), 100, false);
    assertTrue(
        text.startsWith("boot-usage-never-freed is violated in linux-5.4.99: 3 calls"), text);
    assertTrue(
        text.contains(
            """
            2. arch_add_memory(section 1, subsections 0-3) = 0   __add_pages mm/hotplug.c:12
               fault: usage allocation fails, in section 1   section_activate mm/a.c:56
               sparse_add_section(section 1, subsections 0-3) = 0   mm/a.c:78
            """),
        text);
    assertTrue(
        text.contains(
            "     section_deactivate mm/a.c:34: kfree() of a usage that the boot allocator made\n"),
        text);
    assertTrue(text.contains("  beside it: the model keeps it\n"), text);
    assertFalse(text.contains("no catalogued change mends it"), "none was tried");
  }

  private static String text(Trace trace, int width, boolean colour) {
    Captured out = new Captured();
    new TraceWriter(out.stream(), width, colour).write(trace);
    return out.text();
  }
}
