package org.mhpcheck.checker.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How the time of a run is spread, by a clock that the test turns. */
class TimeBudgetTest {
  private long now = -5;

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private TimeBudget budget(int seconds) {
    return new TimeBudget(Optional.of(Duration.ofSeconds(seconds)), () -> now);
  }

  @Test
  void aQuestionMayTakeHalfOfWhatIsLeft() {
    TimeBudget budget = budget(100);
    BooleanSupplier first = budget.isOverForOne();
    pass(49);
    assertFalse(first.getAsBoolean());
    pass(1);
    assertTrue(first.getAsBoolean());
    assertFalse(budget.isOver());
    BooleanSupplier second = budget.isOverForOne();
    pass(24);
    assertFalse(second.getAsBoolean());
    pass(1);
    assertTrue(second.getAsBoolean());
    pass(25);
    assertTrue(budget.isOver());
    assertEquals("the 100 s of --time were over", budget.reason());
  }

  @Test
  void withoutATimeThereIsNoEnd() {
    BooleanSupplier one = TimeBudget.NONE.isOverForOne();
    pass(1_000_000);
    assertFalse(one.getAsBoolean());
    assertFalse(TimeBudget.NONE.isOver());
  }
}
