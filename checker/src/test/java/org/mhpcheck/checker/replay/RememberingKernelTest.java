package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.KernelBehind;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What is kept is not asked again, and what is not kept is. */
class RememberingKernelTest {
  private static final Kernel MODEL = Worlds.kernel("v6.12");
  private static final Section ABSENT = Section.absent(4);
  private static final Step WHOLE = new Step(Step.Kind.ADD, Bits.full(4));
  private static final Step HALF = new Step(Step.Kind.ADD, Bits.parse("1100"));

  /** The model, and which steps it was asked. */
  private static final class Counting extends KernelBehind {
    private final List<Step> asked = new ArrayList<>();

    Counting() {
      super(MODEL);
    }

    @Override
    public List<Outcome> step(Section section, Step step) {
      asked.add(step);
      return super.step(section, step);
    }
  }

  @Test
  void isAskedOnceWhereThereIsRoom() {
    Counting counting = new Counting();
    Kernel remembering = new RememberingKernel(counting, 2);
    for (int i = 0; i < 2; i++) {
      assertEquals(MODEL.step(ABSENT, WHOLE), remembering.step(ABSENT, WHOLE));
      assertEquals(MODEL.step(ABSENT, HALF), remembering.step(ABSENT, HALF));
    }
    assertEquals(List.of(WHOLE, HALF), counting.asked);
  }

  @Test
  void isAskedAgainWhereThereIsNone() {
    Counting counting = new Counting();
    Kernel remembering = new RememberingKernel(counting, 1);
    for (int i = 0; i < 2; i++) {
      remembering.step(ABSENT, WHOLE);
      assertEquals(MODEL.step(ABSENT, HALF), remembering.step(ABSENT, HALF));
    }
    assertEquals(List.of(WHOLE, HALF, HALF), counting.asked);
  }

  @Test
  void bootsAsItsKernelDoes() {
    Kernel remembering = new RememberingKernel(new Counting(), 1);
    assertEquals(MODEL.boot(Bits.parse("1100"), 0), remembering.boot(Bits.parse("1100"), 0));
    assertEquals("v6.12", remembering.name());
  }
}
