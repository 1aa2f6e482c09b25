package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedCommandTest {
  private static final AskedCommand ASKED = AskedCommand.of("nightly --only 'history/b 1*'");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly --only 'history/b 1*' --out somewhere",
        "nightly --out '--only x' --only 'history/b 1*'",
        "nightly --out=a/b --json=c --only 'history/b 1*' --threads=2",
        "nightly --threads 2 --only 'history/b 1*' --resume --quiet --verbose --json x --keep 3",
        "nightly --out 'it'\\''s here' --only 'history/b 1*'"
      })
  void whereResultsGoIsNotAsked(String command) {
    assertEquals(ASKED, AskedCommand.of(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly",
        "nightly --only 'history/b 1*' --full",
        "nightly --only history/b --out '1*'",
        "check --only 'history/b 1*'",
        ""
      })
  void allElseIs(String command) {
    assertNotEquals(ASKED, AskedCommand.of(command));
  }

  /** A file may say that anything was typed. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "'a'", "\\x", "'", "'x", "\\"})
  void aWordMayBeLong(String piece) {
    String word = piece.repeat(100_000);
    assertEquals(
        AskedCommand.of("check " + word), AskedCommand.of("check " + word + " --quiet"), piece);
  }
}
