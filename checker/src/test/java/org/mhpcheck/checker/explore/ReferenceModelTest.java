package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts on which Spin, Rumur and TLC agree. */
class ReferenceModelTest {
  @ParameterizedTest(name = "{0} x {1}, {5} threads")
  @CsvSource({
    "1, 4,     84,     445,  6, 1",
    "2, 4,  12528,  142812, 12, 1",
    "2, 4,  12528,  142812, 12, 4",
    "2, 6, 478436, 8231184, 16, 2",
  })
  void countsOfThePeers(
      int sections, int subsections, long states, long transitions, int depth, int threads) {
    Exploration exploration =
        new Explorer(
                new ReferenceModel(sections, subsections),
                0,
                Graph.threads(threads),
                "reference",
                p -> {})
            .explore();
    assertTrue(exploration.isComplete());
    assertEquals(states, exploration.states(), "states");
    assertEquals(transitions, exploration.transitions(), "transitions");
    assertEquals(depth, exploration.depth(), "depth");
  }
}
