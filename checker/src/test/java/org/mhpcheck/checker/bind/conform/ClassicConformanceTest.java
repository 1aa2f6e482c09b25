package org.mhpcheck.checker.bind.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Conformance.Result;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Asks real trees, where there are any, as they are without SPARSEMEM_VMEMMAP. */
final class ClassicConformanceTest {
  private static final List<Altmap> NONE = List.of(Altmap.NONE);

  @TempDir Path cache;

  private Result conform(
      KernelTree tree, String design, int subsections, Function<Conformance, Result> way) {
    KernelBuild build = KernelBuild.of(tree, Trees.cacheOf(tree, cache), Configuration.CLASSIC);
    try (CompiledKernel compiled =
        new CompiledKernel(build, subsections, Trees.flavourOf(tree, cache))) {
      return way.apply(new Conformance(Design.parse(design), compiled, 5));
    }
  }

  private static void assertAgrees(Result result, long states) {
    assertEquals(List.of(), result.disagreements());
    assertEquals(states, result.states());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian-vmemmap", "6.1, v6.1-debian-vmemmap"})
  void theModelDoesWhatTheTreeDoes(String version, String design) {
    KernelTree tree = Trees.of(version);
    // Early or hot-added on either usage or both (L09), online or not; absent; emptied, on boot's
    // usage. As many as there are of any number of subsections.
    assertAgrees(conform(tree, design, 4, c -> c.sections(NONE, true)), 10);
    assertAgrees(conform(tree, design, 8, c -> c.sections(NONE, false)), 10);
    assertAgrees(conform(tree, design, 4, c -> c.systems(2, NONE)), 36);
    assertAgrees(conform(tree, design, 4, c -> c.loops(3, NONE)), 1);
    assertAgrees(conform(tree, design, 2, c -> c.allSections(NONE)), 600);
  }

  /** Memmap is there or not, and what is asked of altmaps and devices is asked of nobody. */
  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void itIsNoKernelWithVmemmap(String version, String design) {
    Result result = conform(Trees.of(version), design, 4, c -> c.sections(NONE, false));
    assertFalse(result.agrees());
  }

  @Test
  void plantedDifferencesAreNoticed() throws IOException {
    KernelTree tree = Trees.of("6.12");
    List<KernelMutant> planted =
        List.of(
            // A second add is refused, as up to v5.6.
            new KernelMutant("fill_subsection_map", "return 0", "return -EEXIST"),
            // As v5.6-rc had it: reset before the memmap is looked for.
            new KernelMutant(
                "section_deactivate",
                "sparse_decode_mem_map\\(.*?\\);",
                "$0 ms->section_mem_map = 0;"),
            new KernelMutant("depopulate_section_memmap", "kvfree\\(.*?\\);", ";"),
            new KernelMutant("free_map_bootmem", "put_page_bootmem\\(page\\)", "(void)page"),
            new KernelMutant(
                "sparse_add_section", "page_init_poison\\(memmap", "page_init_poison(memmap + 1"));
    KernelSource source =
        KernelSource.of(tree, Files.createDirectory(cache.resolve("own")), Configuration.CLASSIC);
    String design = "v6.12-debian-vmemmap";
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            planted,
            tree,
            source,
            cache,
            mutated -> conform(mutated, design, 4, c -> c.sections(NONE, false)).agrees()));
  }

  /** L19, in the kernel's own code. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void anAddWithoutMemoryForMemmapFreesWhatIsNone(String version) {
    KernelTree tree = Trees.of(version);
    KernelBuild build = KernelBuild.of(tree, Trees.cacheOf(tree, cache), Configuration.CLASSIC);
    try (CompiledKernel compiled = new CompiledKernel(build, 4)) {
      Step add = new Step(Step.Kind.ADD, Bits.full(4));
      Fault fault = new Fault(FaultPoint.MEMMAP, 0);
      Reply reply = compiled.ask(Request.step(Section.absent(4), add, Optional.of(fault)));
      assertTrue(
          Set.copyOf(reply.notes().stream().map(Reply.Noted::event).toList())
              .contains(Event.FOREIGN_MEMMAP_FREED),
          reply.text());
    }
  }
}
