package org.mhpcheck.checker.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mhpcheck.checker.bind.tool.BindException;

@Timeout(20)
class InterruptibleTest {
  private final Interrupt interrupt = new Interrupt();
  private final Interruptible interruptible = new Interruptible(interrupt, () -> {});

  private static void sleep(CountDownLatch interrupted) {
    try {
      TimeUnit.DAYS.sleep(1);
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new BindException("interrupted");
    }
  }

  @Test
  void workIsDone() {
    assertEquals(Optional.of(7), interruptible.run(() -> 7));
  }

  @Test
  void whatGoesWrongIsThrown() {
    BindException e = new BindException("no gcc");
    BindException thrown =
        assertThrows(
            BindException.class,
            () ->
                interruptible.run(
                    () -> {
                      throw e;
                    }));
    assertEquals(e, thrown);
    assertThrows(
        StackOverflowError.class,
        () ->
            interruptible.run(
                () -> {
                  throw new StackOverflowError();
                }));
  }

  @Test
  void anInterruptReachesTheWorkAndIsNoError() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Interruptible working = new Interruptible(interrupt, this::requestOnce);
    assertEquals(
        Optional.empty(),
        working.run(
            () -> {
              sleep(interrupted);
              return 7;
            }));
    assertTrue(interrupted.await(1, TimeUnit.SECONDS));
  }

  @Test
  void workThatHearsNothingIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    Interruptible working = new Interruptible(interrupt, this::requestOnce);
    assertEquals(
        Optional.empty(),
        working.run(
            () -> {
              while (never.getCount() > 0) {
                Thread.onSpinWait();
              }
              return 7;
            }));
    never.countDown();
  }

  private void requestOnce() {
    if (!interrupt.isRequested()) {
      interrupt.request(130);
    }
  }

  @Test
  void whatIsMadeAfterTheInterruptDoesNotCount() {
    assertEquals(
        Optional.empty(),
        interruptible.run(
            () -> {
              interrupt.request(130);
              return 7;
            }));
    assertEquals(Optional.empty(), interruptible.run(() -> 7));
  }
}
