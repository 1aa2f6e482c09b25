package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.checker.replay.RememberingKernel;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Confirmed;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * Answers by random walks: a violation with a trace that no call can be left out of, and that has
 * been replayed on a kernel asked afresh; or that none was met, which is inconclusive.
 */
public final class SimulateEngine implements Engine {
  /** Answers of a kernel: at 64 subsections, some hundred megabytes. */
  private static final int MOST_REMEMBERED = 50_000;

  private final int threads;
  private final boolean stopAtFirst;
  private final BooleanSupplier cancelled;

  /**
   * @param threads at least 1; compiled kernels are asked by one
   * @param stopAtFirst whether to give up after the first walks in which anything is violated
   * @param cancelled asked now and then: whether to give up
   */
  public SimulateEngine(int threads, boolean stopAtFirst, BooleanSupplier cancelled) {
    this.threads = threads;
    this.stopAtFirst = stopAtFirst;
    this.cancelled = cancelled;
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Question.Simulate question = (Question.Simulate) scenario.question();
    Machine machine = question.calls().on(asked.design());
    boolean isOfModel = asked.kernel() instanceof ModelledKernel;
    Kernel walked =
        isOfModel ? new RememberingKernel(asked.kernel(), MOST_REMEMBERED) : asked.kernel();
    Walks walks =
        new Walks(
            walked,
            machine,
            question,
            new AskedProperties(
                scenario.properties().stream().map(p -> p.in(asked.design())).toList()),
            isOfModel ? threads : 1,
            stopAtFirst,
            cancelled);
    walks.walk(
        (done, calls, sections, longest) ->
            progress.accept(
                new Progress(
                    scenario.name() + "@" + asked.name(),
                    sections,
                    calls,
                    longest,
                    question.walks() - done,
                    walks.elapsed())));
    Reach reach =
        new Reach.Simulated(
            walks.walks(), question.mostCalls(), question.seed(), machine.geometry());
    List<Verdict> verdicts =
        IntStream.range(0, scenario.properties().size())
            .mapToObj(
                i -> {
                  Property property = scenario.properties().get(i);
                  Shrinker shrinker = new Shrinker(walked, machine, question.calls(), property);
                  return smallest(walks.violations(i), shrinker)
                      .map(s -> Confirmed.violated(reach, s, property, asked))
                      .orElseGet(() -> notViolated(reach, walks, i, property));
                })
            .toList();
    Statistics statistics =
        new Statistics(
            walks.sections(), walks.calls(), walks.sections(), walks.longest(), walks.elapsed());
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      answers.add(
          new Answer(
              "",
              scenario.properties().get(i),
              verdict,
              statistics,
              remarks(walks, verdict, asked)));
    }
    return answers;
  }

  /** Of several walks that break a property, one may have come to a smaller script than others. */
  private static Optional<Script> smallest(List<Script> violations, Shrinker shrinker) {
    return violations.stream()
        .map(shrinker::shrink)
        .min(Candidates.smaller())
        .map(shrinker::shrinkByExchange);
  }

  private static Verdict notViolated(Reach reach, Walks walks, int i, Property property) {
    String met =
        walks.isMet(i) ? "" : "; nor was its premise ever met: " + property.about().premise();
    return new Verdict.Inconclusive(
        reach,
        "%s met no violation%s%s"
            .formatted(reach.text(), met, walks.cut().map(c -> "; cut off: " + c).orElse("")));
  }

  private static List<String> remarks(Walks walks, Verdict verdict, AskedKernel asked) {
    List<String> remarks = new ArrayList<>();
    if (verdict instanceof Verdict.Violated v && v.evidence() instanceof Trace trace) {
      trace.beside().ifPresent(b -> remarks.add(b.text()));
    }
    remarks.add(
        "calls: "
            + walks.counts().entrySet().stream()
                .map(
                    e ->
                        "%d of %s (%d failed)"
                            .formatted(
                                e.getValue().made(), e.getKey().text(), e.getValue().failed()))
                .collect(Collectors.joining(", ")));
    if (walks.sections() == Walks.MOST_SECTIONS) {
      remarks.add("states of sections were told apart up to that many");
    }
    remarks.addAll(asked.remarks());
    return List.copyOf(remarks);
  }
}
