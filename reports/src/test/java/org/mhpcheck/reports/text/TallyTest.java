package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;

/** A run without findings is no pass, but where kernel trees were compared. */
class TallyTest {
  private static Optional<String> shortfall(ExitStatus status, boolean compared) {
    List<CompiledFrom> kernels = compared ? RunMaker.runOfTree().kernels() : List.of();
    RunReport plain = RunMaker.run(true, status);
    return new Tally(
            new RunReport(
                plain.version(),
                plain.command(),
                plain.timing(),
                List.of(),
                List.of(),
                kernels,
                true,
                status))
        .shortfall();
  }

  @Test
  void whatIsMissing() {
    assertEquals(Optional.empty(), shortfall(ExitStatus.OK, true));
    assertEquals(Optional.of("nothing was answered"), shortfall(ExitStatus.OK, false));
    assertEquals(Optional.of("nothing was answered"), shortfall(ExitStatus.INCONCLUSIVE, true));
    assertEquals(Optional.of("nothing was answered"), shortfall(ExitStatus.INCONCLUSIVE, false));
  }
}
