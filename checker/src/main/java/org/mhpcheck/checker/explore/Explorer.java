package org.mhpcheck.checker.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.explore.Checkpointing.Kept;
import org.mhpcheck.checker.explore.Workers.Wave;
import org.mhpcheck.model.answer.Progress;

/**
 * Breadth-first exploration of everything reachable, level by level.
 *
 * <p>A state that breaks a property is expanded like any other. Each property keeps its first
 * violation, which is a shortest one. Nothing that is told depends on the number of threads.
 */
public final class Explorer {
  /** States that are expanded between two looks at the limits, about. */
  private static final int STATES_OF_WAVE = 1 << 17;

  private static final int ROWS_OF_WAVE = 1 << 12;

  private final Transitions transitions;
  private final Settings settings;
  private final String what;
  private final Consumer<Progress> progress;
  private final Watch watch;

  private final AskLog log;
  private final Prefixes prefixes;
  private final Agendas agendas;
  private final Reached reached;
  private final Findings findings;
  private final Optional<Checkpointing> checkpointing;
  private Workers workers;
  private Optional<Kept> before = Optional.empty();
  private int depth;
  private boolean isExpanding;
  private Optional<String> unfinished = Optional.empty();

  /**
   * @param properties the bits of the properties asked
   * @param what is named in progress reports
   */
  public Explorer(
      Transitions transitions,
      long properties,
      Settings settings,
      String what,
      Consumer<Progress> progress) {
    this.log = new AskLog(transitions);
    this.transitions = log;
    this.settings = settings;
    this.watch = new Watch(settings);
    this.reached = new Reached(watch);
    this.what = what;
    this.progress = progress;
    this.prefixes = new Prefixes(transitions.count(), transitions.whole().isPresent());
    this.agendas = new Agendas(log, new AtRest(log.count()), properties, this::requireTime);
    this.findings = new Findings(log, agendas, prefixes, reached, properties);
    this.checkpointing =
        settings.checkpoints().map(c -> new Checkpointing(c, log, agendas.atRest(), reached));
  }

  /**
   * Asking takes time while a level is expanded. What is asked afterwards, to find the path to a
   * violation, was asked before and is known.
   */
  private void requireTime() {
    if (isExpanding && watch.isOutOfTime()) {
      throw new StoppedException();
    }
  }

