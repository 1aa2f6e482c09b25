package org.mhpcheck.model.kernel;

import static org.mhpcheck.model.kernel.Encounter.Kind.DEVICE_PAGE;
import static org.mhpcheck.model.kernel.Encounter.Kind.NO_MEMMAP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel.Trail;
import org.mhpcheck.model.kernel.Reads.AtOnce;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Walk;
import org.mhpcheck.model.state.Walker;
import org.mhpcheck.model.state.Walkers;

/**
 * The modelled kernel with walkers beside it: at every instant somebody may begin any {@link Walk},
 * go on with one, or be held up in it for as long as it likes, over any number of calls.
 *
 * <p>What that changes is nothing but what walkers meet, so that the outcomes are the kernel's own,
 * and the walkers in flight are a part of the section's state.
 */
public final class WalkedKernel extends KernelBehind {
  private final ModelledKernel kernel;

  public WalkedKernel(ModelledKernel kernel) {
    super(kernel);
    this.kernel = kernel;
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    return kernel.trails(section, step).stream().map(t -> walked(section, t)).toList();
  }

  private Outcome walked(Section before, Trail trail) {
    Run run = new Run(kernel.design(), before.walkers());
    run.at(new Instant("the step has begun", before, false));
    trail.instants().forEach(run::at);
    Outcome outcome = trail.outcome();
    return outcome.beside(outcome.next().withWalkers(run.walkers()), run.encounters());
  }

  /** All walkers there may be, along one trail. */
  private static final class Run {
    private final Design design;
    private final List<Encounter> encounters = new ArrayList<>();
    private Map<Walker, Bits> inFlight;

    Run(Design design, Walkers walkers) {
      this.design = design;
      this.inFlight = walkers.inFlight();
    }

    Walkers walkers() {
      return new Walkers(inFlight);
    }

    /** The first of each kind, by each walk, in order of time. */
    List<Encounter> encounters() {
      return List.copyOf(encounters);
    }

    void at(Instant instant) {
      if (instant.freesUsage()) {
        inFlight = afterFree();
      }
      lookAround(instant);
      inFlight = goOn(instant);
    }

    /**
     * A usage that is freed is gone for whoever holds it, but for RCU readers that were there
     * before: a grace period waits for those alone, and may be over at once for everybody else.
     */
    private Map<Walker, Bits> afterFree() {
      Map<Walker, Bits> after = new LinkedHashMap<>();
      inFlight.forEach(
          (w, who) -> {
            boolean waitedFor = WalkInProgress.isRcuReader(w.walk(), design);
            Walker now =
                new Walker(
                    w.walk(),
                    w.seen(),
                    w.freed() || w.holdsUsage() && !waitedFor,
                    w.waitedFor() || waitedFor);
            after.merge(now, who, Bits::or);
          });
      return after;
    }

    /** Whole walks, at this instant. */
    private void lookAround(Instant instant) {
      Section section = instant.section();
      meets(
          Walk.PFN_VALID,
          NO_MEMMAP,
          Mmzone.pfn_valid(new AtOnce(section), design).minus(section.memmap().populated()),
          instant,
          "finds pfns valid that have no memmap");
      Owners owners = section.owners();
      meets(
          Walk.PFN_TO_ONLINE_PAGE,
          DEVICE_PAGE,
          Mmzone.pfn_to_online_page(section, design).and(owners.device().or(owners.pagemap())),
          instant,
          "finds pages of a device");
    }

    private void meets(Walk walk, Encounter.Kind kind, Bits who, Instant instant, String what) {
      if (who.isEmpty().isFalse()) {
        add(
            new Encounter(
                walk, kind, who, walk.text() + "() " + what + ", once " + instant.after()));
      }
    }

    private void add(Encounter encounter) {
      boolean known =
          encounters.stream()
              .anyMatch(e -> e.walk() == encounter.walk() && e.kind() == encounter.kind());
      if (!known) {
        encounters.add(encounter);
      }
    }

    /** Where everybody may stand who begins by now or goes on, each read one at a time. */
    private Map<Walker, Bits> goOn(Instant instant) {
      Map<Walker, Bits> reached = new LinkedHashMap<>(inFlight);
      List<Walker> open = new ArrayList<>(inFlight.keySet());
      for (Walk walk : Walk.values()) {
        Walker beginning = new Walker(walk, List.of(), false, false);
        reached.put(beginning, Bits.full(instant.section().subsections()));
        open.add(beginning);
      }
      while (!open.isEmpty()) {
        Walker walker = open.remove(open.size() - 1);
        Bits who = reached.get(walker);
        for (int i = 0; i < who.size(); i++) {
          if (who.get(i)) {
            read(walker, i, instant)
                .ifPresent(next -> reach(next.walker(), next.who(), reached, open));
          }
        }
      }
      reached.keySet().removeIf(w -> w.seen().isEmpty());
      return reached;
    }

    private record Next(Walker walker, Bits who) {}

    private Optional<Next> read(Walker walker, int subsection, Instant instant) {
      WalkInProgress walk = new WalkInProgress(walker, instant.section(), subsection, design);
      Bits who = Bits.range(instant.section().subsections(), subsection, subsection + 1);
      walk.goOn();
      walk.met()
          .ifPresent(
              kind ->
                  add(
                      new Encounter(
                          walker.walk(),
                          kind,
                          who,
                          "%s and goes on, once %s, to a usage that is %s"
                              .formatted(
                                  walker,
                                  instant.after(),
                                  kind == Encounter.Kind.NULL_USAGE ? "NULL" : "freed"))));
      return walk.heldUp().map(w -> new Next(w, who));
    }

    private static void reach(
        Walker walker, Bits who, Map<Walker, Bits> reached, List<Walker> open) {
      Bits known = reached.getOrDefault(walker, Bits.none(who.size()));
      if (who.subsetOf(known).isFalse()) {
        reached.put(walker, known.or(who));
        open.add(walker);
      }
    }
  }
}
