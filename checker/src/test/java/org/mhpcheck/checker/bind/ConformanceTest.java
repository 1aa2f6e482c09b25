package org.mhpcheck.checker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.Commands.Ended;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Asks real trees, where there are any. */
final class ConformanceTest {
  /** Each is a statement left out, a test turned round, or one value for another. */
  private static final List<KernelMutant> MUTANTS =
      List.of(
          new KernelMutant("section_deactivate", "kfree_rcu\\([^;]*;", ";"),
          new KernelMutant("section_deactivate", "!PageReserved", "PageReserved"),
          new KernelMutant("section_deactivate", "&= ~SECTION_HAS_MEM_MAP", "|= 0"),
          new KernelMutant("section_deactivate", "section_mem_map = [^;]*;", "usage = ms->usage;"),
          new KernelMutant("section_deactivate", "free_map_bootmem\\([^;]*;", ";"),
          new KernelMutant("section_activate", "&& early_section\\(ms\\)", ""),
          new KernelMutant("section_activate", "section_deactivate\\([^;]*;", ";"),
          new KernelMutant("section_activate", "kzalloc", "kmalloc"),
          new KernelMutant("fill_subsection_map", "bitmap_intersects", "!bitmap_intersects"),
          new KernelMutant("clear_subsection_map", "bitmap_xor", "bitmap_or"),
          new KernelMutant("subsection_mask_set", "\\+ 1", ""),
          new KernelMutant("sparse_add_section", "__section_mark_present\\([^;]*;", ";"),
          new KernelMutant("sparse_init_nid", "SECTION_IS_EARLY", "0"),
          new KernelMutant("pfn_valid", "early_section\\(ms\\)", "0"),
          new KernelMutant("__remove_pages", "check_pfn_span\\(", "!check_pfn_span("));

  @TempDir Path cache;

  private Conformance.Result conform(KernelTree tree, String design, int subsections, int most) {
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(tree, cache), subsections)) {
      return new Conformance(Design.parse(design), compiled, most).run();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6.12, v6.12-debian, 4",
    "6.12, v6.12-debian, 8",
    "6.1, v6.1-debian, 4",
    "6.1, v6.1-debian, 8"
  })
  void theModelDoesWhatTheTreeDoes(String version, String design, int subsections) {
    Conformance.Result result = conform(Trees.of(version), design, subsections, 5);
    assertEquals(List.of(), result.disagreements());
    assertTrue(result.pairs() > 1000, "pairs: " + result.pairs());
    // Early, of any RAM; hot-added, of any; emptied with boot's usage; absent.
    assertEquals(3 * (1L << subsections) - 1, result.states());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v5.4", "6.12, v6.12-b11-early-memmap-freed-in-part", "6.1, v6.1", "6.1, v6.8"})
  void theModelOfAnotherKernelDoesNot(String version, String design) {
    assertFalse(conform(Trees.of(version), design, 4, 1).agrees());
  }

  /** Also beyond the states that are reached. */
  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoesOnStatesThatNoKernelMakes(String version, String design) {
    try (CompiledKernel compiled =
        new CompiledKernel(KernelBuild.of(Trees.of(version), cache), 2)) {
      Conformance.Result result =
          new Conformance(Design.parse(design), compiled, Integer.MAX_VALUE).runOnAllStates();
      assertEquals(25_600, result.states());
      assertEquals(List.of(), result.disagreements());
    }
  }

  /** Which memmap an early section is thought to have shows only where it is not its own. */
  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian-memmap-by-pfn", "6.1, v6.1-debian+memmap-by-pfn"})
  void whereTheMemmapIsLookedForShowsOnStatesThatNoKernelMakes(String version, String design) {
    try (CompiledKernel compiled =
        new CompiledKernel(KernelBuild.of(Trees.of(version), cache), 2)) {
      Conformance.Result result =
          new Conformance(Design.parse(design), compiled, Integer.MAX_VALUE).runOnAllStates();
      assertFalse(result.agrees());
      for (Disagreement disagreement : result.disagreements()) {
        assertTrue(
            disagreement.toString().contains("FOREIGN_MEMMAP_FREED")
                || disagreement.line().contains("base=null_encoded"),
            disagreement::toString);
        assertFalse(disagreement.line().contains("base=own"), disagreement::toString);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void mutantsOfTheTreeAreCaught(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    for (KernelMutant mutant : MUTANTS) {
      Path copy = Files.createTempDirectory(cache, "a mutant ");
      KernelTree mutated = mutant.plant(tree, source, copy);
      Conformance.Result result = conform(mutated, "v" + version + "-debian", 4, 1);
      assertFalse(result.agrees(), mutant + " survives");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abort();, CRASHED",
    "for (;;);, CRASHED",
    "BUG();, BUG",
    "*(volatile int *)8 = 1;, NULL_DEREFERENCE",
    "WARN_ON(ms != 0);, OTHER_WARNING"
  })
  void aBadEndCostsOneRecordAndIsReported(String statement, Event event) throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    KernelMutant mutant = new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement);
    KernelTree mutated = mutant.plant(tree, source, cache.resolve("copy"));
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(mutated, cache), 4)) {
      Section full = compiled.boot(Bits.full(4));
      Step remove = new Step(Step.Kind.REMOVE, Bits.range(4, 1, 2));
      List<Outcome> outcomes = compiled.step(full, remove);
      assertEquals(1, outcomes.size());
      assertTrue(outcomes.get(0).happened(event).isTrue(), outcomes.toString());
      Step add = new Step(Step.Kind.ADD, Bits.range(4, 1, 2));
      assertEquals("-EEXIST", compiled.step(full, add).get(0).rc().text());
    }
  }

  @Test
  void outcomesAreTheModelsWithTheOneWithoutAFaultFirst() {
    KernelTree tree = Trees.of("6.12");
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(tree, cache), 8)) {
      ModelledKernel model = new ModelledKernel(Design.parse("v6.12-debian"));
      Section absent = Section.absent(8);
      Step add = new Step(Step.Kind.ADD, Bits.range(8, 2, 5));
      List<Outcome> outcomes = compiled.step(absent, add);
      assertEquals(5, outcomes.size());
      assertEquals(Optional.empty(), outcomes.get(0).fault());
      assertEquals(without(model.step(absent, add)), without(outcomes));
    }
  }

  private static Set<String> without(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.fault() + " " + o.rc() + " " + o.next())
        .collect(Collectors.toSet());
  }

  @Test
  void textModeDoesAgainWhatADisagreementSays() {
    KernelTree tree = Trees.of("6.12");
    Disagreement disagreement = conform(tree, "v5.4+8068df3b6037", 4, 3).disagreements().get(2);
    Path program = KernelBuild.of(tree, cache).program(4);
    Ended ended = Commands.run(List.of(program.toString(), "text"), disagreement.line() + "\n");
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().startsWith(disagreement.compiled()), ended.out() + disagreement);
  }

  @Test
  void provenanceNamesWhatIsRealAndWhatIsNot() {
    Provenance made = KernelBuild.of(Trees.of("6.12"), cache).provenance();
    assertTrue(
        made.functions()
            .containsAll(Set.of("section_activate", "section_deactivate", "fill_subsection_map")));
    assertTrue(made.shimmed().containsAll(Set.of("kfree_rcu", "vmemmap_populate", "WARN")));
    assertTrue(made.files().containsKey("mm/sparse.c"));
    assertEquals(64, made.files().get("mm/sparse.c").length());
    assertTrue(made.compiler().startsWith("gcc"));
  }
}
