package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Where the kernel stores, and what becomes of it when a store is left out. */
class MutantTest {

  /** Of all releases that add parts of sections. */
  private static final Set<String> STORES =
      Set.of(
          "clear_subsection_map.subsection_map",
          "depopulate_section_memmap.memmap",
          "fill_subsection_map.subsection_map",
          "free_map_bootmem.memmap",
          "memmap_init.pageblock_flags",
          "memmap_init_reserved_pages.usage page",
          "memory_present.section_mem_map",
          "offline_mem_sections.section_mem_map",
          "online_mem_sections.section_mem_map",
          "populate_section_memmap.memmap",
          "section_activate.usage",
          "section_deactivate.section_mem_map",
          "section_deactivate.usage",
          "section_mark_present.section_mem_map",
          "sparse_init_nid.memmap",
          "sparse_init_one_section.section_mem_map",
          "sparse_init_one_section.usage",
          "subsection_map_init.subsection_map");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V5_2")
  void everyStore(Release release) {
    Set<String> expected = new TreeSet<>(STORES);
    if (release.changes().contains(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)) {
      expected.add("section_taint_zone_device.section_mem_map");
    }
    assertEquals(expected, stores(release.releaseName()));
  }

  /** What stands in for the map is no store of the kernel's. */
  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.2+1..1"})
  void everyStoreOfWholeSections(String design) {
    assertEquals(
        Set.of(
            "depopulate_section_memmap.memmap",
            "free_map_bootmem.memmap",
            "memmap_init.pageblock_flags",
            "memmap_init_reserved_pages.usage page",
            "memory_present.section_mem_map",
            "offline_mem_sections.section_mem_map",
            "online_mem_sections.section_mem_map",
            "populate_section_memmap.memmap",
            "section_mark_present.section_mem_map",
            "sparse_init_nid.memmap",
            "sparse_init_one_section.section_mem_map",
            "sparse_init_one_section.usage",
            "sparse_remove_one_section.section_mem_map",
            "sparse_remove_one_section.usage"),
        stores(design));
  }

  private static Set<String> stores(String design) {
    return new TreeSet<>(
        new ModelledKernel(Design.parse(design))
            .code().stores().stream().map(Site::toString).toList());
  }

  @Test
  void everyTest() {
    assertEquals(
        List.of(
            "clear_subsection_map.if 1",
            "clear_subsection_map.if 2",
            "fill_subsection_map.if 1",
            "fill_subsection_map.if 2",
            "free_map_bootmem.if 1",
            "offline_mem_sections.if 1",
            "online_mem_sections.if 1",
            "section_activate.if 1",
            "section_activate.if 2",
            "section_activate.if 3",
            "section_deactivate.if 1",
            "section_deactivate.if 2",
            "section_deactivate.if 3",
            "section_deactivate.if 4",
            "sparse_add_section.if 1",
            "sparse_add_section.if 2",
            "sparse_remove_section.if 1"),
        List.copyOf(
            new TreeSet<>(
                new ModelledKernel(Design.parse("v6.12"))
                    .code().tests().stream().map(Site::toString).toList())));
  }

  /** The second test of fill_subsection_map() is the one that refuses. */
  @Test
  void aForcedTestDecides() {
    Mutant mutant = new Mutant(new Site("fill_subsection_map", "if 2"), Mutant.Way.FALSE);
    ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    Step add = new Step(Step.Kind.ADD, Bits.full(4));
    Section added = kernel.step(Section.absent(4), add).get(0).next();
    assertEquals(Errno.OK, kernel.step(added, add).get(0).rc());
    assertEquals("fill_subsection_map.if 2 false", mutant.toString());
  }

  @Test
  void aSkippedStoreIsLeftOutAndNoOther() {
    Mutant mutant = new Mutant(new Site("populate_section_memmap", "memmap"));
    ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    Section section =
        kernel.step(Section.absent(4), new Step(Step.Kind.ADD, Bits.full(4))).get(0).next();
    assertEquals(
        "section_mem_map PM-- base own, usage slab, map 1111, memmap 0000", section.toString());
    assertEquals("populate_section_memmap.memmap skipped", mutant.toString());
  }

