package org.mhpcheck.checker.bind.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Conformance;
import org.mhpcheck.checker.bind.source.KernelFunction;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.model.design.Design;

final class CoverageTest {
  private static final String ADD =
      "add flags=----- base=zero usage=null reserved=0 map=0000 memmap=---- range=0110";
  private static final String REMOVE =
      "remove flags=PM--- base=own usage=slab reserved=0 map=1100 memmap=pp-- range=1100";

  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void conformingReachesWhatItIsAbout(String version, String design) throws IOException {
    KernelBuild build = KernelBuild.of(Trees.of(version), cache);
    Coverage coverage =
        Coverage.of(
            build,
            4,
            kernel -> {
              Conformance asked = new Conformance(Design.parse(design), kernel, 5);
              asked.sections(asked.altmaps(), true);
            });
    assertTrue(coverage.lines() > 200, "lines: " + coverage.lines());
    assertTrue(coverage.reached() > 0.8 * coverage.lines(), coverage.notReached()::toString);
    assertTrue(coverage.reached() < coverage.lines());
    for (String function :
        List.of(
            "section_deactivate",
            "online_mem_sections",
            "offline_mem_sections",
            "section_taint_zone_device",
            "pfn_section_valid")) {
      assertFalse(has(coverage.notReached(), "in " + function), coverage.notReached()::toString);
    }
    assertTrue(has(coverage.notReached(), "in sparse_init_nid"), coverage.notReached()::toString);
    assertNothingIsLeftOfRuns();
  }

  private static boolean has(List<String> places, String part) {
    return places.stream().anyMatch(p -> p.contains(part));
  }

  private void assertNothingIsLeftOfRuns() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      assertEquals(
          List.of(),
          files
              .filter(f -> f.toString().matches(".*/(run-|fresh-)[^/]*|.*\\.(gcda|gcov|o)"))
              .toList());
    }
  }

  @Test
  void onlyWhatIsAskedCounts() {
    KernelBuild build = KernelBuild.of(Trees.of("6.12"), cache);
    Coverage nothing = Coverage.of(build, 4, kernel -> {});
    assertEquals(0, nothing.reached());
    assertTrue(nothing.lines() > 200);
    List<String> add = LinesRun.of(build, 1, 4, ADD);
    List<String> remove = LinesRun.of(build, 1, 4, REMOVE);
    assertTrue(ran(build, "section_activate", add) && !ran(build, "section_activate", remove));
    assertTrue(ran(build, "section_deactivate", remove));
    assertFalse(ran(build, "section_deactivate", add));
    // What walkers find is asked after every question, but not as a part of it.
    List<String> look = LinesRun.of(build, 1, 4, ADD.replace("add", "look"));
    assertFalse(ran(build, "pfn_valid", look));
    assertFalse(ran(build, "pfn_to_online_page", look));
  }

  /** Whether the first line of a function is among those that ran. */
  private static boolean ran(KernelBuild build, String function, List<String> places) {
    KernelFunction stands =
        build.functions().stream().filter(f -> f.name().equals(function)).findFirst().orElseThrow();
    for (String place : places) {
      String[] halves = place.split(":");
      for (String range : halves[1].split(",")) {
        String[] ends = range.split("-");
        int first = Integer.parseInt(ends[0]);
        if (halves[0].equals(stands.file())
            && stands.line() <= first
            && first <= stands.lastLine()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aQuestionThatKillsHasNoLines() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelTree mutated =
        new KernelMutant("is_subsection_map_empty", "\\{", "{ abort();").plant(tree, cache);
    KernelBuild build = KernelBuild.of(mutated, cache);
    assertEquals(List.of(), LinesRun.of(build, 1, 4, REMOVE));
    assertFalse(LinesRun.of(build, 1, 4, ADD).isEmpty());
  }

  @Test
  void aBugOnTheWayDoesNotLoseTheLinesBefore() throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelTree mutated =
        new KernelMutant("is_subsection_map_empty", "\\{", "{ BUG();").plant(tree, cache);
    KernelBuild build = KernelBuild.of(mutated, cache);
    assertTrue(ran(build, "section_deactivate", LinesRun.of(build, 1, 4, REMOVE)));
  }

  @Test
  void listingsOfGcovAreReadForNumbersOnly() {
    String listing =
        """
                -:    0:Source:mm/sparse.c
                -:    0:Graph:kernel-4.gcno
                1:    3:int a = 1; #####: 9:
               2*:    4:
            #####:    5:
            =====:    6:
                -:    7:
                -:    0:Source:harness.c
                1:    3:
        """;
    assertEquals(
        Map.of("mm/sparse.c", Map.of(3, true, 4, true, 5, false, 6, false)),
        Gcov.read(listing, Set.of("mm/sparse.c")));
  }

  @Test
  void linesThatCannotRunDoNotPartRanges() {
    TreeMap<Integer, Boolean> lines = new TreeMap<>();
    for (int line : new int[] {3, 5, 6, 12}) {
      lines.put(line, true);
    }
    lines.put(8, false);
    FunctionLines function = new FunctionLines("mm/sparse.c", "f", lines);
    assertEquals(List.of("3-6", "12"), function.ranges(true));
    assertEquals(List.of("8"), function.ranges(false));
    assertEquals(4, function.reached());
  }
}
