package org.mhpcheck.checker.system;

import java.util.OptionalInt;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.state.Section;

/** What a kernel makes of one section, step by step; each step of each state is asked once. */
class NumberedSections implements Sections {
  private final SectionTable sections;
  private final StepTable steps;
  private final ConditionTable conditions;

  /**
   * @param calls whose steps and conditions are all known by now
   * @param faults whether allocations may fail
   */
  NumberedSections(Kernel kernel, CallNumbers calls, boolean faults, AskedProperties properties) {
    this.sections = new SectionTable(properties);
    this.steps = new StepTable(kernel, calls.steps(), faults, properties, sections);
    this.conditions = new ConditionTable(sections, calls.conditions());
  }

  @Override
  public boolean meets(int condition, int state) {
    return conditions.holds(condition, state);
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

  /** The number of {@code section}, which gets one if it has none. */
  int number(Section section) {
    return sections.id(section);
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
