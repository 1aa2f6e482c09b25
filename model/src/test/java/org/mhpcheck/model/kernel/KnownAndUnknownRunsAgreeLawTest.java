package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mhpcheck.model.design.AnyDesign;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.AnyBits;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.AnySection;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * THE law of the model: the kernel is written once and run two ways, and both say the same.
 *
 * <p>For any design, any section, any range: the outcomes of the run over known values are exactly
 * those of the paths over unknown values whose conditions the known values meet. What a proof over
 * paths shows, it shows of the kernel that the explorer runs.
 */
class KnownAndUnknownRunsAgreeLawTest {

  /** The steps that a kernel of this design can be asked to take. */
  private static List<Step.Kind> kindsOf(Design design) {
    List<Step.Kind> kinds =
        new ArrayList<>(
            List.of(Step.Kind.ADD, Step.Kind.REMOVE, Step.Kind.ONLINE, Step.Kind.OFFLINE));
    if (design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)) {
      kinds.add(Step.Kind.TAINT);
    }
    if (!design.has(Change.SUBSECTION_HOTPLUG)) {
      kinds.add(Step.Kind.ADD_ABSENT);
    }
    return kinds;
  }

  /** Sections and ranges of one size. */
  private record Steps(int subsections, Altmap altmap, List<Section> sections, List<Bits> ranges) {

    /** The altmap, where the kernel can be told of it. */
    Altmap altmap(ModelledKernel kernel) {
      return altmap.refusedBy(kernel.design()).isEmpty() ? altmap : Altmap.ALTMAP;
    }
  }

  /** A boot, then a choice of range and outcome for each step. */
  private record Walk(Bits ram, List<Bits> ranges, List<Integer> choices) {}

  @Property(tries = 400)
  void fromAnySectionByAnyRange(@ForAll("designs") Design design, @ForAll("steps") Steps steps) {
    agree(new ModelledKernel(design), steps);
  }

  @Property(tries = 15)
  void inTheGeometryOfX86(@ForAll("designs") Design design, @ForAll("stepsOf64") Steps steps) {
    agree(new ModelledKernel(design), steps);
  }

  /** Where a section's memmap is one allocation; of any section, whether it can be so or not. */
  @Property(tries = 100)
  void withoutVmemmap(@ForAll("classicDesigns") Design design, @ForAll("steps") Steps steps) {
    Bits all = Bits.full(steps.subsections());
    List<Bits> ranges = steps.ranges().stream().map(r -> all).toList();
    ModelledKernel kernel = new ModelledKernel(design);
    Steps whole = new Steps(steps.subsections(), Altmap.NONE, steps.sections(), ranges);
    agree(kernel, whole, List.of(Step.Kind.ADD, Step.Kind.REMOVE, Step.Kind.ONLINE));
  }

  @Property(tries = 60)
  void howeverMemmapIsMapped(
      @ForAll("designs") Design design,
      @ForAll Platform.Mapping mapping,
      @ForAll("steps") Steps steps) {
    agree(new ModelledKernel(design, Mutant.NONE, new Platform(mapping, true)), steps);
  }

  @Property(tries = 150)
  void alsoWithAFaultPlanted(
      @ForAll("designs") Design design,
      @ForAll("mutants") Mutant mutant,
      @ForAll("steps") Steps steps) {
    agree(new ModelledKernel(design, Optional.of(mutant)), steps);
  }

  @Property(tries = 150)
  void fromAnySectionReachedFromBoot(@ForAll("designs") Design design, @ForAll("walks") Walk walk) {
    ModelledKernel kernel = new ModelledKernel(design);
    List<Section> reached = new ArrayList<>();
    Section section = kernel.boot(walk.ram());
    for (int i = 0; i < walk.ranges().size(); i++) {
      reached.add(section);
      int choice = walk.choices().get(i);
      Altmap altmap = choice % 3 == 0 ? Altmap.ALTMAP : Altmap.NONE;
      Bits range = AskableRange.of(design, walk.ranges().get(i));
      List<Step.Kind> kinds = kindsOf(design);
      Step step = new Step(kinds.get(choice % kinds.size()), range, altmap);
      List<Outcome> outcomes = kernel.step(section, step);
      section = outcomes.get(choice / kinds.size() % outcomes.size()).next();
    }
    for (Altmap altmap : Altmap.values()) {
      agree(kernel, new Steps(walk.ram().size(), altmap, reached, walk.ranges()));
    }
  }

  @Property(tries = 100)
  void bootOfAnyRam(
      @ForAll("designs") Design design, @ForAll @IntRange(min = 2, max = 16) int subsections) {
    ModelledKernel kernel = new ModelledKernel(design);
    Circuit circuit = new Circuit();
    Bits ram = Bits.unknown(circuit, "ram", subsections);
    List<Run<Section>> paths = kernel.bootPaths(circuit, ram);
    for (int from = 0; from < subsections; from++) {
      Bits known = Bits.range(subsections, from, subsections);
      Assignment assignment = new Assignment();
      assignment.set(ram, known);
      assertEquals(
          List.of(kernel.boot(known)),
          paths.stream()
              .filter(p -> assignment.holds(p.conditions()))
              .map(p -> UnknownSection.valueOf(assignment, p.result()))
              .toList());
    }
  }

  private static void agree(ModelledKernel kernel, Steps steps) {
    agree(
        kernel,
        new Steps(steps.subsections(), steps.altmap(kernel), steps.sections(), steps.ranges()),
        kindsOf(kernel.design()));
  }

  private static void agree(ModelledKernel kernel, Steps steps, List<Step.Kind> kinds) {
    for (Step.Kind kind : kinds) {
      TwoWays twoWays = new TwoWays(kernel, kind, steps.altmap(), steps.subsections());
      for (int i = 0; i < steps.sections().size(); i++) {
        Bits range = AskableRange.of(kernel.design(), steps.ranges().get(i));
        twoWays.agreeOn(steps.sections().get(i), range);
      }
    }
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDesign.any().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Design> classicDesigns() {
    return Arbitraries.of(
            "v5.2-vmemmap",
            "v5.2+1..5-vmemmap",
            "v5.2+1..9-vmemmap",
            "v5.4-vmemmap",
            "v5.5-vmemmap+1f503443e7df",
            "v5.6-vmemmap",
            "v5.7-vmemmap",
            "v6.12-debian-vmemmap",
            "v7.0-vmemmap")
        .map(Design::parse);
  }

  @Provide
  Arbitrary<Mutant> mutants() {
    return Arbitraries.of(
        Stream.of("v6.12", "v5.2")
            .flatMap(name -> new ModelledKernel(Design.parse(name)).code().stores().stream())
            .distinct()
            .map(Mutant::new)
            .toList());
  }

  @Provide
  Arbitrary<Steps> steps() {
    return Arbitraries.integers()
        .between(2, 16)
        .flatMap(size -> steps(size, 20))
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Steps> stepsOf64() {
    return steps(64, 5).withoutEdgeCases();
  }

  private static Arbitrary<Steps> steps(int subsections, int number) {
    return Combinators.combine(
            Arbitraries.of(Altmap.class),
            AnySection.of(subsections).list().ofSize(number),
            AnyBits.range(subsections).list().ofSize(number))
        .as((altmap, sections, ranges) -> new Steps(subsections, altmap, sections, ranges));
  }

  @Provide
  Arbitrary<Walk> walks() {
    return Arbitraries.integers()
        .between(2, 6)
        .flatMap(
            size ->
                Combinators.combine(
                        AnyBits.of(size),
                        AnyBits.range(size).list().ofSize(20),
                        Arbitraries.integers().between(0, 100).list().ofSize(20))
                    .as(Walk::new))
        .withoutEdgeCases();
  }
}
