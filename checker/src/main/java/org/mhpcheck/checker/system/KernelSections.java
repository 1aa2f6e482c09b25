package org.mhpcheck.checker.system;

import java.util.function.IntConsumer;
import org.mhpcheck.checker.compose.BootedSections;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/** One section of any number of them, from boot on. */
public final class KernelSections extends NumberedSections implements BootedSections {
  private final Kernel kernel;
  private final Machine machine;
  private final Question.Explore question;

  /**
   * @param calls whose steps and conditions are all known by now
   */
  public KernelSections(
      Kernel kernel,
      Question.Compose question,
      Design design,
      KernelCalls calls,
      AskedProperties properties) {
    super(kernel, calls.numbers(), question.over(question.unit()).faults(), properties);
    this.kernel = kernel;
    this.question = question.over(question.unit());
    this.machine = this.question.on(design);
  }

  @Override
  public void initial(IntConsumer states) {
    boolean owners = question.callers().stream().anyMatch(Caller::owns);
    for (BootLayout layout : question.boot()) {
      Section boot =
          Books.boot(kernel, machine, layout.ram(question.geometry().subsections()), owners);
      states.accept(number(boot));
    }
  }
}
