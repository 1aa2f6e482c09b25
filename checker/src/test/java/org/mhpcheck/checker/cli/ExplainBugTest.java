package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.specs.corpus.Corpus;
import org.mhpcheck.specs.corpus.Entry;

/** A bug's story, told and shown. */
class ExplainBugTest {
  @Test
  void itIsToldAndThenShown() {
    CommandLineRun run =
        CommandLineRun.of("explain", "b01")
            .endsWith(0)
            .hasLine("B01: A re-added early section loses its boot usage")
            .hasLine("  affected:   v5.3 and v5.4")
            .hasLine("  functions:  section_deactivate")
            .hasLine("  mended by:  8068df3b6037 \"mm/memory_hotplug: don't free usage map when")
            .hasLine("  read in:    its source or the patch itself")
            .hasLine("  scenario:   history/b01-readded-early-usage")
            .hasLine("boot-usage-never-freed is violated in v5.3: 3 calls");
    assertEquals(3, run.calls().size());
    assertEquals(
        List.of("VIOLATED", "VIOLATED", "HOLDS", "HOLDS"),
        run.resultLines().stream().map(l -> l.split(" ")[0]).toList());
    assertTrue(
        run.resultLines().get(3).startsWith("HOLDS history/b01-readded-early-usage@v5.5/"),
        run.out());
    assertTrue(run.out().endsWith(" expected\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"L10", "l10"})
  void aLatentOneIsMendedByNothing(String id) {
    CommandLineRun.of("explain", id)
        .endsWith(0)
        .hasLine("L10: 6.12.117 writes to memmap")
        .hasLine("  brought by: l10-inaccessible-poisoned")
        .hasLine("  mended by:  nothing")
        .hasLine("inaccessible-memmap-never-written is violated in v6.12-debian: 1 call")
        .hasLine("VIOLATED latent/l10-inaccessible-poisoned@v6.12-debian/");
  }

  @Test
  void oneWithoutAScenarioSaysWhy() {
    CommandLineRun run =
        CommandLineRun.of("explain", "B14")
            .endsWith(0)
            .hasLine("  mended by:  f6564fce256a")
            .hasLine(
                "  scenario:   none: about the sanitizer around the code, not about any state of a section");
    assertEquals(List.of(), run.resultLines());
    assertEquals("", run.err());
  }

  @Test
  void everyOneWithoutAScenarioIsTold() {
    List<String> scenarios = Catalogue.scenarios().names();
    for (Entry entry : Corpus.packaged().entries()) {
      if (entry.scenarios(scenarios).isEmpty()) {
        CommandLineRun.of("explain", entry.id())
            .endsWith(0)
            .hasLine(entry.id() + ": " + entry.title());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"B37, B07", "b1, B01", "l011, L01"})
  void aMisnamedOneIsSuggested(String typed, String meant) {
    CommandLineRun.of("explain", typed).endsWith(64).complains("did you mean " + meant + "?");
  }

  @Test
  void whereAllThatCanBeExplainedIsListedIsSaid() {
    CommandLineRun.of("explain", "nothing-of-the-kind")
        .endsWith(64)
        .complains("mhpcheck list scenarios, mhpcheck list corpus");
  }

  @Test
  void theListHasEveryBugWithItsScenariosOrAReason() {
    List<String> lines = CommandLineRun.of("list", "corpus").endsWith(0).out().lines().toList();
    assertEquals(Corpus.packaged().ids(), lines.stream().map(l -> l.substring(0, 3)).toList());
    assertTrue(
        lines
            .get(0)
            .endsWith(
                "  history/b01-readded-early-usage,"
                    + " history/b01-readded-early-usage-by-a-fault"),
        lines.get(0));
    assertTrue(
        lines
            .get(13)
            .endsWith(
                "  no scenario: about the sanitizer around the code, not about any state of a"
                    + " section"),
        lines.get(13));
  }
}