  /**
   * Explores; to be called once.
   *
   * @throws CheckpointException if there is a checkpoint to go on from, and it cannot be
   */
  public Exploration explore() {
    try (Workers all =
        new Workers(settings.threads(), transitions, agendas, prefixes, reached, watch)) {
      workers = all;
      start();
      while (reached.lastLevel().size() > 0 && mayGoOn()) {
        checkpointing.ifPresent(c -> c.levelIsDone(kept()));
        expandLevel();
      }
    } catch (StateSpaceTooLargeException e) {
      unfinished = Optional.of(e.getMessage());
    } catch (OutOfMemoryError e) {
      unfinished =
          Optional.of(
              "out of memory: Java has %d MB".formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
    Optional<String> waysUnknown = lookForWaysBack();
    if (mayGoOn()) {
      checkpointing.ifPresent(Checkpointing::done);
    } else {
      checkpointing.ifPresent(Checkpointing::close);
    }
    return new Exploration(
        findings.violations(),
        waysUnknown,
        findings.met(),
        reached.levels().stream().map(Level::size).filter(n -> n > 0).toList(),
        fired(),
        findings.sections(),
        depth,
        unfinished,
        bytes(),
        elapsed());
  }

  private void start() {
    before = checkpointing.flatMap(this::resume);
    if (before.isEmpty()) {
      addInitial();
    } else {
      depth = before.get().depth();
      findings.restore(before.get().violations(), before.get().met());
    }
  }

  private Optional<Kept> resume(Checkpointing from) {
    transitions.initial(state -> {}); // they have the first numbers
    return from.resume();
  }

  private Kept kept() {
    return new Kept(depth, elapsed(), fired(), findings.met(), findings.violations());
  }

  /** With what it took before it was gone on with. */
  private Duration elapsed() {
    return before.map(Kept::time).orElse(Duration.ZERO).plus(watch.elapsed());
  }

  /** By kind of call, how many transitions there were. */
  private List<Long> fired() {
    List<Long> fired = new ArrayList<>();
    for (long here : workers.fired()) {
      fired.add(here + before.map(b -> b.fired().get(fired.size())).orElse(0L));
    }
    return List.copyOf(fired);
  }

  private void addInitial() {
    Bitmap one = new Bitmap();
    try {
      transitions.initial(
          state -> {
            int[] numbers = agendas.atRest().numbers(state);
            one.clear();
            one.set(numbers[prefixes.last()]);
            workers.own().to(prefixes.of(numbers), one);
          });
    } catch (StoppedException e) {
      checkLimits();
    }
    finishLevel();
  }

  private void finishLevel() {
    reached.finishLevel(workers.fillings());
    findings.lookAtStates();
    checkGoal();
  }

  private void expandLevel() {
    if (settings.limits().depth().filter(limit -> depth >= limit).isPresent()) {
      unfinished = Optional.of("depth limit of " + depth + " calls");
      return;
    }
    Level level = reached.lastLevel();
    int expanded = 0;
    long waiting = level.size();
    isExpanding = true;
    try {
      while (expanded < level.rows() && mayGoOn()) {
        Wave wave = wave(level, expanded);
        workers.expand(wave);
        expanded = wave.to();
        waiting -= wave.states();
        tell(waiting);
        checkLimits();
      }
    } catch (StoppedException e) {
      checkLimits();
    } finally {
      isExpanding = false;
    }
    findings.lookAtTransitions(reached.levels().size() - 1, expanded);
    finishLevel();
    if (mayGoOn() && reached.lastLevel().size() > 0) {
      depth++;
    }
  }

  /** What states take, and all that is known of sections. */
  private long bytes() {
    return reached.bytes() + agendas.bytes() + log.bytes() + agendas.atRest().bytes();
  }

  private static Wave wave(Level level, int from) {
    int to = from;
    long states = 0;
    while (to < level.rows() && to - from < ROWS_OF_WAVE && states < STATES_OF_WAVE) {
      states += level.size(to++);
    }
    return new Wave(level, from, to, states);
  }

  /**
   * @param waiting states of the level that are still to be expanded
   */
  private void tell(long waiting) {
    progress.accept(
        new Progress(
            what,
            reached.size() + workers.added(),
            generated(),
            depth,
            waiting + workers.added(),
            elapsed(),
            findings.sectionStates(),
            bytes()));
  }

  private long generated() {
    return fired().stream().mapToLong(n -> n).sum();
  }

  private boolean mayGoOn() {
    return unfinished.isEmpty();
  }

  private void checkLimits() {
    if (mayGoOn()) {
      unfinished = watch.reason(reached.size() + workers.added(), bytes());
    }
  }

  private void checkGoal() {
    if (settings.goal().isReached(findings.open(), findings.met())) {
      unfinished = Optional.of("found what was looked for");
    } else if (settings.stopAtFirst() && !findings.violations().isEmpty() && mayGoOn()) {
      unfinished = Optional.of("stopped at the first violation");
    }
  }

  /** Only of what is known whole: what was not looked at might lead back. */
  private Optional<String> lookForWaysBack() {
    if (transitions.ofRecovery() == 0 || !mayGoOn()) {
      return unfinished;
    }
    WaysBack ways =
        new WaysBack(
            transitions, agendas, prefixes, reached, watch, this::bytes, this::tellOfWaysBack);
    for (long rest = transitions.ofRecovery(); rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      try {
        ways.firstLost(property)
            .ifPresent(lost -> findings.lost(property, lost.level(), lost.states()));
      } catch (StoppedException e) {
        return Optional.of(e.getMessage());
      }
    }
    return Optional.empty();
  }

  private void tellOfWaysBack(long states) {
    progress.accept(
        new Progress(what + " (ways back)", reached.size(), generated(), depth, states, elapsed()));
  }
}
