package org.mhpcheck.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mhpcheck.checker.compose.Composition;
import org.mhpcheck.checker.compose.Interfaces;
import org.mhpcheck.checker.compose.Limit;
import org.mhpcheck.checker.compose.NotSettledException;
import org.mhpcheck.checker.compose.Seam;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.checker.explore.Watch;
import org.mhpcheck.checker.run.Witnesses.Found;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.checker.system.KernelCalls;
import org.mhpcheck.checker.system.KernelSections;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/**
 * Answers for any number of sections, by the closure of one section's states. That a property holds
 * is the closure's word; that it is violated, or that its premise is met at all, is believed only
 * where exploration of a few sections finds it too.
 */
public final class ComposeEngine implements Engine {
  private final int threads;
  private final MemoryShare memory;
  private final BooleanSupplier cancelled;

  /**
   * @param threads of explorations, at least 1
   * @param cancelled asked now and then: whether to give up
   */
  public ComposeEngine(int threads, BooleanSupplier cancelled) {
    this(threads, MemoryShare.WHOLE, cancelled);
  }

  /**
   * @param memory for the states of one exploration
   */
  public ComposeEngine(int threads, MemoryShare memory, BooleanSupplier cancelled) {
    this.threads = threads;
    this.memory = memory;
    this.cancelled = cancelled;
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    return new Run(scenario, asked, progress).answers();
  }

  private final class Run {
    private final Scenario scenario;
    private final AskedKernel asked;
    private final Consumer<Progress> progress;
    private final Question.Compose question;
    private final AskedProperties properties;
    private final Settings settings;
    private final Watch watch;

    Run(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
      this.scenario = scenario;
      this.asked = asked;
      this.progress = progress;
      this.question = (Question.Compose) scenario.question();
      this.properties =
          new AskedProperties(
              scenario.properties().stream().map(p -> p.in(asked.design())).toList());
      this.settings =
          new Settings(threads, memory.within(question.smallest().limits()), false, cancelled);
      this.watch = new Watch(settings);
    }

    List<Answer> answers() {
      KernelCalls calls = new KernelCalls(question, asked.design());
      Seam seam;
      try {
        seam = Seam.of(calls, Geometry.MAX_SECTIONS, limit("calls"));
      } catch (NotSettledException e) {
        return nothingKnown(e.getMessage(), 0, 0, 0);
      }
      KernelSections sections =
          new KernelSections(asked.kernel(), question, asked.design(), calls, properties);
      Composition composition = Composition.of(seam, sections, limit("closure"));
      if (composition.unfinished().isPresent()) {
        return nothingKnown(
            composition.unfinished().get(),
            composition.states(),
            composition.moves(),
            composition.depth());
      }
      List<String> remarks = remarks(seam, composition.interfaces());
      Witnesses witnesses =
          new Witnesses(scenario, question, asked, properties, settings, watch, progress);
      List<Found> found = witnesses.lookFor(composition, sections);
      Statistics statistics =
          statistics(composition.states(), composition.moves(), composition.depth());
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < properties.size(); i++) {
        Property property = scenario.properties().get(i);
        Verdict verdict = verdict(i, property, composition, seam, sections, calls, found);
        List<String> all = new ArrayList<>(remarks);
        all.addAll(ExploreEngine.remarks(asked, verdict));
        answers.add(new Answer("", property, verdict, statistics, List.copyOf(all)));
      }
      return answers;
    }

    private Limit limit(String doing) {
      return (states, bytes) -> {
        progress.accept(
            new Progress(
                scenario.name() + "@" + asked.name() + " (" + doing + ")",
                states,
                0,
                0,
                0,
                watch.elapsed()));
        return watch.reason(states, bytes);
      };
    }

    private Statistics statistics(int states, int moves, int depth) {
      return new Statistics(states, moves, states, depth, watch.elapsed());
    }

    private List<Answer> nothingKnown(String why, int states, int moves, int depth) {
      Reach nothing = new Reach.ToDepth(0, new Geometry(question.unit(), question.subsections()));
      return scenario.properties().stream()
          .map(
              p ->
                  new Answer(
                      "",
                      p,
                      new Verdict.Inconclusive(nothing, why),
                      statistics(states, moves, depth),
                      asked.remarks()))
          .toList();
    }

    private List<String> remarks(Seam seam, Interfaces interfaces) {
      return List.of(
          "%d parts of calls in one section, all of them in calls over at most %d sections"
              .formatted(seam.size(), seam.sections()),
          "interface classes: %d of a left section, %d of a right one; %d pairs of them are beside"
                  .formatted(interfaces.left(), interfaces.right(), interfaces.pairs())
              + " each other");
    }

    private Verdict verdict(
        int bit,
        Property property,
        Composition composition,
        Seam seam,
        KernelSections sections,
        KernelCalls calls,
        List<Found> found) {
      Composition.Hit hit = composition.hits().get(bit);
      Optional<Verdict> violated =
          found.stream().flatMap(f -> f.violated(bit, property).stream()).findFirst();
      if (violated.isPresent()) {
        return violated.get();
      }
      boolean isMet = found.stream().anyMatch(f -> f.meets(bit));
      Reach any = new Reach.AnySections(question.subsections());
      if (hit == null && isMet) {
        return new Verdict.Holds(any);
      }
      if (hit == null && (composition.met() & 1L << bit) == 0) {
        return new Verdict.Vacuous(any, property.about().premise());
      }
      String what =
          hit == null
              ? "its premise is met by some section of the closure"
              : "broken in the closure, by %s%s"
                  .formatted(
                      sections.section(hit.state()),
                      seam.isPart(hit.part()) ? " in " + calls.text(seam.part(hit.part())) : "");
      Found last = found.get(found.size() - 1);
      return new Verdict.Inconclusive(
          last.reach(), what + "; but nothing like it was found in " + last.text());
    }
  }
}
