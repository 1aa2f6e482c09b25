package org.mhpcheck.checker.bind.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.KernelDiffersException;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** What check --kernel makes of faults in the real code: whether any property notices. */
final class CheckedMutantsTest {
  /** Those that none notices, and why. */
  static final Map<String, String> UNNOTICED =
      Map.of(
          "section_deactivate &= ~SECTION_HAS_MEM_MAP",
          "matters only to whoever looks on the way; at rest the word is 0",
          "sparse_add_section __section_mark_present\\([^;]*;",
          "no property speaks of PRESENT");

  /** As few as can be: what is noticed there needs no larger section. */
  private static final int SUBSECTIONS = 2;

  private static final Question.Explore DIRECT =
      Worlds.with(Worlds.direct(1, SUBSECTIONS, true), Altmap.NONE, Altmap.ALTMAP);

  private static final List<Question.Explore> WORLDS =
      List.of(
          DIRECT,
          Worlds.with(Worlds.device(1, SUBSECTIONS, true), Altmap.NONE, Altmap.ALTMAP),
          new Question.Explore(
              new World(new Geometry(1, SUBSECTIONS), Arch.X86_64, /* block= */ 1, /* node= */ 2),
              BootLayout.DEFAULTS,
              List.of(Caller.MEMORY_BLOCK),
              List.of(Altmap.NONE, Altmap.ALTMAP),
              /* faults= */ true,
              Limits.NONE));

  @TempDir Path cache;

  /** Of one section, by whatever caller, in whatever order, with whatever fault. */
  private static Set<String> brokenIn(AskedKernel kernel, List<Question.Explore> worlds) {
    Set<String> broken = new TreeSet<>();
    for (Question.Explore world : worlds) {
      List<Property> properties =
          Worlds.ofTraces().stream().filter(p -> world.notApplicable(p).isEmpty()).toList();
      new ExploreEngine(1, false, () -> false)
              .answers(Worlds.scenario(world, kernel.design().name(), properties), kernel, p -> {})
              .stream()
              .filter(a -> !(a.verdict() instanceof Verdict.Holds))
              .forEach(a -> broken.add(world.callers() + " " + a.property().name()));
    }
    return broken;
  }

  private <T> T asking(KernelTree tree, Design beside, Function<AskedKernel, T> way) {
    try (CompiledKernel kernel =
        new CompiledKernel(
            KernelBuild.of(tree, Trees.cacheOf(tree, cache)),
            SUBSECTIONS,
            Trees.flavourOf(tree, cache))) {
      return way.apply(new AskedKernel(kernel, beside, List.of()));
    }
  }

  private Set<String> brokenIn(KernelTree tree, Design beside, List<Question.Explore> worlds) {
    return asking(tree, beside, kernel -> brokenIn(kernel, worlds));
  }

  /** By a property that holds without it, in whichever world, or since it cannot be asked. */
  private boolean isNoticed(KernelTree tree, Design beside, Set<String> brokenWithout) {
    try {
      return asking(
          tree,
          beside,
          kernel ->
              WORLDS.stream()
                  .anyMatch(w -> !brokenWithout.containsAll(brokenIn(kernel, List.of(w)))));
    } catch (KernelDiffersException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void propertiesNoticeMutants(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    Design beside = Design.parse("v" + version + "-debian");
    Set<String> brokenWithout = brokenIn(AskedKernel.modelOf(beside), WORLDS);
    assertEquals(brokenWithout, brokenIn(tree, beside, WORLDS), "without any fault");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    Set<String> unnoticed = new TreeSet<>();
    KernelMutant.survivors(
            KernelMutant.OF_SECTIONS,
            tree,
            source,
            cache,
            mutated -> !isNoticed(mutated, beside, brokenWithout))
        .forEach(mutant -> unnoticed.add(name(mutant)));
    assertEquals(new TreeSet<>(UNNOTICED.keySet()), unnoticed);
  }

  static String name(KernelMutant mutant) {
    return mutant.function() + " " + mutant.pattern();
  }

  /** What no other property has a word for is no pass. */
  @ParameterizedTest
  @ValueSource(strings = {"BUG();", "abort();", "*(volatile long *)-8L = 1;"})
  void aBadEndBreaksAProperty(String statement) throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    KernelMutant mutant = new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement);
    KernelTree mutated = mutant.plant(tree, source, cache.resolve("copy"));
    Set<String> broken = brokenIn(mutated, Design.parse("v6.12-debian"), List.of(DIRECT));
    assertTrue(broken.contains("[DIRECT] no-memory-corruption"), broken.toString());
  }

  /** Properties speak of the model's pfn_to_online_page(), too. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void aTreeWithAnotherPfnToOnlinePageIsRefused(String version) throws IOException {
    requireNoticed(version, KernelMutant.OF_ONLINE_PAGES, OnlinePages::disagreements);
  }

  /** Properties speak of the model's pfn_valid(): of a tree with another they would say nothing. */
  @Test
  void aTreeWithAnotherPfnValidIsRefused() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    KernelMutant mutant = new KernelMutant("pfn_valid", "early_section\\(ms\\)", "1");
    KernelTree mutated = mutant.plant(tree, source, cache.resolve("copy"));
    KernelDiffersException differs =
        assertThrows(
            KernelDiffersException.class,
            () -> brokenIn(mutated, Design.parse("v6.12-debian"), WORLDS));
    assertTrue(differs.getMessage().contains("its pfn_valid() is "), differs.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void aTreeWithOtherLoopsIsRefused(String version) throws IOException {
    requireNoticed(version, KernelMutant.OF_LOOPS, Loops::disagreements);
  }

  /** That a tree agrees as it is, and with none of these faults. */
  private void requireNoticed(
      String version,
      List<KernelMutant> mutants,
      BiFunction<KernelBuild, Design, List<Disagreement>> comparison)
      throws IOException {
    KernelTree tree = Trees.of(version);
    Design beside = Design.parse("v" + version + "-debian");
    assertEquals(
        List.of(), comparison.apply(KernelBuild.of(tree, Trees.cacheOf(tree, cache)), beside));
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    assertEquals(
        List.of(),
        KernelMutant.survivors(
            mutants,
            tree,
            source,
            cache,
            mutated -> comparison.apply(KernelBuild.of(mutated, cache), beside).isEmpty()));
  }
}
