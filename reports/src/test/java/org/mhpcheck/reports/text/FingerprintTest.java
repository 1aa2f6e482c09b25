package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;

class FingerprintTest {
  private static String of(Trace trace) {
    return Fingerprint.of(
        RunMaker.finding(
            "check",
            new Verdict.Violated(RunMaker.EXHAUSTIVE, trace),
            Optional.empty(),
            Finding.Grade.NONE));
  }

  private static TraceMaker v54(BootLayout layout) {
    return new TraceMaker("v5.4", new Geometry(1, 4), layout);
  }

  @Test
  void whatTookLongerIsTheSame() {
    Finding f = RunMaker.violated();
    Finding slower =
        new Finding(
            f.scenario(),
            f.design(),
            f.subject(),
            f.property(),
            f.verdict(),
            new Statistics(1, 2, 3, 4, Duration.ofDays(1)),
            f.expected(),
            Finding.Grade.NONE,
            List.of());
    assertEquals(Fingerprint.of(f), Fingerprint.of(slower));
    assertEquals(32, Fingerprint.of(f).length());
  }

  @Test
  void anotherCounterexampleIsAnother() {
    Set<String> all =
        Set.of(
                v54(BootLayout.FULL).call(Operation.ARCH_REMOVE_MEMORY, 0, 4).trace(),
                v54(BootLayout.FULL).call(Operation.ARCH_REMOVE_MEMORY, 0, 2).trace(),
                v54(BootLayout.LOWER_HALF).call(Operation.ARCH_REMOVE_MEMORY, 0, 4).trace(),
                v54(BootLayout.ABSENT).call(Operation.ARCH_ADD_MEMORY, 0, 4).trace(),
                v54(BootLayout.ABSENT).call(Operation.ARCH_ADD_MEMORY, 0, 4, 1).trace())
            .stream()
            .map(FingerprintTest::of)
            .collect(Collectors.toSet());
    assertEquals(5, all.size());
  }

  @Test
  void whatWasAskedAndWhatItCameToIsInIt() {
    assertNotEquals(Fingerprint.of(RunMaker.holds()), Fingerprint.of(RunMaker.violated()));
    assertNotEquals(Fingerprint.of(RunMaker.holds()), Fingerprint.of(RunMaker.mended()));
    assertNotEquals(
        Fingerprint.of(RunMaker.holds()), Fingerprint.of(RunMaker.in("v5.5", RunMaker.holds())));
  }

  /** Binding: histories and alerts of other tools go by it. */
  @Test
  void itStaysWhatItIs() {
    assertEquals("5b0a3ab0e9ad04738b8379fdb1dcdc1e", Fingerprint.of(RunMaker.violated()));
  }
}
