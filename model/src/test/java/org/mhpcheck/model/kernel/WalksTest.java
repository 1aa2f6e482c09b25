package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;
import org.mhpcheck.model.state.Walk;
import org.mhpcheck.model.state.Walker;
import org.mhpcheck.model.state.Walkers;

/** Walkers beside the modelled kernel, read by read. */
class WalksTest {
  private static final Bits ALL = Bits.parse("11");
  private static final Step ADD = new Step(Step.Kind.ADD, ALL);
  private static final Step REMOVE = new Step(Step.Kind.REMOVE, ALL);

  private static WalkedKernel kernel(String design) {
    return new WalkedKernel(new ModelledKernel(Design.parse(design)));
  }

  /** What it comes to, read after read, where nothing changes; empty if it crashes. */
  private static Optional<Integer> readsToTheEnd(
      Walk walk, Section section, int subsection, Design design) {
    Walker walker = new Walker(walk, List.of(), false, false);
    for (int reads = 1; ; reads++) {
      WalkInProgress progress = new WalkInProgress(walker, section, subsection, design);
      progress.goOn();
      if (progress.met().isPresent()) {
        return Optional.empty();
      }
      if (progress.heldUp().isEmpty()) {
        return Optional.of(reads);
      }
      walker = progress.heldUp().get();
    }
  }

  /** A walk ends after a few reads, and crashes of nothing but a usage that is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.3", "v6.1", "v6.12", "v7.2"})
  void everyWalkEnds(String design) {
    Design of = Design.parse(design);
    List<Integer> counts = new ArrayList<>();
    AllSections.forEach(
        2,
        section -> {
          boolean live = section.usage().is(Usage.SLAB).or(section.usage().is(Usage.BOOT)).isTrue();
          for (Walk walk : Walk.values()) {
            Optional<Integer> reads = readsToTheEnd(walk, section, 1, of);
            assertTrue(!live || reads.isPresent(), () -> walk + " of " + section);
            reads.ifPresent(counts::add);
          }
        });
    assertTrue(counts.stream().allMatch(n -> n <= 5));
  }

  private static Outcome afterAdd(WalkedKernel kernel, Step step) {
    Section added = kernel.step(kernel.boot(Bits.none(2)), ADD).get(0).next();
    return kernel.step(added, step).get(0);
  }

  /** B12, B13: what somebody in pfn_valid() meets when the section goes. */
  @ParameterizedTest
  @CsvSource({
    "v5.2, false, false",
    "v5.3, true,  true",
    "v6.7, true,  true",
    "v6.8, true,  false",
    "v6.9, true,  false",
    "v6.10, false, false",
    "v7.2, false, false"
  })
  void pfnValidBesideARemoval(String design, boolean nullUsage, boolean freedUsage) {
    Outcome removed = afterAdd(kernel(design), REMOVE);
    assertEquals(
        nullUsage, removed.encounter(Walk.PFN_VALID, Encounter.Kind.NULL_USAGE).isPresent());
    assertEquals(
        freedUsage, removed.encounter(Walk.PFN_VALID, Encounter.Kind.FREED_USAGE).isPresent());
  }

  @Test
  void theStoryIsTold() {
    Encounter met =
        afterAdd(kernel("v6.7"), REMOVE)
            .encounter(Walk.PFN_VALID, Encounter.Kind.FREED_USAGE)
            .orElseThrow();
    assertEquals("10", met.subsections().toString());
    assertEquals(
        "pfn_valid() that has read true, false, a usage and goes on, once kfree() in"
            + " section_deactivate, to a usage that is freed",
        met.story());
  }

  /** A grace period waits for whoever was there before, and for nobody who is no RCU reader. */
  @Test
  void rcuReadersAreWaitedForAndOthersAreNot() {
    WalkedKernel kernel = kernel("v6.12");
    Section online =
        kernel
            .step(
                kernel.step(kernel.boot(Bits.none(2)), ADD).get(0).next(),
                new Step(Step.Kind.ONLINE, ALL))
            .get(0)
            .next();
    Outcome removed = kernel.step(online, REMOVE).get(0);
    assertTrue(removed.encounter(Walk.PFN_VALID, Encounter.Kind.FREED_USAGE).isEmpty());
    assertTrue(removed.encounter(Walk.PFN_TO_ONLINE_PAGE, Encounter.Kind.FREED_USAGE).isPresent());
    assertTrue(
        removed.next().walkers().inFlight().keySet().stream()
            .anyMatch(w -> w.walk() == Walk.PFN_VALID && w.holdsUsage() && w.waitedFor()));
  }

  /** They outlive any number of steps, and change nothing that others see. */
  @Test
  void walkersOutliveSteps() {
    WalkedKernel walked = kernel("v6.12");
    ModelledKernel alone = new ModelledKernel(Design.parse("v6.12"));
    Section with = walked.boot(Bits.none(2));
    Section without = alone.boot(Bits.none(2));
    Walkers before = Walkers.NONE;
    List<Walkers> afterRemoves = new ArrayList<>();
    for (Step step : List.of(ADD, REMOVE, ADD, REMOVE, ADD, REMOVE)) {
      with = walked.step(with, step).get(0).next();
      without = alone.step(without, step).get(0).next();
      assertEquals(without, with.withWalkers(Walkers.NONE));
      Walkers now = with.walkers();
      before
          .inFlight()
          .keySet()
          .forEach(w -> assertTrue(isStillThere(w, now), () -> w + " is gone"));
      before = now;
      if (step.equals(REMOVE)) {
        afterRemoves.add(now);
      }
    }
    assertEquals(afterRemoves.get(1), afterRemoves.get(2), "nobody new by then");
  }

  private static boolean isStillThere(Walker walker, Walkers now) {
    return now.inFlight().keySet().stream()
        .anyMatch(w -> w.walk() == walker.walk() && w.seen().equals(walker.seen()));
  }

  /** L06: the bits stand before the memmap does, in a section that is valid already. */
  @ParameterizedTest
  @CsvSource({"v5.2, false", "v5.3, true", "v7.2, true"})
  void whatIsAddedIsValidBeforeItHasMemmap(String design, boolean exposed) {
    WalkedKernel kernel = kernel(design);
    Section first =
        exposed
            ? kernel
                .step(kernel.boot(Bits.none(2)), new Step(Step.Kind.ADD, Bits.parse("10")))
                .get(0)
                .next()
            : kernel.boot(Bits.none(2));
    Step second = new Step(Step.Kind.ADD, exposed ? Bits.parse("01") : ALL);
    Optional<Encounter> met =
        kernel.step(first, second).get(0).encounter(Walk.PFN_VALID, Encounter.Kind.NO_MEMMAP);
    assertEquals(exposed, met.isPresent());
  }
}
