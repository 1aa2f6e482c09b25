package org.mhpcheck.checker.bind.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.question.Question;

/** What check --kernel makes of faults in the real code: whether any property notices. */
final class CheckedMutantsTest {
  /** Those that none notices, and why. */
  private static final Map<String, String> UNNOTICED =
      Map.of(
          "section_deactivate &= ~SECTION_HAS_MEM_MAP",
          "matters only to whoever looks on the way; at rest the word is 0",
          "sparse_add_section __section_mark_present\\([^;]*;",
          "no property speaks of PRESENT");

  @TempDir Path cache;

  /** Of one section, by whatever caller, in whatever order, with whatever fault. */
  private Set<String> noticedBy(KernelTree tree, Design beside) {
    Set<String> noticed = new TreeSet<>();
    for (Question.Explore world : List.of(Worlds.direct(1, 4, true), Worlds.device(1, 4, true))) {
      Question.Explore asked = Worlds.with(world, Altmap.NONE, Altmap.ALTMAP);
      List<Property> properties =
          Worlds.ofTraces().stream().filter(p -> asked.notApplicable(p).isEmpty()).toList();
      try (CompiledKernel kernel = new CompiledKernel(KernelBuild.of(tree, cache), 4)) {
        new ExploreEngine(1, false, () -> false)
                .answers(
                    Worlds.scenario(asked, beside.name(), properties),
                    new AskedKernel(kernel, beside, List.of()),
                    p -> {})
                .stream()
                .filter(a -> !(a.verdict() instanceof Verdict.Holds))
                .forEach(a -> noticed.add(a.property().name()));
      }
    }
    return noticed;
  }

  /** By a property, or since it cannot be asked. */
  private boolean isNoticed(KernelTree tree, Design beside) {
    try {
      return !noticedBy(tree, beside).isEmpty();
    } catch (KernelDiffersException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void propertiesNoticeMutants(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    Design beside = Design.parse("v" + version + "-debian");
    assertEquals(Set.of(), noticedBy(tree, beside), "without any fault");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    Set<String> unnoticed = new TreeSet<>();
    for (KernelMutant mutant : KernelMutant.OF_SECTIONS) {
      KernelTree mutated = mutant.plant(tree, source, Files.createTempDirectory(cache, "mutant"));
      if (!isNoticed(mutated, beside)) {
        unnoticed.add(mutant.function() + " " + mutant.pattern());
      }
    }
    assertEquals(new TreeSet<>(UNNOTICED.keySet()), unnoticed);
  }

  /** What no other property has a word for is no pass. */
  @ParameterizedTest
  @ValueSource(strings = {"BUG();", "abort();", "*(volatile long *)-8L = 1;"})
  void aBadEndBreaksAProperty(String statement) throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    KernelMutant mutant = new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement);
    KernelTree mutated = mutant.plant(tree, source, cache.resolve("copy"));
    Set<String> noticed = noticedBy(mutated, Design.parse("v6.12-debian"));
    assertTrue(noticed.contains("no-memory-corruption"), noticed.toString());
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
            KernelDiffersException.class, () -> noticedBy(mutated, Design.parse("v6.12-debian")));
    assertTrue(differs.getMessage().contains("its pfn_valid() is "), differs.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void aTreeWithOtherLoopsIsRefused(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    assertEquals(List.of(), Loops.disagreements(KernelBuild.of(tree, cache)));
    KernelSource source = KernelSource.of(tree, Files.createDirectory(cache.resolve("own")));
    for (KernelMutant mutant : KernelMutant.OF_LOOPS) {
      KernelTree mutated = mutant.plant(tree, source, Files.createTempDirectory(cache, "mutant"));
      List<Disagreement> disagreements = Loops.disagreements(KernelBuild.of(mutated, cache));
      assertFalse(disagreements.isEmpty(), mutant + " is not noticed");
    }
  }
}
