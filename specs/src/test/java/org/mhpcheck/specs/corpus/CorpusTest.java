package org.mhpcheck.specs.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/** The corpus as it ships: nothing is left out of it, and everything has a scenario or a reason. */
class CorpusTest {
  private static final Corpus CORPUS = Corpus.packaged();
  private static final List<String> SCENARIOS = new ScenarioCatalogue(Properties.all()).names();

  private static Entry entry(String id) {
    return CORPUS.named(id).orElseThrow();
  }

  @Test
  void itHasEveryId() {
    assertEquals(
        Stream.concat(
                IntStream.rangeClosed(1, 36).mapToObj("B%02d"::formatted),
                IntStream.rangeClosed(1, 21).mapToObj("L%02d"::formatted))
            .toList(),
        CORPUS.ids());
  }

  @Test
  void everyScenarioOfHistoryAndLatentBelongsToAnEntry() {
    assertEquals(
        List.of(),
        SCENARIOS.stream()
            .filter(n -> n.startsWith("history/") || n.startsWith("latent/"))
            .filter(n -> CORPUS.owning(n).isEmpty())
            .toList());
  }

  @Test
  void everyEntryHasAScenarioOrSaysWhyNot() {
    assertEquals(
        List.of(),
        CORPUS.entries().stream()
            .filter(e -> e.absent().isEmpty() && e.scenarios(SCENARIOS).isEmpty())
            .map(Entry::id)
            .toList());
  }

  @Test
  void noEntryWithAScenarioSaysWhyItHasNone() {
    assertEquals(
        List.of(),
        CORPUS.entries().stream()
            .filter(e -> e.absent().isPresent() && !e.scenarios(SCENARIOS).isEmpty())
            .map(Entry::id)
            .toList());
  }

  @Test
  void whatIsMendedSaysByWhat() {
    assertEquals(
        List.of(),
        CORPUS.entries().stream()
            .filter(e -> !e.isLatent() && e.changes().isEmpty() && e.upstream().isEmpty())
            .map(Entry::id)
            .toList());
  }

  @Test
  void everyChangeNamedAfterABugBelongsToOne() {
    for (Change change : Change.values()) {
      if (change.slug().matches("[bl][0-9]{2}-.*")) {
        assertTrue(
            CORPUS.entries().stream().anyMatch(e -> e.changes().contains(change)), change.slug());
      }
    }
  }

  @Test
  void storiesAreStoriesAndTitlesFitALine() {
    for (Entry entry : CORPUS.entries()) {
      int sentences = entry.story().split("\\.\\s+").length;
      assertTrue(2 <= sentences && sentences <= 5, entry.id() + " has " + sentences);
      assertTrue(entry.title().length() <= 90, entry.id());
      assertTrue(!entry.functions().isEmpty(), entry.id());
    }
  }

  @Test
  void idsAreKnownInAnyCase() {
    assertEquals(Optional.of("B01"), CORPUS.named("b01").map(Entry::id));
    assertEquals(Optional.of("L01"), CORPUS.named("L01").map(Entry::id));
    assertEquals(Optional.empty(), CORPUS.named("B37"));
  }

  @Test
  void theScenarioNamedAsTheChangeComesFirst() {
    assertEquals(
        List.of(
            "history/b11-early-memmap-freed-in-part", "history/b11-boot-memmap-freed-to-altmap"),
        entry("B11").scenarios(SCENARIOS));
    assertEquals("history/b01-readded-early-usage", entry("B01").scenarios(SCENARIOS).get(0));
    assertEquals(List.of(Change.RESERVED_USAGE_KEPT), entry("B01").changes());
  }

  @Test
  void scenariosAreOwnedByTheWholeIdAndInTheirFolder() {
    assertEquals(
        List.of("history/b01-x"),
        entry("B01")
            .scenarios(List.of("history/b01-x", "history/b011-x", "latent/b01-x", "b01-x")));
    assertEquals(List.of("latent/l01-x"), entry("L01").scenarios(List.of("latent/l01-x")));
  }
}
