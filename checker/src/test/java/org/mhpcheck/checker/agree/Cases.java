package org.mhpcheck.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mhpcheck.checker.Designs;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Platform;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** Arbitrary kernels in arbitrary small worlds. They shrink to v5.2, and to what is usual. */
final class Cases {
  private static final int MOST_SUBSECTIONS = 4;

  /** Where an engine gives up: what it then leaves open is not compared. */
  private static final Limits LIMITS =
      new Limits(Optional.empty(), Optional.empty(), Optional.of(1_000L), Optional.empty());

  private Cases() {}

  /** Any design; one in three is configured without something. */
  static Arbitrary<Design> designs() {
    return Combinators.combine(
            Designs.any(), Arbitraries.of(Option.class).list().ofMaxSize(2), chance(3))
        .as((design, options, some) -> some ? without(options, design) : design);
  }

  /** With a fault in one of two. */
  static Arbitrary<Case> any() {
    return Combinators.combine(designs(), Arbitraries.integers().between(0, 9999), chance(2))
        .flatAs(
            (design, fault, some) ->
                worlds(design).map(w -> new Case(design, mutant(design, fault, some), w)));
  }

  /** Without a fault, of kernels that proofs are of, under calls that take the steps of proofs. */
  static Arbitrary<Case> ofProofs() {
    return Designs.any()
        .flatMap(design -> unspoilt(design, c -> c != Caller.SPARSE))
        .filter(Cases::isMappedByPages);
  }

  /** Those that a tree beside {@code design} can be asked. */
  static Arbitrary<Case> ofTree(Design design) {
    return unspoilt(design, c -> true)
        .filter(Cases::isMappedByPages)
        .filter(c -> KernelBuild.SUBSECTIONS.contains(c.world().geometry().subsections()));
  }

  private static Arbitrary<Case> unspoilt(Design design, Predicate<Caller> callers) {
    return worlds(design)
        .filter(w -> w.callers().stream().allMatch(callers))
        .map(w -> new Case(design, Optional.empty(), w));
  }

  /** As proofs and shims take memmap to be. */
  private static boolean isMappedByPages(Case of) {
    Platform platform = of.world().world().arch().platform(of.design());
    return platform.mapping() == Platform.Mapping.PAGES;
  }

  /** Worlds that can be asked of {@code design}, of one memory block. */
  static Arbitrary<Question.Explore> worlds(Design design) {
    Arbitrary<World> worlds =
        Combinators.combine(
                Arbitraries.integers().between(2, MOST_SUBSECTIONS),
                Arbitraries.of(Arch.class).filter(a -> a.refusedBy(design).isEmpty()),
                chance(6),
                Arbitraries.integers().between(0, 3))
            .as(Cases::world);
    return worlds.flatMap(
        world ->
            Combinators.combine(
                    someOf(layouts(world.geometry().subsections()), 2),
                    someOf(callers(design), 2),
                    someOf(altmaps(design), 2),
                    Arbitraries.of(false, true))
                .as(
                    (boot, callers, altmaps, faults) ->
                        new Question.Explore(world, boot, callers, altmaps, faults, LIMITS))
                .filter(q -> q.idle().isEmpty() && q.refusedBy(design).isEmpty()));
  }

  /** Memory blocks of two sections are few: their worlds soon grow too large. */
  private static World world(int subsections, Arch arch, boolean pair, int node) {
    return pair
        ? new World(new Geometry(2, 2), arch, 2, node)
        : new World(new Geometry(1, subsections), arch, 1, node);
  }

  private static List<BootLayout> layouts(int subsections) {
    return Stream.concat(
            BootLayout.DEFAULTS.stream(),
            Stream.of(new BootLayout("01".repeat(subsections).substring(0, subsections))))
        .toList();
  }

  private static List<Caller> callers(Design design) {
    return Stream.of(Caller.values()).filter(c -> c.refusedBy(design).isEmpty()).toList();
  }

  private static List<Altmap> altmaps(Design design) {
    return Stream.of(Altmap.values()).filter(a -> a.refusedBy(design).isEmpty()).toList();
  }

  private static <T> Arbitrary<List<T>> someOf(List<T> all, int most) {
    int size = Math.min(most, all.size());
    return Arbitraries.of(all).list().uniqueElements().ofMinSize(1).ofMaxSize(size);
  }

  /** Once in so many times. */
  private static Arbitrary<Boolean> chance(int of) {
    return Arbitraries.integers().between(0, of - 1).map(i -> i == of - 1);
  }

  private static Design without(List<Option> options, Design design) {
    Design fewer = design;
    for (Option option : options) {
      try {
        fewer = Design.parse(fewer.name() + "-" + option.slug());
      } catch (NoSuchDesignException e) {
        // taken away already, or never to be left out
      }
    }
    return fewer;
  }

  private static Optional<Mutant> mutant(Design design, int number, boolean some) {
    List<Mutant> mutants = some ? new ModelledKernel(design).code().mutants() : new ArrayList<>();
    return mutants.isEmpty() ? Optional.empty() : Optional.of(mutants.get(number % mutants.size()));
  }
}
