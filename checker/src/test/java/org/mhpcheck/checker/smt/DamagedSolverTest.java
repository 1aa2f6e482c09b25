package org.mhpcheck.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.checker.tool.ToolException;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;

/** Of a solver that breaks, no answer counts but those it was asked for, all of them. */
class DamagedSolverTest {
  private static final int QUESTIONS = 3;

  @Provide
  Arbitrary<DamagedFile> answers() {
    return DamagedFile.of(List.of("sat\nunsat\nsat\n", "unsat\n  unsat \nunsat"));
  }

  @Example
  void allOfThem() {
    assertEquals(List.of(true, false, true), Z3.answers("sat\nunsat\nsat\n", "", QUESTIONS));
  }

  @Property
  void areAnswersOrRefused(@ForAll("answers") DamagedFile file) {
    Optional<List<Boolean>> read =
        ReadOrRefused.by(
            ToolException.class,
            "z3",
            () ->
                Z3.answers(
                    new String(file.bytes(), StandardCharsets.UTF_8), file.text(), QUESTIONS));
    read.ifPresent(answers -> assertEquals(QUESTIONS, answers.size()));
    Statistics.collect(read.isPresent());
  }
}
