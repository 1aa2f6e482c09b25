package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;

/** Parts of a run that is asked in several. */
class ShardTest {

  /** Every scenario is in one of them and in no other, and they are of one size. */
  @Property(tries = 200)
  void togetherTheyAreAll(
      @ForAll @IntRange(min = 1, max = 9) int of, @ForAll @IntRange(max = 40) int scenarios) {
    List<Integer> all = IntStream.range(0, scenarios).boxed().toList();
    List<Integer> found = new ArrayList<>();
    for (int i = 1; i <= of; i++) {
      List<Integer> part = Shard.parse(i + "/" + of).of(all);
      assertTrue(part.size() - scenarios / of <= 1);
      found.addAll(part);
    }
    assertEquals(all, found.stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/2", "3/2", "1/0", "1", "", "1/2/3", "-1/2", " 1/2", "9999999/9999999"})
  void whatIsNoneIsWrongUsage(String text) {
    CliException e = assertThrows(CliException.class, () -> Shard.parse(text));
    assertEquals(ExitStatus.USAGE, e.status());
    assertTrue(e.getMessage().startsWith("--shard is '" + text + "', expected I/N"));
  }
}
