package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.explore.Transitions.Whole;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Spans;

/** The spans over all sections, as the word behind them. */
final class KernelSpans implements Whole {
  private final Kernel kernel;
  private final int firstSection;
  private final List<SpanStep> steps;
  private final AskedProperties properties;
  private final NumberedSections sections;
  private final int count;
  private final SpansTable words = new SpansTable();

  KernelSpans(
      Kernel kernel,
      int firstSection,
      CallNumbers calls,
      AskedProperties properties,
      NumberedSections sections,
      int count) {
    this.kernel = kernel;
    this.firstSection = firstSection;
    this.steps = calls.spanSteps();
    this.properties = properties;
    this.sections = sections;
    this.count = count;
  }

  int word(Spans spans) {
    return words.id(spans);
  }

  @Override
  public Came step(int number, int[] state) {
    Memory before = memory(state);
    SpanStep step = steps.get(number);
    SpanOutcome outcome = kernel.step(before, step);
    Effect effect = properties.of(new SpanStepTaken(before, step, outcome));
    int code = outcome.zone().map(CallNumbers::code).orElse(CallNumbers.OTHERWISE);
    int[] next = outcome.isCorrupt() ? state : next(state, before, outcome.next());
    return new Came(next, code, outcome.isCorrupt(), effect.broken(), effect.met());
  }

  private int[] next(int[] state, Memory before, Memory after) {
    int[] next = state.clone();
    next[count] = words.id(after.spans());
    for (int i = 0; i < count; i++) {
      Section section = after.sections().get(i);
      if (!section.equals(before.sections().get(i))) {
        next[i] = sections.number(section);
      }
    }
    return next;
  }

  @Override
  public long brokenBy(int[] state) {
    return properties.of(memory(state)).broken();
  }

  @Override
  public long metBy(int[] state) {
    return properties.of(memory(state)).met();
  }

  private Memory memory(int[] state) {
    List<Section> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(sections.section(state[i]));
    }
    return new Memory(all, words.spans(state[count]), firstSection);
  }
}
