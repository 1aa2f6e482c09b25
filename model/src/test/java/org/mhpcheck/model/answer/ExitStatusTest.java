package org.mhpcheck.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitStatusTest {

  /** The worst of a run is what its process ends with; scripts go by these numbers. */
  @Test
  void fromGoodToBad() {
    assertEquals(
        List.of(0, 5, 13, 12, 64, 150, 151, 153, 255),
        Stream.of(ExitStatus.values()).map(ExitStatus::code).toList());
    assertEquals(ExitStatus.VIOLATED, ExitStatus.VACUOUS.worse(ExitStatus.VIOLATED));
    assertEquals(ExitStatus.VACUOUS, ExitStatus.VACUOUS.worse(ExitStatus.INCONCLUSIVE));
    assertEquals(ExitStatus.SYSTEM, ExitStatus.VIOLATED.worse(ExitStatus.SYSTEM));
  }

  @ParameterizedTest
  @EnumSource
  void theWorseOfTwoIsTheSameEitherWay(ExitStatus one) {
    assertEquals(one, one.worse(one));
    assertEquals(one, one.worse(ExitStatus.OK));
    assertEquals(ExitStatus.INTERNAL, ExitStatus.INTERNAL.worse(one));
    for (ExitStatus other : ExitStatus.values()) {
      assertEquals(one.worse(other), other.worse(one));
    }
  }
}
