package org.mhpcheck.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.CoverageReport.NeverFired;

class CoverageReportTest {
  private static final SortedSet<String> CAN = texts("a", "b", "c");

  private static SortedSet<String> texts(String... texts) {
    return new TreeSet<>(List.of(texts));
  }

  @Test
  void allThatFiresNeedsNoReason() {
    CoverageReport report = CoverageReport.judged(CAN, CAN, Map.of());
    assertEquals(ExitStatus.OK, report.exitStatus());
    assertEquals("fired 3 of 3, 0 with a reason not to", report.score());
  }

  @Test
  void whatNeverFiresIsExplainedOrVacuous() {
    CoverageReport report = CoverageReport.judged(texts("b"), CAN, Map.of("c", "nobody asks"));
    assertEquals(
        List.of(
            new NeverFired("a", Optional.empty()), new NeverFired("c", Optional.of("nobody asks"))),
        report.judgement().orElseThrow().neverFired());
    assertEquals(ExitStatus.VACUOUS, report.exitStatus());
    assertEquals("fired 1 of 3, 1 with a reason not to", report.score());
    Map<String, String> reasons = Map.of("a", "x", "c", "nobody asks");
    assertEquals(ExitStatus.OK, CoverageReport.judged(texts("b"), CAN, reasons).exitStatus());
  }

  @Test
  void aReasonForWhatFiresOrIsNotThereIsStale() {
    for (String stale : List.of("a", "z")) {
      CoverageReport report = CoverageReport.judged(CAN, CAN, Map.of(stale, "nobody asks"));
      assertEquals(List.of(stale), report.judgement().orElseThrow().stale());
      assertEquals(ExitStatus.VACUOUS, report.exitStatus());
    }
  }

  @Test
  void aPartIsNotJudged() {
    CoverageReport report = CoverageReport.of(texts("a"));
    assertEquals(ExitStatus.OK, report.exitStatus());
    assertEquals("fired 1", report.score());
  }
}
