package org.mhpcheck.checker.bind.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Conformance.Result;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.CompiledSpans;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;

/** Asks real trees, where there are any. */
final class ConformanceTest {
  @TempDir Path cache;

  private <T> T conform(
      KernelTree tree, String design, int subsections, int most, Function<Conformance, T> way) {
    try (CompiledKernel compiled =
        new CompiledKernel(
            KernelBuild.of(tree, Trees.cacheOf(tree, cache)),
            subsections,
            Trees.flavourOf(tree, cache))) {
      return way.apply(new Conformance(Design.parse(design), compiled, most));
    }
  }

  private Result conform(KernelTree tree, String design, int subsections, int most) {
    return conform(tree, design, subsections, most, c -> c.sections(c.altmaps(), false));
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
    // Early, of any RAM, online or not, tainted or not. Hot-added on either usage, each subsection
    // from the page allocator or from an altmap: all but none of 3^K, with as many flags. Emptied,
    // on boot's usage or none.
    assertAgrees(conform(tree, design, 4, 5), 4 * 15 + 4 * 2 * 80 + 2 * flagsOfEmptied(version));
    // Without altmaps, hot-added is any but the empty map.
    Result larger = conform(tree, design, 8, 5, c -> c.sections(List.of(Altmap.NONE), false));
    assertAgrees(larger, 4 * 255 + 4 * 2 * 255 + 2 * flagsOfEmptied(version));
  }

