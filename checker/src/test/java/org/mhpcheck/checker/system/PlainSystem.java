package org.mhpcheck.checker.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Section;

/** The same system as {@link KernelTransitions}, on lists of sections and without any table. */
public final class PlainSystem {
  private final Kernel kernel;
  private final Question.Explore world;
  private final Machine machine;
  private final List<Property> properties;
  private final Map<List<Section>, Integer> distances = new LinkedHashMap<>();
  private final Map<List<Section>, Set<List<Section>>> before = new HashMap<>();
  private final Map<String, Integer> shortest = new HashMap<>();
  private final Set<String> met = new HashSet<>();
  private long transitions;

  public PlainSystem(ModelledKernel kernel, Question.Explore world, List<Property> properties) {
    this.kernel = kernel;
    this.world = world;
    this.machine = world.on(kernel.design());
    this.properties = properties.stream().map(p -> p.in(kernel.design())).toList();
    List<List<Section>> waiting = new ArrayList<>();
    boot(new ArrayList<>(), waiting);
    for (int i = 0; i < waiting.size(); i++) {
      expand(waiting.get(i), waiting);
    }
    for (Property property : properties) {
      if (property instanceof Property.OfRecovery p) {
        judgeWaysBack(p);
      }
    }
  }

  private void judgeWaysBack(Property.OfRecovery property) {
    Set<List<Section>> lost = new HashSet<>(distances.keySet());
    List<List<Section>> back = new ArrayList<>();
    for (List<Section> state : distances.keySet()) {
      if (state.stream().allMatch(s -> property.recovered().apply(s).isTrue())) {
        back.add(state);
      }
    }
    for (int i = 0; i < back.size(); i++) {
      if (lost.remove(back.get(i))) {
        back.addAll(before.getOrDefault(back.get(i), Set.of()));
      }
    }
    for (List<Section> state : lost) {
      judge(property, false, false, distances.get(state));
    }
  }

  public long states() {
    return distances.size();
  }

  public long transitions() {
    return transitions;
  }

  public int depth() {
    return distances.values().stream().mapToInt(d -> d).max().orElseThrow();
  }

  /** By property, the calls of a shortest violation. */
  public Map<String, Integer> shortest() {
    return shortest;
  }

  /** The properties whose premise was met. */
  public Set<String> met() {
    return met;
  }

  private void boot(List<Section> sections, List<List<Section>> waiting) {
    if (sections.size() == world.geometry().sections()) {
      reach(List.copyOf(sections), 0, waiting);
      return;
    }
    for (BootLayout layout : world.boot()) {
      List<Section> more = new ArrayList<>(sections);
      more.add(
          Books.boot(
              kernel,
              machine,
              layout.ram(world.geometry().subsections()),
              world.callers().stream().anyMatch(Caller::owns)));
      boot(more, waiting);
    }
  }

  private void reach(List<Section> state, int distance, List<List<Section>> waiting) {
    if (distances.putIfAbsent(state, distance) == null) {
      waiting.add(state);
      for (Section section : state) {
        for (Property property : properties) {
          if (property instanceof Property.OfState p) {
            judge(
                p,
                p.premise().apply(section).isTrue(),
                p.holds().apply(section).isTrue(),
                distance);
          }
        }
      }
    }
  }

  private void judge(Property property, boolean premise, boolean holds, int calls) {
    if (premise) {
      met.add(property.name());
    }
    if (!holds) {
      shortest.merge(property.name(), calls, Math::min);
    }
  }

  private void expand(List<Section> state, List<List<Section>> waiting) {
    for (Caller caller : world.callers()) {
      for (Call call : caller.calls(machine, world.altmaps())) {
        List<Condition> conditions = caller.conditions(call, machine);
        if (conditions.stream().allMatch(c -> c.holds(state.get(c.section())))) {
          follow(state, call, caller.plan(call, machine), state, waiting);
        }
      }
    }
  }

  private void follow(
      List<Section> before,
      Call call,
      Plan plan,
      List<Section> sections,
      List<List<Section>> waiting) {
    int calls = distances.get(before) + 1;
    if (plan instanceof Plan.Done done) {
      transitions++;
      for (Property property : properties) {
        if (property instanceof Property.OfCall p) {
          CallTaken taken = new CallTaken(before, call, done.rc(), sections);
          judge(p, p.premise(taken), p.holds(taken).isTrue(), calls);
        } else if (property instanceof Property.OfRecovery p) {
          CallTaken taken = new CallTaken(before, call, done.rc(), sections);
          judge(p, p.premise(taken), true, calls);
        }
      }
      this.before.computeIfAbsent(sections, to -> new HashSet<>()).add(before);
      reach(sections, calls, waiting);
      return;
    }
    Plan.Do step = (Plan.Do) plan;
    Section section = sections.get(step.section());
    record End(Section next, Errno rc, boolean corrupt, List<Boolean> effect) {}
    Set<End> seen = new HashSet<>();
    for (Outcome outcome : Books.step(kernel, section, step.step())) {
      StepTaken taken = new StepTaken(section, step.step(), outcome);
      boolean corrupt = outcome.isCorrupt();
      End end = new End(corrupt ? section : outcome.next(), outcome.rc(), corrupt, effect(taken));
      boolean allowed = world.faults() || outcome.fault().isEmpty();
      if (!allowed || !seen.add(end)) {
        continue;
      }
      judgeStep(taken, calls);
      if (corrupt) {
        transitions++;
      } else {
        List<Section> after = new ArrayList<>(sections);
        after.set(step.section(), outcome.next());
        follow(before, call, step.on().get(outcome.rc()), List.copyOf(after), waiting);
      }
    }
  }

  private List<Boolean> effect(StepTaken taken) {
    List<Boolean> effect = new ArrayList<>();
    if (taken.step().kind().isKernel()) {
      for (Property property : properties) {
        if (property instanceof Property.OfStep p) {
          effect.add(p.holds().apply(taken).isTrue());
          effect.add(p.premise().apply(taken).isTrue());
        }
      }
    }
    return effect;
  }

  private void judgeStep(StepTaken taken, int calls) {
    if (taken.step().kind().isKernel()) {
      for (Property property : properties) {
        if (property instanceof Property.OfStep p) {
          judge(p, p.premise().apply(taken).isTrue(), p.holds().apply(taken).isTrue(), calls);
        }
      }
    }
  }
}
