package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.checker.bind.harness.PairStream;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.harness.Sections;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Section;

/**
 * Every step on every state of one section, with every fault: breadth first from some states over
 * those that the model makes of them.
 */
final class SectionPairs {
  private static final int STATES_A_JOB = 16;

  private final ModelledKernel model;
  private final List<Step> steps;
  private final Workers workers;
  private final Set<Section> seen = new LinkedHashSet<>();

  SectionPairs(ModelledKernel model, List<Step> steps, Workers workers) {
    this.model = model;
    this.steps = steps;
    this.workers = workers;
  }

  /** What one job came by. */
  private record Found(Set<Section> next, List<Request> differing) {}

  /**
   * Compares, until there is nothing new or {@code most} differ.
   *
   * @return the questions that are answered otherwise than the model says
   */
  List<Request> compareFrom(List<Section> initial, int most) {
    List<Request> differing = new ArrayList<>();
    List<Section> frontier = new ArrayList<>();
    initial.forEach(s -> reach(s, frontier));
    while (!frontier.isEmpty() && differing.size() < most) {
      List<List<Section>> jobs = new ArrayList<>();
      for (int from = 0; from < frontier.size(); from += STATES_A_JOB) {
        jobs.add(
            List.copyOf(frontier.subList(from, Math.min(from + STATES_A_JOB, frontier.size()))));
      }
      frontier.clear();
      for (Found found : workers.run(jobs, this::compare)) {
        differing.addAll(found.differing());
        found.next().forEach(s -> reach(s, frontier));
      }
    }
    return differing;
  }

  private void reach(Section section, List<Section> frontier) {
    Section bare = section.withoutBooks();
    if (seen.add(bare)) {
      frontier.add(bare);
    }
  }

  /** The states compared, in the order they were come by. */
  Set<Section> states() {
    return seen;
  }

  private Found compare(PairStream stream, List<Section> states) {
    Set<Section> next = new HashSet<>();
    List<Section> inOrder = new ArrayList<>();
    for (Section state : states) {
      long[] before = Sections.words(state);
      for (Step step : steps) {
        List<Outcome> outcomes = model.step(state, step);
        for (Outcome outcome : outcomes) {
          ask(stream, before, step, outcome, Foretelling.allocations(outcomes));
          if (!outcome.isCorrupt() && next.add(outcome.next())) {
            inOrder.add(outcome.next());
          }
        }
      }
    }
    stream.flush();
    return new Found(new LinkedHashSet<>(inOrder), stream.takeDiffering());
  }

  private void ask(PairStream stream, long[] before, Step step, Outcome outcome, int allocations) {
    Foretelling foretold = Foretelling.of(outcome, Walked.state(outcome.next(), model.design()));
    Optional<FaultIn> fault = outcome.fault().map(f -> new FaultIn(0, f));
    stream.ask(step, fault);
    stream.foretell(
        foretold.rc(),
        foretold.events(),
        foretold.corruption(),
        fault.isPresent() ? -1 : allocations);
    stream.section(0, before, foretold.next());
  }
}
