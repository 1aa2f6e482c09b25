package org.mhpcheck.checker.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.state.Section;

/**
 * A search for a way back from some sections, breadth first, by whole calls: a second opinion on an
 * engine that says there is none. It has lists of sections for states and shares no table with the
 * engine. Where the engine goes backwards from all that can be reached, this goes forwards, from
 * the one state on.
 *
 * <p>In each call one allocation may fail, if any may; a call in which memory is corrupted leads
 * nowhere. It leaves off after {@value #MOST_CALLS} calls, and says so.
 */
final class WayBack {
  /** About a second's worth of the model. */
  static final int MOST_CALLS = 200_000;

  private final Kernel kernel;
  private final Machine machine;
  private final CallsAtHand atHand;
  private final Predicate<List<Section>> isBack;
  private final int mostCalls;
  private final Set<List<Section>> seen = new HashSet<>();
  private final Queue<List<Section>> waiting = new ArrayDeque<>();
  private boolean found;
  private int calls;

  private WayBack(
      Kernel kernel,
      Machine machine,
      CallsAtHand atHand,
      Predicate<List<Section>> isBack,
      int mostCalls) {
    this.kernel = new RememberingKernel(kernel, Integer.MAX_VALUE);
    this.machine = machine.withoutZones(); // which calls do not depend on
    this.atHand = atHand;
    this.isBack = isBack;
    this.mostCalls = mostCalls;
  }

  /**
   * How a search ended.
   *
   * @param found a way back
   * @param states different ones that were come by, the first included
   * @param calls tried
   * @param all whether everything that can be reached was come by, as far as there was need
   */
  record Search(boolean found, int states, int calls, boolean all) {

    /** What was looked at and not found, and how far that goes. */
    String text(CallsAtHand atHand) {
      String calls = String.format(Locale.ROOT, "%,d whole calls of %s", calls(), atHand.text());
      return all
          ? String.format(
              Locale.ROOT,
              "no way back: of all %,d states reachable from here, by %s, none has every section"
                  + " back",
              states,
              calls)
          : String.format(
              Locale.ROOT,
              "no way back: so for the %,d states come by in %s; of those beyond, exploration alone"
                  + " says so",
              states,
              calls);
    }
  }

  /** Searches from {@code sections} for any that {@code isBack} accepts. */
  static Search from(
      List<Section> sections,
      Kernel kernel,
      Machine machine,
      CallsAtHand atHand,
      Predicate<List<Section>> isBack) {
    return from(sections, kernel, machine, atHand, isBack, MOST_CALLS);
  }

  static Search from(
      List<Section> sections,
      Kernel kernel,
      Machine machine,
      CallsAtHand atHand,
      Predicate<List<Section>> isBack,
      int mostCalls) {
    WayBack way = new WayBack(kernel, machine, atHand, isBack, mostCalls);
    way.reach(sections);
    while (way.mayGoOn() && !way.waiting.isEmpty()) {
      way.callAll(way.waiting.remove());
    }
    return new Search(way.found, way.seen.size(), way.calls, way.found || way.calls < mostCalls);
  }

  private boolean mayGoOn() {
    return !found && calls < mostCalls;
  }

  private void reach(List<Section> sections) {
    if (seen.add(sections)) {
      waiting.add(sections);
      found = found || isBack.test(sections);
    }
  }

  private void callAll(List<Section> before) {
    for (Caller caller : atHand.callers()) {
      for (Call call : caller.calls(machine, atHand.altmaps())) {
        boolean enabled =
            caller.conditions(call, machine).stream()
                .allMatch(c -> c.holds(before.get(c.section())));
        if (enabled) {
          Plan plan = caller.plan(call, machine);
          PlannedCall asItShould = call(plan, before, Optional.empty());
          for (FaultIn fault : faults(asItShould)) {
            call(plan, before, Optional.of(fault));
          }
        }
      }
    }
  }

  private PlannedCall call(Plan plan, List<Section> before, Optional<FaultIn> fault) {
    PlannedCall done = PlannedCall.of(kernel, plan, before, fault);
    if (mayGoOn()) {
      calls++;
      if (done.corruption().isEmpty()) {
        reach(done.after());
      }
    }
    return done;
  }

  /** Each allocation that can fail in a call which otherwise goes as it should. */
  private List<FaultIn> faults(PlannedCall asItShould) {
    List<FaultIn> faults = new ArrayList<>();
    if (atHand.faults()) {
      for (PlannedCall.StepDone step : asItShould.steps()) {
        for (Outcome outcome : Books.step(kernel, step.before(), step.step())) {
          outcome.fault().ifPresent(f -> faults.add(new FaultIn(step.section(), f)));
        }
      }
    }
    return faults;
  }
}
