package org.mhpcheck.checker.system;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.mhpcheck.checker.compose.Sections;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/** What a kernel makes of one section, step by step; each step of each state is asked once. */
public final class KernelSections implements Sections {
  private final Kernel kernel;
  private final Machine machine;
  private final Question.Explore question;
  private final SectionTable sections;
  private final StepTable steps;
  private final List<Condition> conditions;

  /**
   * @param calls whose steps and conditions are all known by now
   */
  public KernelSections(
      Kernel kernel,
      Question.Compose question,
      Design design,
      KernelCalls calls,
      AskedProperties properties) {
    this.kernel = kernel;
    this.question = question.over(question.unit());
    this.machine = this.question.on(design);
    this.sections = new SectionTable(properties);
    this.steps = new StepTable(kernel, calls.steps(), this.question.faults(), properties, sections);
    this.conditions = calls.conditions();
  }

  @Override
  public void initial(IntConsumer states) {
    boolean owners = question.callers().stream().anyMatch(Caller::owns);
    for (BootLayout layout : question.boot()) {
      Section boot =
          Books.boot(kernel, machine, layout.ram(question.geometry().subsections()), owners);
      states.accept(sections.id(boot));
    }
  }

  @Override
  public boolean meets(int condition, int state) {
    return conditions.get(condition).holds(sections.section(state));
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    return steps.outcomes(step, state);
  }

  @Override
  public long brokenBy(int state) {
    return sections.effect(state).broken();
  }

  @Override
  public long metBy(int state) {
    return sections.effect(state).met();
  }

  /** The state that {@code section} is; empty if it was never come by. */
  public OptionalInt state(Section section) {
    return sections.known(section);
  }

  /** The section that is in {@code state}. */
  public Section section(int state) {
    return sections.section(state);
  }
}
