package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.reports.RunMaker;

class ProgressLineTest {
  private final Captured err = new Captured();
  private long now = 5;

  @Test
  void aLogGetsALineEveryFifteenSeconds() {
    ProgressLine line = new ProgressLine(err.stream(), false, 80, () -> now);
    for (int second = 0; second <= 31; second++) {
      line.onProgress(progress(second));
      now += Duration.ofSeconds(1).toNanos();
    }
    line.onFinding(RunMaker.holds());
    line.close();
    assertEquals(
        """
        0:15  1,500 states, 15,000 transitions (1,000/s), depth 15, frontier 7  b01@v5.4
        0:30  3,000 states, 30,000 transitions (1,000/s), depth 30, frontier 7  b01@v5.4
        """,
        err.text());
  }

  @Test
  void aTerminalHasOneLineRewrittenOnceASecond() {
    ProgressLine line = new ProgressLine(err.stream(), true, 40, () -> now);
    for (int tenth = 0; tenth < 25; tenth++) {
      line.onProgress(progress(tenth / 10));
      now += Duration.ofMillis(100).toNanos();
    }
    assertEquals(
        "\r0:01  100 states, 1,000 transitions (1," + "\r0:02  200 states, 2,000 transitions (1,",
        err.text());
  }

  @Test
  void otherOutputStartsOnAnEmptyLine() {
    ProgressLine line = new ProgressLine(err.stream(), true, 12, () -> now);
    line.clear();
    assertEquals("", err.text());
    now += Duration.ofSeconds(2).toNanos();
    line.onStarted("prove");
    line.onFinding(RunMaker.holds());
    line.clear();
    assertEquals("\rprove\r     \r", err.text());
  }

  @Test
  void aShorterLineCoversALongerOne() {
    ProgressLine line = new ProgressLine(err.stream(), true, 80, () -> now);
    now += Duration.ofSeconds(1).toNanos();
    line.onStarted("something long");
    now += Duration.ofSeconds(1).toNanos();
    line.onStarted("short");
    assertTrue(err.text().endsWith("\rshort         "), err.text());
    assertFalse(err.text().contains("\n"));
  }

  @Test
  void ofExplorationsWhatStatesTakeIsToldToo() {
    ProgressText text = new ProgressText();
    assertEquals(
        "0:02  1,000 states, 8,000 transitions (4,000/s), depth 3, frontier 7,"
            + " 47 section states, 1.5 bytes/state  b01@v5.4",
        text.of(new Progress("b01@v5.4", 1000, 8000, 3, 7, Duration.ofSeconds(2), 47, 1500)));
  }

  private static Progress progress(int second) {
    return new Progress(
        "b01@v5.4", 100L * second, 1000L * second, second, 7, Duration.ofSeconds(second));
  }
}
