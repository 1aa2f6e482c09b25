package org.mhpcheck.checker.bind.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Conformance.Result;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.CompiledPlacements;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;
import org.mhpcheck.model.design.Design;

/** Where real trees put usages at boot. */
final class PlacementConformanceTest {
  @TempDir Path cache;

  private Result conform(KernelTree tree, String design, int most, Flavour flavour) {
    try (CompiledKernel compiled =
        new CompiledKernel(
            KernelBuild.of(tree, Trees.cacheOf(tree, cache)),
            PlacementPairs.SUBSECTIONS,
            flavour)) {
      return new Conformance(Design.parse(design), compiled, most).placements();
    }
  }

  private Result conform(KernelTree tree, String design, int most) {
    return conform(tree, design, most, Flavour.PLAIN);
  }

  /**
   * On one node, 9 pages for the pgdat and any of the other 8 taken, at three sizes of a page; with
   * section 0, 6 and 5. On two nodes 6 ways to have both, with 6 times 5 pages for their pgdats and
   * any of 4 taken, and 2 to have one.
   */
  private static final long PLACEMENTS = 3 * 9 * 256 + 6 * 32 + 6 * 6 * 5 * 16 + 2 * 6 * 32;

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoes(String version, String design) {
    Result result = conform(Trees.of(version), design, 5);
    assertEquals(List.of(), result.disagreements());
    assertEquals(PLACEMENTS, result.states());
    assertEquals(PLACEMENTS, result.pairs());
  }

  /** A node's id that is read of other bits, and usages of other sizes. */
  @ParameterizedTest
  @ValueSource(strings = {"v6.1-debian-b17-node-id-in-flags", "v6.1", "v5.2"})
  void aModelOfOtherPlacementsDoesNot(String design) {
    assertFalse(conform(Trees.of("6.1"), design, 1).agrees());
  }

  @Test
  void mutantsAreCaught() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path own = Files.createDirectory(cache.resolve("own"));
    KernelSource source = KernelSource.ofPlacements(tree, own);
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            KernelMutant.OF_PLACEMENTS, tree, source, cache, this::doesWhatTheModelDoes));
  }

  /** The program of sections is not needed, and takes long to compile. */
  private boolean doesWhatTheModelDoes(KernelTree tree) {
    CompiledPlacements compiled =
        new CompiledPlacements(
            KernelBuild.of(tree, cache), PlacementPairs.SUBSECTIONS, Flavour.QUICK);
    return new PlacementPairs(Design.parse("v6.12-debian"), compiled, 1).compare().isEmpty();
  }

  @Test
  void sanitizersReportNothing() {
    Result result = conform(Trees.of("6.12"), "v6.12-debian", 5, Flavour.SANITIZED);
    assertEquals(List.of(), result.disagreements());
  }

  @Test
  void textModeDoesAgainWhatADisagreementSays() {
    KernelTree tree = Trees.of("6.12");
    Disagreement disagreement = conform(tree, "v5.4", 1).disagreements().get(0);
    Path program =
        KernelBuild.of(tree, Trees.cacheOf(tree, cache))
            .ofPlacements()
            .program(PlacementPairs.SUBSECTIONS);
    Ended ended =
        Commands.run(List.of(program.toString(), "3", "text"), disagreement.line() + "\n", cache);
    assertEquals(0, ended.status(), ended.err());
    assertEquals(59, ended.out().strip().split(" ").length, ended.out());
  }
}
