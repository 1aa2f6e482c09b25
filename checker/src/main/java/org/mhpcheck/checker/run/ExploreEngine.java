package org.mhpcheck.checker.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mhpcheck.checker.explore.CheckpointException;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.checker.explore.Violation;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.checker.system.KernelTransitions;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Answers by exhaustive exploration; every violation it reports has been replayed. */
public final class ExploreEngine implements Engine {
  private final int threads;
  private final MemoryShare memory;
  private final boolean stopAtFirst;
  private final BooleanSupplier cancelled;
  private final Keeping keeping;

  /** One that keeps nothing. */
  public ExploreEngine(int threads, boolean stopAtFirst, BooleanSupplier cancelled) {
    this(threads, MemoryShare.WHOLE, stopAtFirst, cancelled, Keeping.NONE);
  }

  /**
   * @param threads at least 1
   * @param memory for the states of one exploration
   * @param stopAtFirst whether to give up once anything is violated
   * @param cancelled asked now and then: whether to give up
   * @param keeping where long explorations are kept
   */
  public ExploreEngine(
      int threads,
      MemoryShare memory,
      boolean stopAtFirst,
      BooleanSupplier cancelled,
      Keeping keeping) {
    this.threads = threads;
    this.memory = memory;
    this.stopAtFirst = stopAtFirst;
    this.cancelled = cancelled;
    this.keeping = keeping;
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Question.Explore question = (Question.Explore) scenario.question();
    AskedProperties properties =
        new AskedProperties(scenario.properties().stream().map(p -> p.in(asked.design())).toList());
    Optional<Checkpoints> kept = keeping.of(asked, question, scenario.properties());
    try {
      return answers(scenario, asked, question, properties, kept, progress);
    } catch (CheckpointException e) {
      if (!keeping.beginsAnew(e)) {
        throw e;
      }
      return answers(scenario, asked, question, properties, kept.map(Checkpoints::anew), progress);
    }
  }

  private List<Answer> answers(
      Scenario scenario,
      AskedKernel asked,
      Question.Explore question,
      AskedProperties properties,
      Optional<Checkpoints> kept,
      Consumer<Progress> progress) {
    KernelTransitions transitions =
        new KernelTransitions(asked.kernel(), question.on(asked.design()), question, properties);
    Settings settings =
        new Settings(
            threads,
            memory.within(question.limits()),
            stopAtFirst,
            cancelled,
            Settings.Goal.NONE,
            kept);
    Exploration exploration =
        new Explorer(
                transitions,
                properties.all(),
                settings,
                scenario.name() + "@" + asked.name(),
                progress)
            .explore();
    Statistics statistics =
        new Statistics(
            exploration.states(),
            exploration.transitions(),
            exploration.sections().cardinality(),
            exploration.depth(),
            exploration.time(),
            Optional.of(space(exploration, question)));
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      Property property = scenario.properties().get(i);
      Verdict verdict =
          property instanceof Property.OfBoot ofBoot
              ? ofBoots(transitions.boots(), ofBoot, question, asked)
              : verdict(exploration, i, property, question, asked, transitions);
      answers.add(new Answer("", property, verdict, statistics, remarks(asked, verdict)));
    }
    return answers;
  }

  private static Space space(Exploration exploration, Question.Explore question) {
    Map<String, Long> byCall = new LinkedHashMap<>();
    for (Caller caller : question.callers()) {
      for (Operation operation : caller.operations()) {
        List<Long> fired = exploration.fired();
        int number = operation.ordinal();
        byCall.put(operation.text(), number < fired.size() ? fired.get(number) : 0);
      }
    }
    return new Space(exploration.levels(), byCall, exploration.isComplete(), exploration.bytes());
  }

  /** What a reader must know of the kernel, and of what was found in it. */
  static List<String> remarks(AskedKernel asked, Verdict verdict) {
    List<String> remarks = new ArrayList<>();
    if (verdict instanceof Verdict.Violated v && v.evidence() instanceof Trace trace) {
      trace.beside().ifPresent(b -> remarks.add(b.text()));
    }
    remarks.addAll(asked.remarks());
    return List.copyOf(remarks);
  }

  /**
   * Boots come before all calls, and there are few of them: all are judged, whatever was reached.
   */
  private static Verdict ofBoots(
      List<Booted> boots, Property.OfBoot property, Question.Explore question, AskedKernel asked) {
    Reach reach = new Reach.Exhaustive(question.geometry());
    Optional<Booted> breaking = boots.stream().filter(b -> !property.holds().test(b)).findFirst();
    if (breaking.isPresent()) {
      return Confirmed.violated(reach, breaking.get().script(), property, question, asked);
    }
    return boots.stream().anyMatch(property.premise())
        ? new Verdict.Holds(reach)
        : new Verdict.Vacuous(reach, property.about().premise());
  }

  private static Verdict verdict(
      Exploration exploration,
      int bit,
      Property property,
      Question.Explore question,
      AskedKernel asked,
      KernelTransitions transitions) {
    Optional<String> unknown =
        property instanceof Property.OfRecovery
            ? exploration.waysUnknown()
            : exploration.unfinished();
    Violation violation = exploration.violations().get(bit);
    Reach reach =
        exploration.isComplete() && (violation != null || unknown.isEmpty())
            ? new Reach.Exhaustive(question.geometry())
            : new Reach.ToDepth(exploration.depth(), question.geometry());
    if (violation != null) {
      return Confirmed.violated(reach, violation, bit, property, question, asked, transitions);
    }
    if (unknown.isPresent()) {
      return new Verdict.Inconclusive(reach, unknown.get());
    }
    return (exploration.met() & 1L << bit) != 0
        ? new Verdict.Holds(reach)
        : new Verdict.Vacuous(reach, property.about().premise());
  }
}
