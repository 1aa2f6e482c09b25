package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.question.Question;

/**
 * How large the state spaces are. The numbers of states of {@code direct} were known from elsewhere
 * before this checker was written, those of v5.4 apart; all others are what it gave when it was
 * right on everything else. A change of the modelled kernel may change them; a change of an engine
 * may not.
 */
class GoldenCountsTest {
  @ParameterizedTest(name = "{0} {1} x {2} faults={3}")
  @CsvSource({
    "v5.4,  1, 4, false, 302,   6040, 6",
    "v5.4,  1, 4, true,  302,   6236, 6",
    "v5.8,  1, 4, false, 172,   3440, 5",
    "v5.8,  1, 4, true,  172,   3538, 5",
    "v6.12, 1, 4, false,  47,    940, 3",
    "v6.12, 1, 4, true,   47,   1038, 3",
    "v6.12, 1, 8, false, 767,  55224, 5",
    "v6.12, 1, 8, true,  767,  58810, 5",
    "v6.12, 2, 4, false, 2209, 159048, 5",
    "v6.12, 2, 4, true,  2209, 175130, 5",
  })
  void direct(
      String design,
      int sections,
      int subsections,
      boolean faults,
      long states,
      long transitions,
      int depth) {
    requireCounts(design, Worlds.direct(sections, subsections, faults), states, transitions, depth);
  }

  @ParameterizedTest(name = "{0} {1} x {2} faults={3}")
  @CsvSource({
    "v5.4, 1, 4, false, 88, 299, 5",
    "v5.8, 1, 4, false, 55, 170, 4",
    "v5.8, 1, 4, true, 137, 1076, 4",
    "v5.8, 2, 4, false, 3718, 22954, 8",
    "v5.8, 2, 4, true, 29073, 537084, 9",
    "v6.12, 1, 4, false, 41, 143, 4",
    "v6.12, 1, 4, true, 123, 1049, 4",
    "v6.12, 2, 4, false, 2185, 15068, 8",
    "v6.12, 2, 4, true, 25581, 527078, 9",
  })
  void device(
      String design,
      int sections,
      int subsections,
      boolean faults,
      long states,
      long transitions,
      int depth) {
    requireCounts(design, Worlds.device(sections, subsections, faults), states, transitions, depth);
  }

  /**
   * Of one section 4 * 3^K and some: each subsection has no memmap, or it is of one or the other.
   */
  @ParameterizedTest(name = "{0} {1} x {2} faults={3}")
  @CsvSource({
    "v6.12, 1, 4, false,   177,    7080, 5",
    "v6.12, 1, 4, true,    177,    7648, 5",
    "v6.12, 1, 8, false, 13377, 1926288, 9",
    "v6.12, 2, 4, false, 31329, 4511376, 9",
  })
  void directWithAltmaps(
      String design,
      int sections,
      int subsections,
      boolean faults,
      long states,
      long transitions,
      int depth) {
    Question.Explore world = Worlds.direct(sections, subsections, faults);
    requireCounts(
        design, Worlds.with(world, Altmap.NONE, Altmap.ALTMAP), states, transitions, depth);
  }

  @ParameterizedTest(name = "{0} {1} x {2} faults={3}")
  @CsvSource({
    "v5.8, 1, 4, false, 198, 856, 4",
    "v6.12, 1, 4, false, 166, 778, 4",
    "v6.12, 1, 4, true, 387, 4388, 4",
    "v6.12, 2, 4, false, 34276, 315096, 8",
    "v6.12, 2, 4, true, 264663, 6944450, 9",
  })
  void deviceWithAltmaps(
      String design,
      int sections,
      int subsections,
      boolean faults,
      long states,
      long transitions,
      int depth) {
    Question.Explore world = Worlds.device(sections, subsections, faults);
    requireCounts(
        design, Worlds.with(world, Altmap.NONE, Altmap.ALTMAP), states, transitions, depth);
  }

  /** To a remove it is an altmap, and so it is to the state. */
  @Test
  void inaccessibleAltmapsAreNoFurtherStates() {
    Question.Explore world = Worlds.direct(1, 4, true);
    Exploration all =
        Worlds.explore(Worlds.kernel("v6.12-debian"), Worlds.with(world, Altmap.values()));
    assertEquals(177, all.states());
  }

  private static void requireCounts(
      String design, Question.Explore world, long states, long transitions, int depth) {
    Exploration exploration = Worlds.explore(Worlds.kernel(design), world);
    assertTrue(exploration.isComplete());
    assertEquals(states, exploration.states(), "states");
    assertEquals(transitions, exploration.transitions(), "transitions");
    assertEquals(depth, exploration.depth(), "depth");
  }
}
