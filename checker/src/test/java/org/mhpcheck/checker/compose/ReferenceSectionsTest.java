package org.mhpcheck.checker.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.checker.compose.ReferenceSections.Fault;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.model.question.Limits;

/** The model that other model checkers have counted, put together from its sections. */
class ReferenceSectionsTest {

  private static Composition compose(ReferenceSections reference) {
    Limit none = (states, bytes) -> Optional.empty();
    return Composition.of(Seam.of(reference, 8, none), reference, none);
  }

  private static BigInteger composed(int sections, int subsections) {
    return compose(new ReferenceSections(subsections)).interfaces().states(sections);
  }

  private static Exploration exploration(int sections, int subsections) {
    return new Explorer(
            new Together(new ReferenceSections(subsections), sections),
            0,
            new Settings(2, Limits.NONE, false, () -> false),
            "reference",
            p -> {})
        .explore();
  }

  private static BigInteger explored(int sections, int subsections) {
    return BigInteger.valueOf(exploration(sections, subsections).states());
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"1, 4, 84, 445, 6", "2, 4, 12528, 142812, 12", "2, 6, 478436, 8231184, 16"})
  void countsOfThePeers(int sections, int subsections, long states, long transitions, int depth) {
    assertEquals(BigInteger.valueOf(states), composed(sections, subsections));
    Exploration exploration = exploration(sections, subsections);
    assertEquals(states, exploration.states());
    assertEquals(transitions, exploration.transitions());
    assertEquals(depth, exploration.depth());
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"1, 2", "2, 2", "3, 2", "4, 2", "1, 3", "2, 3", "3, 3", "2, 5", "1, 8"})
  void asManyStatesAsExplorationReaches(int sections, int subsections) {
    assertEquals(explored(sections, subsections), composed(sections, subsections));
  }

  /** What was known before this was written: a table of three by three, of any size. */
  @ParameterizedTest
  @CsvSource({"4, 198", "6, 1266", "8, 8476"})
  void threeInterfaceClassesAtEitherSide(int subsections, int states) {
    Composition composition = compose(new ReferenceSections(subsections));
    assertEquals(states, composition.states());
    assertEquals(3, composition.interfaces().left());
    assertEquals(3, composition.interfaces().right());
    assertEquals(6, composition.interfaces().pairs());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatIsLeftOutIsMissed(Fault fault) {
    assertNotEquals(
        explored(2, 4), compose(new ReferenceSections(4, fault)).interfaces().states(2));
  }

  /** Were all states one class, any could be beside any. */
  @Test
  void classesTellWhatCannotBeBesideEachOther() {
    Composition composition = compose(new ReferenceSections(4));
    BigInteger any = BigInteger.valueOf(composition.states());
    assertEquals(-1, explored(2, 4).compareTo(any.multiply(any)));
    assertEquals(explored(2, 4), composition.interfaces().states(2));
  }
}
