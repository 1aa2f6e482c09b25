package org.mhpcheck.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.model.state.Geometry;

/** How far a verdict goes, in a word and in full. */
class ReachTest {

  @ParameterizedTest
  @MethodSource
  void words(Reach reach, String word, String text) {
    assertEquals(word, reach.word());
    assertEquals(text, reach.text());
  }

  static Stream<Arguments> words() {
    Geometry geometry = new Geometry(2, 8);
    return Stream.of(
        Arguments.of(
            new Reach.ToDepth(3, geometry),
            "depth:3",
            "every sequence of at most 3 calls, 2 x 8 subsections"),
        Arguments.of(
            new Reach.Exhaustive(geometry),
            "exhaustive",
            "every sequence of calls, 2 x 8 subsections"),
        Arguments.of(
            new Reach.AnySections(8),
            "any-sections",
            "every sequence of calls over any number of sections of 8 subsections"),
        Arguments.of(
            new Reach.AnyLength(64),
            "any-length",
            "every sequence of steps on a section of 64 subsections"),
        Arguments.of(
            new Reach.Simulated(1000, 40, 7, geometry),
            "simulated:1000",
            "1000 random walks of at most 40 calls from seed 7, 2 x 8 subsections"),
        Arguments.of(new Reach.AllValues("every page size"), "exhaustive", "every page size"));
  }
}
