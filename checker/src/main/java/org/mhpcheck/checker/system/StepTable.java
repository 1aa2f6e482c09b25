package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;

/**
 * What each step makes of each section state, asked of the kernel once and kept.
 *
 * <p>Of outcomes that differ only in which allocation failed, the first is kept: the others lead
 * nowhere else.
 */
final class StepTable {

  /**
   * One outcome, by numbers.
   *
   * @param next the section's id afterwards; meaningless if memory is corrupt
   */
  record Known(int next, Errno rc, Optional<Fault> fault, boolean isCorrupt, long broken, long met)
      implements Sections.Outcome {

    @Override
    public int code() {
      return rc.ordinal();
    }

    @Override
    public boolean isLost() {
      return isCorrupt;
    }
  }

  /** A list that can be published without a lock: final fields are seen whole. */
  private record Outcomes(Known[] all) {}

  private final Kernel kernel;
  private final boolean faults;
  private final AskedProperties properties;
  private final SectionTable sections;
  private final List<Step> steps;
  private final Map<Step, Integer> numbers = new HashMap<>();
  private final AtomicReferenceArray<Outcomes[]> byStep;

  /**
   * @param steps all that will be asked
   * @param faults whether allocations may fail
   */
  StepTable(
      Kernel kernel,
      List<Step> steps,
      boolean faults,
      AskedProperties properties,
      SectionTable sections) {
    this.kernel = kernel;
    this.faults = faults;
    this.properties = properties;
    this.sections = sections;
    this.steps = List.copyOf(steps);
    for (Step step : steps) {
      numbers.put(step, numbers.size());
    }
    this.byStep = new AtomicReferenceArray<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      byStep.set(i, new Outcomes[0]);
    }
  }

  int number(Step step) {
    return numbers.get(step);
  }

  /** What step {@code number} makes of section state {@code id}. */
  Known[] outcomes(int number, int id) {
    Outcomes[] row = byStep.get(number);
    if (id < row.length && row[id] != null) {
      return row[id].all();
    }
    return ask(number, id);
  }

  private synchronized Known[] ask(int number, int id) {
    Outcomes[] row = byStep.get(number);
    if (id < row.length && row[id] != null) {
      return row[id].all();
    }
    if (id >= row.length) {
      row = Arrays.copyOf(row, Math.max(2 * row.length, id + 1));
    }
    row[id] = new Outcomes(known(steps.get(number), id));
    byStep.set(number, row);
    return row[id].all();
  }

  private Known[] known(Step step, int id) {
    List<Known> known = new ArrayList<>();
    Set<Known> seen = new HashSet<>();
    for (Outcome outcome : Books.step(kernel, sections.section(id), step)) {
      if (!faults && outcome.fault().isPresent()) {
        continue;
      }
      Effect effect = properties.of(new StepTaken(sections.section(id), step, outcome));
      boolean corrupt = outcome.isCorrupt();
      int next = corrupt ? id : sections.id(outcome.next());
      if (seen.add(known(outcome, next, Optional.empty(), corrupt, effect))) {
        known.add(known(outcome, next, outcome.fault(), corrupt, effect));
      }
    }
    return known.toArray(Known[]::new);
  }

  private static Known known(
      Outcome outcome, int next, Optional<Fault> fault, boolean corrupt, Effect effect) {
    return new Known(next, outcome.rc(), fault, corrupt, effect.broken(), effect.met());
  }
}