  /** The bits come after the memmap then, and are there once the step is done. */
  @Test
  void aDelayedStoreIsDoneAfterTheNext() {
    Mutant mutant =
        new Mutant(new Site("fill_subsection_map", "subsection_map"), Mutant.Way.DELAYED);
    ModelledKernel plain = new ModelledKernel(Design.parse("v7.2"));
    ModelledKernel kernel = plain.with(mutant);
    Step add = new Step(Step.Kind.ADD, Bits.full(4));
    assertEquals(
        plain.step(Section.absent(4), add).get(0).next(),
        kernel.step(Section.absent(4), add).get(0).next());
    assertEquals(
        List.of("populate_section_memmap", "fill_subsection_map"),
        storing(kernel, add).subList(1, 3));
    assertEquals(
        List.of("fill_subsection_map", "populate_section_memmap"),
        storing(plain, add).subList(1, 3));
    assertFalse(plain.stepsLike(kernel, Section.absent(4), add));
    assertEquals("fill_subsection_map.subsection_map delayed", mutant.toString());
  }

  private static List<String> storing(ModelledKernel kernel, Step step) {
    return kernel.trails(Section.absent(4), step).get(0).instants().stream()
        .map(i -> i.after().replaceAll(".* in ", ""))
        .toList();
  }

  /** Of the last store of a step there is none to be delayed past. */
  @Test
  void theLastStoreOfAStepIsDoneBeforeItEnds() {
    Mutant mutant =
        new Mutant(new Site("online_mem_sections", "section_mem_map"), Mutant.Way.DELAYED);
    ModelledKernel plain = new ModelledKernel(Design.parse("v7.2"));
    Section booted = plain.boot(Bits.full(4));
    Step offline = new Step(Step.Kind.OFFLINE, Bits.full(4));
    Section section = plain.step(booted, offline).get(0).next();
    Step online = new Step(Step.Kind.ONLINE, Bits.full(4));
    assertTrue(plain.with(mutant).stepsLike(plain, section, online));
    assertEquals(booted, plain.with(mutant).step(section, online).get(0).next());
  }

  @Test
  void aTestCannotBeDelayed() {
    Mutant mutant = new Mutant(new Site("section_activate", "if 1"), Mutant.Way.DELAYED);
    ModelledKernel kernel = new ModelledKernel(Design.parse("v7.2")).with(mutant);
    Step add = new Step(Step.Kind.ADD, Bits.full(4));
    assertThrows(IllegalArgumentException.class, () -> kernel.step(Section.absent(4), add));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mutant.Way.class,
      names = {"TRUE", "FALSE", "NEGATED"})
  void aStoreCannotBeForcedOrNegated(Mutant.Way way) {
    Mutant mutant = new Mutant(new Site("section_activate", "usage"), way);
    ModelledKernel kernel = new ModelledKernel(Design.parse("v7.2")).with(mutant);
    Step add = new Step(Step.Kind.ADD, Bits.full(4));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> kernel.step(Section.absent(4), add));
    assertEquals("no store can be forced or negated: section_activate.usage", refused.getMessage());
  }

  private static Section addedAndRemoved(ModelledKernel kernel) {
    Section added =
        kernel.step(Section.absent(4), new Step(Step.Kind.ADD, Bits.full(4))).get(0).next();
    return kernel.step(added, new Step(Step.Kind.REMOVE, Bits.full(4))).get(0).next();
  }

  /** The new usage is freed though the section goes on pointing at it. */
  @Test
  void aUsagePointerThatIsNotClearedDangles() {
    Mutant mutant = new Mutant(new Site("section_deactivate", "usage"));
    ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    Section section = addedAndRemoved(kernel);
    assertEquals("DANGLING", section.usage().toString());
    Outcome again = kernel.step(section, new Step(Step.Kind.ADD, Bits.full(4))).get(0);
    assertTrue(again.happened(Event.USE_AFTER_FREE).isTrue());
    assertTrue(again.isCorrupt());
  }

  /** Freed by removal, though the section goes on pointing at it. */
  @Test
  void soDoesOneOfAWholeSection() {
    Mutant mutant = new Mutant(new Site("sparse_remove_one_section", "usage"));
    ModelledKernel kernel = new ModelledKernel(Design.parse("v5.2"), Optional.of(mutant));
    Section section = addedAndRemoved(kernel);
    assertEquals("DANGLING", section.usage().toString());
  }

  @Test
  void bootIsMutatedWhereItSharesCode() {
    Mutant mutant = new Mutant(new Site("sparse_init_one_section", "section_mem_map"));
    ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    assertEquals(
        "section_mem_map P-O- base zero, usage boot (reserved) (flags set), map 1111, memmap 1111",
        kernel.boot(Bits.full(4)).toString());
  }
}
