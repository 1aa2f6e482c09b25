package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTest {
  private final Circuit circuit = new Circuit();
  private final Bit x = circuit.variable("x");
  private final Bit y = circuit.variable("y");

  @Test
  void aFunctionWithoutBranchesHasOnePath() {
    assertEquals(List.of(new Run<>("done", List.of())), Path.all(path -> "done"));
  }

  @Test
  void aBranchOnAKnownBitIsNoChoice() {
    assertEquals(
        List.of(new Run<>("10", List.of())),
        Path.all(path -> digit(path.test(Bit.TRUE)) + digit(path.test(Bit.FALSE))));
  }

  @Test
  void aBranchOnAnUnknownBitIsTakenBothWaysHoldingFirst() {
    assertEquals(
        List.of(
            new Run<>("11", List.of(x, y)),
            new Run<>("10", List.of(x, y.not())),
            new Run<>("0", List.of(x.not()))),
        Path.all(circuit, path -> path.test(x) ? "1" + digit(path.test(y)) : "0"));
  }

  @Test
  void aBitAskedTwiceIsAnsweredAlike() {
    assertEquals(
        List.of(new Run<>("110", List.of(x)), new Run<>("001", List.of(x.not()))),
        Path.all(
            circuit,
            path -> digit(path.test(x)) + digit(path.test(x)) + digit(path.test(x.not()))));
  }

  @Test
  void everyCombinationOfChoicesComesOnceInOrder() {
    assertEquals(
        List.of("00", "01", "02", "10", "11", "12"),
        Path.all(path -> "" + path.choose(2) + path.choose(3)).stream().map(Run::result).toList());
  }

  @Test
  void aChoiceOfOneIsNone() {
    assertEquals(1, Path.all(path -> path.choose(1)).size());
  }

  @Test
  void aLaterChoiceMayDependOnAnEarlierOne() {
    assertEquals(
        List.of("0", "10", "11"),
        Path.all(path -> path.choose(2) == 0 ? "0" : "1" + path.choose(2)).stream()
            .map(Run::result)
            .toList());
  }

  @Test
  void whatIsAssumedIsAConditionAndNoBranch() {
    List<Run<String>> runs =
        Path.all(
            circuit,
            path -> {
              path.assume(Bit.TRUE);
              path.assume(y);
              return digit(path.test(x));
            });
    assertEquals(List.of(new Run<>("1", List.of(y, x)), new Run<>("0", List.of(y, x.not()))), runs);
    assertSame(y.and(x), runs.get(0).condition());
  }

  @Test
  void aPathKnowsTheCircuitOfItsUnknowns() {
    Path.all(circuit, path -> assertSameCircuit(path));
    Path.all(
        path -> {
          assertNull(path.circuit());
          return path;
        });
  }

  private Path assertSameCircuit(Path path) {
    assertSame(circuit, path.circuit());
    return path;
  }

  private static String digit(boolean answer) {
    return answer ? "1" : "0";
  }
}
