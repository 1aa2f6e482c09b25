package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;

/** Proofs are about the steps that there are. */
class ProvedStepsTest {

  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.2+1..8"})
  void wholeSectionsThatAreAbsent(String name) {
    Design design = Design.parse(name);
    assertEquals(List.of(Step.Kind.ADD_ABSENT, Step.Kind.REMOVE), ProvedSteps.kinds(design));
    assertEquals(List.of(Bits.parse("11")), ProvedSteps.ranges(design, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.2+1..9", "v5.3", "v7.2"})
  void partsOfSections(String name) {
    Design design = Design.parse(name);
    assertEquals(List.of(Step.Kind.ADD, Step.Kind.REMOVE), ProvedSteps.kinds(design));
    assertEquals(
        List.of(Bits.parse("10"), Bits.parse("11"), Bits.parse("01")),
        ProvedSteps.ranges(design, 2));
  }
}
