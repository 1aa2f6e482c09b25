package org.mhpcheck.checker.bind.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Asks real trees, where there are any. */
final class CompiledKernelTest {
  @TempDir Path cache;

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
    KernelMutant mutant = new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement);
    KernelTree mutated = mutant.plant(tree, cache);
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
    KernelTree mutated =
        new KernelMutant(
                "depopulate_section_memmap", "\\{", "{ kfree(__pfn_to_section(pfn)->usage);")
            .plant(tree, cache);
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
    try (CompiledKernel compiled =
        new CompiledKernel(KernelBuild.of(tree, Trees.cacheOf(tree, cache)), 8)) {
      ModelledKernel model = new ModelledKernel(Design.parse("v6.12-debian"));
      Section absent = Section.absent(8);
      Step add = new Step(Step.Kind.ADD, Bits.range(8, 2, 5));
      List<Outcome> outcomes = compiled.step(absent, add);
      assertEquals(5, outcomes.size());
      assertEquals(Optional.empty(), outcomes.get(0).fault());
      assertEquals(without(model.step(absent, add)), without(outcomes));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void bootLeavesNothingOfANodesNumber(String version) {
    KernelTree tree = Trees.of(version);
    try (CompiledKernel compiled =
        new CompiledKernel(KernelBuild.of(tree, Trees.cacheOf(tree, cache)), 4)) {
      ModelledKernel model = new ModelledKernel(Design.parse("v" + version + "-debian"));
      for (int node : new int[] {0, 1, 2, 3, 1023}) {
        Bits ram = Bits.range(4, 1, 3);
        assertEquals(model.boot(ram, node), compiled.boot(ram, node), "node " + node);
      }
    }
  }

  @Test
  void whatBootCountsWrongIsTold() throws IOException {
    KernelMutant mutant = KernelMutant.OF_COUNTS.get(0);
    KernelBuild build = KernelBuild.of(mutant.plant(Trees.of("6.12"), cache), cache);
    try (CompiledKernel compiled = new CompiledKernel(build, 4)) {
      BindException e = assertThrows(BindException.class, () -> compiled.boot(Bits.full(4)));
      assertTrue(e.getMessage().contains(Event.MEMMAP_MISCOUNTED.text()), e.getMessage());
    }
  }

  /** A sum over sections would not show it. */
  @Test
  void oneSectionMiscountedIsSeenThoughAnotherMakesUpForIt() throws IOException {
    KernelTree mutated =
        new KernelMutant(
                "populate_section_memmap",
                "memmap_pages_add\\(",
                "memmap_pages_add((pfn & PAGES_PER_SECTION ? 8 : -8) + ")
            .plant(Trees.of("6.12"), cache);
    try (CompiledKernel compiled = new CompiledKernel(KernelBuild.of(mutated, cache), 4)) {
      List<Section> absent = List.of(Section.absent(4), Section.absent(4));
      Call add = new Call(Operation.ARCH_ADD_MEMORY, 0, 8);
      assertEquals(
          Set.of(Event.MEMMAP_MISCOUNTED), compiled.loop(absent, add, Optional.empty()).events());
    }
  }

  @Test
  void aStepOfAnotherTimeIsRefused() {
    KernelTree tree = Trees.of("6.12");
    try (CompiledKernel compiled =
        new CompiledKernel(KernelBuild.of(tree, Trees.cacheOf(tree, cache)), 4)) {
      Step step = new Step(Step.Kind.ADD_ABSENT, Bits.full(4));
      KernelDiffersException e =
          assertThrows(KernelDiffersException.class, () -> compiled.step(Section.absent(4), step));
      assertTrue(e.getMessage().contains(" has no __add_section(): "), e.getMessage());
    }
  }

  private static Set<String> without(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.fault() + " " + o.rc() + " " + o.next())
        .collect(Collectors.toSet());
  }
}
