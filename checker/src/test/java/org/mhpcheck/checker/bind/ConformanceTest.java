package org.mhpcheck.checker.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.Commands.Ended;
import org.mhpcheck.checker.bind.Conformance.Result;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Asks real trees, where there are any. */
final class ConformanceTest {
  @TempDir Path cache;

  private <T> T conform(
      KernelTree tree, String design, int subsections, int most, Function<Conformance, T> way) {
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(tree, cache), subsections)) {
      return way.apply(new Conformance(Design.parse(design), compiled, most));
    }
  }

  private Result conform(KernelTree tree, String design, int subsections, int most) {
    return conform(tree, design, subsections, most, c -> c.sections(c.altmaps()));
  }

  private static void assertAgrees(Result result, long states) {
    assertEquals(List.of(), result.disagreements());
    assertEquals(states, result.states());
    assertTrue(result.pairs() > 10 * states, "pairs: " + result.pairs());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoesToASection(String version, String design) {
    KernelTree tree = Trees.of(version);
    // Early, of any RAM; emptied with boot's usage; absent. Hot-added on either usage, each
    // subsection from the page allocator or from an altmap: all but none of 3^K.
    assertAgrees(conform(tree, design, 4, 5), 15 + 1 + 1 + 2 * 80);
    // Without altmaps, hot-added is any but the empty map.
    Result larger = conform(tree, design, 8, 5, c -> c.sections(List.of(Altmap.NONE)));
    assertAgrees(larger, 255 + 1 + 1 + 2 * 255);
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theTreesLoopsFollowThePlans(String version, String design) {
    for (int sections : List.of(2, 3)) {
      Result result = conform(Trees.of(version), design, 4, 5, c -> c.loops(sections, c.altmaps()));
      assertAgrees(result, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoesToSeveralSections(String version, String design) {
    KernelTree tree = Trees.of(version);
    assertAgrees(conform(tree, design, 4, 5, c -> c.systems(2, List.of(Altmap.NONE))), 47 * 47);
    // 2 subsections: early 3, hot-added twice 3^2 - 1, emptied, absent.
    assertAgrees(
        conform(tree, design, 2, 5, c -> c.systems(3, List.of(Altmap.NONE, Altmap.ALTMAP))),
        21 * 21 * 21);
  }

  @ParameterizedTest
  @CsvSource({"6.12, v5.4", "6.12, v6.12-b11-early-memmap-freed-in-part", "6.1, v6.1", "6.1, v6.8"})
  void theModelOfAnotherKernelDoesNot(String version, String design) {
    assertFalse(conform(Trees.of(version), design, 4, 1).agrees());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void evenOnStatesThatNoKernelMakesTheyDoTheSame(String version, String design) {
    Result result = conform(Trees.of(version), design, 2, 5, c -> c.allSections(c.altmaps()));
    assertAgrees(result, 25_600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void mutantsOfTheTreeAreCaught(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    for (KernelMutant mutant : KernelMutant.OF_SECTIONS) {
      Path copy = Files.createTempDirectory(cache, "a mutant ");
      KernelTree mutated = mutant.plant(tree, source, copy);
      Result result = conform(mutated, "v" + version + "-debian", 4, 1);
      assertFalse(result.agrees(), mutant + " survives");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void mutantsOfTheLoopsAreCaught(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    for (KernelMutant mutant : KernelMutant.OF_LOOPS) {
      Path copy = Files.createTempDirectory(cache, "a mutant ");
      KernelTree mutated = mutant.plant(tree, source, copy);
      String design = "v" + version + "-debian";
      Result loops = conform(mutated, design, 4, 1, c -> c.loops(2, c.altmaps()));
      assertFalse(loops.agrees(), mutant + " survives");
      Result systems = conform(mutated, design, 2, 1, c -> c.systems(2, c.altmaps()));
      assertFalse(systems.agrees(), mutant + " survives whole calls");
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

  /** That gcc leaves out nothing that is asked only to see whether it goes well. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void pfnValidIsAskedWhileAMemmapIsFreed(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    KernelTree mutated =
        new KernelMutant(
                "depopulate_section_memmap", "\\{", "{ kfree(__pfn_to_section(pfn)->usage);")
            .plant(tree, source, cache.resolve("copy"));
    KernelBuild build = KernelBuild.of(mutated, cache);
    for (Flavour flavour : Flavour.values()) {
      if (flavour != Flavour.COVERED) {
        try (CompiledKernel compiled = new CompiledKernel(build, 4, flavour)) {
          Step add = new Step(Step.Kind.ADD, Bits.range(4, 1, 3));
          Section hotAdded = compiled.step(Section.absent(4), add).get(0).next();
          Step remove = new Step(Step.Kind.REMOVE, Bits.range(4, 1, 2));
          Outcome outcome = compiled.step(hotAdded, remove).get(0);
          assertTrue(outcome.happened(Event.USE_AFTER_FREE).isTrue(), flavour + " " + outcome);
        }
      }
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
    Disagreement disagreement = conform(tree, "v5.4+8068df3b6037", 4, 10).disagreements().get(9);
    Path program = KernelBuild.of(tree, cache).program(4);
    Ended ended =
        Commands.run(List.of(program.toString(), "1", "text"), disagreement.line() + "\n", cache);
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
    assertEquals("linux-" + made.release(), made.kernel());
    assertEquals(64, made.sources().length());
    assertNotEquals(made.sources(), KernelBuild.of(Trees.of("6.1"), cache).provenance().sources());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void whatIsAskedHasItsPlaceInTheTree(String version) {
    KernelTree tree = Trees.of(version);
    KernelBuild build = KernelBuild.of(tree, cache);
    for (String function : List.of("sparse_add_section", "__add_pages", "__remove_pages")) {
      Place place = build.place(function).orElseThrow();
      String line = tree.read(place.file()).orElseThrow().lines().toList().get(place.line() - 1);
      assertTrue(line.contains(" " + function + "("), line);
      assertEquals(function, place.function());
    }
    assertEquals(Optional.empty(), build.place("schedule"));
  }
}