  /** Anything may be tainted; online_mem_sections() of 6.12.117 does not ask what is valid. */
  private static int flagsOfEmptied(String version) {
    return version.equals("6.12") ? 4 : 2;
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoesWithNoPages(String version, String design) {
    // To add no pages sets all bits, and to remove none clears all: so there are bits without
    // memmap, and memmap without bits, but never both in one section.
    int bitsWithoutMemmap = 256; // each subsection: nothing, or a bit with p, a or no memmap
    int memmapWithoutBits = 625; // p or a, with a bit or without; or nothing
    int neither = 81;
    int emptied = 81;
    int hotAdded = bitsWithoutMemmap + memmapWithoutBits - neither - emptied;
    assertAgrees(
        conform(Trees.of(version), design, 4, 5, c -> c.sections(c.altmaps(), true)),
        4 * 15 + 4 * 2 * hotAdded + flagsOfEmptied(version) * 2 * emptied);
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theTreesLoopsFollowThePlans(String version, String design) {
    KernelTree tree = Trees.of(version);
    for (int sections : List.of(2, 3)) {
      assertAgrees(conform(tree, design, 4, 5, c -> c.loops(sections, c.altmaps())), 1);
    }
    // Asked of the mutants, so without any fault it has to agree.
    assertAgrees(conform(tree, design, 2, 5, c -> c.loops(2, c.altmaps())), 1);
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
  @CsvSource({
    "6.12, v5.4",
    "6.12, v6.12-debian-b11-early-memmap-freed-in-part",
    "6.12, v6.12-debian-online-unchecked",
    "6.12, v6.12-debian-b24-memmap-miscounted",
    "6.1, v6.1",
    "6.1, v6.8",
    "6.1, v6.1-debian-b16-hole-found-online",
    "6.1, v6.1-debian-b15-device-page-found-online",
    "6.1, v6.1-debian-b17-node-id-in-flags",
    "6.1, v6.1-debian+memmap-counted"
  })
  void theModelOfAnotherKernelDoesNot(String version, String design) {
    assertFalse(conform(Trees.of(version), design, 4, 1).agrees());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void evenOnStatesThatNoKernelMakesTheyDoTheSame(String version, String design) {
    Result result = conform(Trees.of(version), design, 2, 5, c -> c.allSections(c.altmaps()));
    assertAgrees(result, 100_352);
  }

  @Test
  void mutantsOfTheTreeAreCaught() throws IOException {
    List<KernelMutant> mutants = new ArrayList<>(KernelMutant.OF_SECTIONS);
    mutants.addAll(KernelMutant.OF_ONLINE_PAGES);
    mutants.addAll(KernelMutant.OF_COUNTS);
    requireCaught("6.12", mutants);
  }

  /** Of the others {@link CheckedMutantsTest} knows in 6.1, too, that they are noticed. */
  @Test
  void mutantsThatNoPropertyNoticesAreCaughtAlsoInAnOlderTree() throws IOException {
    List<KernelMutant> mutants =
        KernelMutant.OF_SECTIONS.stream()
            .filter(m -> CheckedMutantsTest.UNNOTICED.containsKey(CheckedMutantsTest.name(m)))
            .toList();
    assertEquals(CheckedMutantsTest.UNNOTICED.size(), mutants.size());
    requireCaught("6.1", mutants);
  }

  /** In sections of two subsections: on all states of those the tree agrees as it is. */
  private void requireCaught(String version, List<KernelMutant> mutants) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    String design = "v" + version + "-debian";
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            mutants, tree, source, cache, m -> conform(m, design, 2, 1).agrees()));
  }

  /** Three sections, each absent, full or in part, on two nodes: 5^3 machines. */
  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelBootsAsTheTreeDoes(String version, String design) {
    Result result = conform(Trees.of(version), design, 4, 5, c -> c.boots(3));
    assertEquals(List.of(), result.disagreements());
    assertEquals(125, result.states());
    assertEquals(1245, result.pairs());
  }

  @Test
  void mutantsOfBootsAreCaught() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            KernelMutant.OF_BOOTS,
            tree,
            source,
            cache,
            m -> conform(m, "v6.12-debian", 4, 1, c -> c.boots(3)).agrees()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void mutantsOfTheLoopsAreCaught(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    String design = "v" + version + "-debian";
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            KernelMutant.OF_LOOPS,
            tree,
            source,
            cache,
            m -> conform(m, design, 2, 1, ConformanceTest::agreesOfTwoSections)));
  }

  /** By either comparison: each has to notice a fault of the loops alone. */
  private static boolean agreesOfTwoSections(Conformance c) {
    return c.loops(2, c.altmaps()).agrees() || c.systems(2, c.altmaps()).agrees();
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void theModelDoesWhatTheTreeDoesToSpans(String version, String design) {
    // Moves: of 11 spans each of two zones and the node. Leaving ZONE_NORMAL: of 49 sections each,
    // 11 spans of it and 3 of ZONE_DEVICE; leaving that, one. From pfn 0 on, and from section 1 on.
    long states = 2 * (11 * 11 * 11 + 49 * 49 * (11 * 3 + 1));
    assertAgrees(conform(Trees.of(version), design, 2, 5, Conformance::spans), states);
  }

  @ParameterizedTest
  @CsvSource({
    "6.12, v6.12-debian-b21-node-spans-from-zero",
    "6.12, v6.12-debian-memmap-poisoned-with-zone",
    "6.12, v6.12-debian-b16-hole-found-online",
    "6.12, v6.12-debian-b15-device-page-found-online",
    "6.1, v6.1-debian-holes-not-looked-for",
    "6.1, v5.5"
  })
  void theModelOfOtherSpansDoesNot(String version, String design) {
    assertFalse(conform(Trees.of(version), design, 2, 1, Conformance::spans).agrees());
  }

  @Test
  void mutantsOfSpansAreCaught() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.ofSpans(tree, Files.createDirectory(cache.resolve("own")));
    assertEquals(
        List.of(),
        KernelMutant.survivors(KernelMutant.OF_SPANS, tree, source, cache, this::hasSpansOfModel));
  }

  /** The program of sections is not needed, and takes long to compile. */
  private boolean hasSpansOfModel(KernelTree tree) {
    CompiledSpans compiled = new CompiledSpans(KernelBuild.of(tree, cache), 2, Flavour.QUICK);
    ModelledKernel model = new ModelledKernel(Design.parse("v6.12-debian"));
    return new SpanPairs(model, compiled, 1).compare().isEmpty();
  }

  @Test
  void textModeOfSpansDoesAgainWhatADisagreementSays() {
    KernelTree tree = Trees.of("6.12");
    Disagreement disagreement =
        conform(tree, "v5.5", 2, 1, Conformance::spans).disagreements().get(0);
    Path program = KernelBuild.of(tree, Trees.cacheOf(tree, cache)).ofSpans().program(2);
    Ended ended =
        Commands.run(List.of(program.toString(), "2", "text"), disagreement.line() + "\n", cache);
    assertEquals(0, ended.status(), ended.err());
    assertEquals(13, ended.out().strip().split(" ").length, ended.out());
  }

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void sanitizersNeverReportTheHarnessItself(String version, String design) {
    KernelTree tree = Trees.of(version);
    KernelBuild build = KernelBuild.of(tree, Trees.cacheOf(tree, cache));
    try (CompiledKernel compiled = new CompiledKernel(build, 4, Flavour.SANITIZED)) {
      Conformance asked = new Conformance(Design.parse(design), compiled, 5);
      Conformance.Result result = asked.sections(asked.altmaps(), true);
      assertEquals(List.of(), result.disagreements());
    }
  }

  /** Up to v5.11 it was a macro that asked nothing but the flag, and no section was tainted. */
  @Test
  void pfnToOnlinePageMayBeAMacroAndNoSectionTainted() throws IOException {
    String body = "online_section_nr(pfn_to_section_nr(pfn)) ? pfn_to_page(pfn) : NULL";
    KernelTree tree =
        new KernelMutant(
                "pfn_to_online_page",
                "(?s).+",
                "#define pfn_to_online_page(pfn) (%s)\n".formatted(body))
            .plant(Trees.of("6.1"), Files.createDirectory(cache.resolve("macro")));
    tree =
        new KernelMutant("section_taint_zone_device", "(?s).+", "")
            .plant(tree, Files.createDirectory(cache.resolve("untainted")));
    String lacking = "-b16-hole-found-online-b15-device-page-found-online";
    Result result = conform(tree, "v6.1-debian" + lacking, 4, 5);
    assertAgrees(result, 2 * 15 + 2 * 2 * 80 + 2);
    assertFalse(conform(tree, "v6.1-debian", 4, 1).agrees());
  }

  @Test
  void textModeBootsAgainAsADisagreementSays() {
    KernelTree tree = Trees.of("6.12");
    // v5.2 has no map that boot could reach for: it goes on where the tree crashes.
    String line = conform(tree, "v5.2", 4, 1, c -> c.boots(3)).disagreements().get(0).line();
    assertTrue(line.startsWith("boot_all nodes="), line);
    Path program = KernelBuild.of(tree, Trees.cacheOf(tree, cache)).program(4);
    String usages = "boot_all nodes=0,0,1 fails=usages:1 map=1111 | map=1100 | map=1111";
    Ended ended =
        Commands.run(List.of(program.toString(), "3", "text"), line + "\n" + usages + "\n", cache);
    assertEquals(0, ended.status(), ended.err());
    List<String> answers = ended.out().lines().toList();
    assertEquals(2, answers.size());
    // The first usages failed, and then boot ended at a NULL pointer; the third section has its
    // own.
    assertTrue(answers.get(1).startsWith("rc=256 NULL_DEREFERENCE flags=-----"), answers.get(1));
    assertTrue(answers.get(1).contains("| flags=PMOE- base=own usage=boot"), answers.get(1));
  }

  @Test
  void textModeDoesAgainWhatADisagreementSays() {
    KernelTree tree = Trees.of("6.12");
    List<Disagreement> all = conform(tree, "v5.4+8068df3b6037", 4, 5).disagreements();
    Disagreement disagreement = all.get(all.size() - 1);
    assertTrue(disagreement.line().startsWith("add range="), disagreement.line());
    Path program = KernelBuild.of(tree, Trees.cacheOf(tree, cache)).program(4);
    Ended ended =
        Commands.run(List.of(program.toString(), "1", "text"), disagreement.line() + "\n", cache);
    assertEquals(0, ended.status(), ended.err());
    assertTrue(ended.out().startsWith(disagreement.compiled()), ended.out() + disagreement);
  }
}
