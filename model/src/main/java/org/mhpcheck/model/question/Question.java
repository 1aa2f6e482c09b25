package org.mhpcheck.model.question;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mhpcheck.model.bootmem.Planted;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.state.Geometry;

/** What is asked of a design, and so which engine answers. */
public sealed interface Question {
  /** What a property needs that is about walkers. */
  Set<About.Need> ABOUT_WALKERS = EnumSet.of(About.Need.WALKERS, About.Need.WALKERS_HELD_UP);

  /** The engine's name, as scenario files have it. */
  String engine();

  /** Why {@code property} says nothing under this question; empty if it applies. */
  Optional<String> notApplicable(Property property);

  /**
   * Why {@code property} cannot be asked, not even by its name; empty if it can. One whose premise
   * is never met can be asked, and is vacuous then.
   */
  default Optional<String> impossible(Property property) {
    return notApplicable(property);
  }

  /** Why {@code design} cannot be asked this; empty if it can. */
  Optional<String> refusedBy(Design design);

  /** What is asked of calls, in the smallest world there is; empty if it is not about calls. */
  default Optional<Explore> calling() {
    return Optional.empty();
  }

  /**
   * Every sequence of calls in a small world.
   *
   * @param boot the layouts of each section, independently of the others; not empty
   * @param callers not empty
   * @param altmaps what calls are told of a range's memmap, as far as their callers have it; not
   *     empty
   * @param faults whether allocations may fail
   * @param boots how all sections are booted at once; empty if each is by itself, and nothing fails
   */
  record Explore(
      World world,
      List<BootLayout> boot,
      List<Caller> callers,
      List<Altmap> altmaps,
      boolean faults,
      Limits limits,
      Optional<Boots> boots)
      implements Question {

    /** One in which each section is booted by itself. */
    public Explore(
        World world,
        List<BootLayout> boot,
        List<Caller> callers,
        List<Altmap> altmaps,
        boolean faults,
        Limits limits) {
      this(world, boot, callers, altmaps, faults, limits, Optional.empty());
    }

    /** One without altmaps, in the usual world. */
    public Explore(
        Geometry geometry,
        List<BootLayout> boot,
        List<Caller> callers,
        boolean faults,
        Limits limits) {
      this(World.of(geometry), boot, callers, List.of(Altmap.NONE), faults, limits);
    }

    /** One in the usual world. */
    public Explore(
        Geometry geometry,
        List<BootLayout> boot,
        List<Caller> callers,
        List<Altmap> altmaps,
        boolean faults,
        Limits limits) {
      this(World.of(geometry), boot, callers, altmaps, faults, limits);
    }

    public Geometry geometry() {
      return world.geometry();
    }

    public Explore withLimits(Limits others) {
      return new Explore(world, boot, callers, altmaps, faults, others, boots);
    }

    public Explore withBoots(Boots others) {
      return new Explore(world, boot, callers, altmaps, faults, limits, Optional.of(others));
    }

    /** What the calls are made on, with this kernel. */
    public Machine on(Design design) {
      return new Machine(design, world);
    }

    /** A caller who makes no call with any of the altmaps; empty if there is none. */
    public Optional<Caller> idle() {
      return callers.stream()
          .filter(c -> c.operations().stream().allMatch(o -> c.altmaps(o, altmaps).isEmpty()))
          .findFirst();
    }

    @Override
    public Optional<String> refusedBy(Design design) {
      return withoutCallers(design)
          .or(() -> withoutAltmaps(design))
          .or(() -> boot.stream().flatMap(b -> b.refusedBy(design).stream()).findFirst());
    }

    /** Why no such calls can be made of {@code design}; empty if they can. */
    public Optional<String> withoutCallers(Design design) {
      return world
          .arch()
          .refusedBy(design)
          .or(() -> callers.stream().flatMap(c -> c.refusedBy(design).stream()).findFirst());
    }

    /** Why {@code design} cannot be told of one of the altmaps; empty if it can. */
    public Optional<String> withoutAltmaps(Design design) {
      return altmaps.stream().flatMap(a -> refused(a, design).stream()).findFirst();
    }

    private Optional<String> refused(Altmap altmap, Design design) {
      Change needed = Change.MEMMAP_ON_MEMORY;
      boolean onMemory = altmap.isGiven() && callers.contains(Caller.MEMORY_BLOCK);
      return onMemory && !design.has(needed)
          ? Optional.of(
              "%s adds no memory block with an altmap: it lacks %s (%s)"
                  .formatted(design.name(), needed.canonicalName(), needed.slug()))
          : altmap.refusedBy(design);
    }

    @Override
    public String engine() {
      return "explore";
    }

    @Override
    public Optional<Explore> calling() {
      return Optional.of(this);
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      if (property instanceof Property.Arithmetic) {
        return Optional.of("is about sizes, ask prove --usemap");
      }
      if (isOfOtherThings(property)) {
        return Optional.of("is for scenarios of another engine");
      }
      return property.about().needs().stream()
          .filter(need -> !meets(need))
          .sorted()
          .findFirst()
          .map(need -> "needs " + need.text());
    }

    /**
     * Where nobody keeps books, anybody may bring back anything; where nobody looks meanwhile,
     * nobody meets anything: that would pass, and say nothing.
     */
    @Override
    public Optional<String> impossible(Property property) {
      if (property.about().needs().stream().anyMatch(ABOUT_WALKERS::contains) && !world.walkers()) {
        return Optional.of("needs " + About.Need.WALKERS.text());
      }
      boolean withoutBooks =
          property instanceof Property.OfRecovery
              && property.about().needs().contains(About.Need.BOOKS)
              && !meets(About.Need.BOOKS);
      if (withoutBooks) {
        return Optional.of("needs " + About.Need.BOOKS.text());
      }
      boolean isOfSpans =
          property instanceof Property.OfSystem || property instanceof Property.OfSpanStep;
      if (isOfSpans && world.zones().isEmpty()) {
        return Optional.of("needs " + About.Need.ZONES.text());
      }
      boolean ofOtherThings =
          isOfOtherThings(property) || (property instanceof Property.OfBoot && boots.isEmpty());
      return ofOtherThings ? notApplicable(property) : Optional.empty();
    }

    private static boolean isOfOtherThings(Property property) {
      return property instanceof Property.Arithmetic
          || property instanceof Property.OfPlacement
          || property instanceof Property.OfTwoKernels;
    }

    private boolean meets(About.Need need) {
      boolean direct = callers.contains(Caller.DIRECT) || callers.contains(Caller.SPARSE);
      return switch (need) {
        case BOOT_MEMORY ->
            boot.stream().anyMatch(b -> b.ram(geometry().subsections()).isEmpty().isFalse());
        case FAILING_BOOTS -> boots.isPresent();
        case FAILING_CALLS -> direct || faults;
        case OVERLAPPING_CALLS -> direct || (faults && geometry().sections() > 1);
        case ALTMAPS -> callers.stream().anyMatch(this::tellsOfAltmaps);
        case INACCESSIBLE_ALTMAPS ->
            (direct || callers.contains(Caller.MEMORY_BLOCK))
                && altmaps.contains(Altmap.INACCESSIBLE);
        case MIRRORED_REMOVES -> !direct;
        case BOOKS -> callers.stream().allMatch(Caller::owns);
        case DEVICES ->
            callers.stream().allMatch(Caller::owns)
                && (callers.contains(Caller.DEVICE) || callers.contains(Caller.PRIVATE_DEVICE));
        case WALKERS, WALKERS_HELD_UP -> world.walkers();
        case LINEAR_MAP ->
            callers.stream().allMatch(c -> c == Caller.DEVICE || c == Caller.MEMORY_BLOCK);
        case REMOVES -> true; // a matter of designs
        case ZONES -> world.zones().isPresent();
        case MEMORY_BLOCKS_IN_ZONES ->
            world.zones().isPresent() && callers.contains(Caller.MEMORY_BLOCK);
      };
    }

    /**
     * A caller who moves no memory to a zone, where zones are to be kept; empty if there is none.
     */
    public Optional<Caller> outsideZones() {
      return world.zones().isEmpty()
          ? Optional.empty()
          : callers.stream().filter(c -> !c.owns()).findFirst();
    }

    private boolean tellsOfAltmaps(Caller caller) {
      return caller.operations().stream()
          .flatMap(o -> caller.altmaps(o, altmaps).stream())
          .anyMatch(Altmap::isGiven);
    }
  }

  /**
   * Boots of all sections at once, in which any allocation may fail.
   *
   * @param nodes the NUMA node of each section, 0 to {@value World#MAX_NODE}
   */
  record Boots(List<Integer> nodes) {

    /** All on one node. */
    public static Boots on(World world) {
      return new Boots(Collections.nCopies(world.geometry().sections(), world.node()));
    }
  }

  /**
   * Every sequence of calls over any number of sections.
   *
   * @param smallest the same in the smallest world there is: one memory block
   */
  record Compose(Explore smallest) implements Question {

    /** The sections of a memory block: there are always multiples of that many. */
    public int unit() {
      return smallest.geometry().sections();
    }

    public int subsections() {
      return smallest.geometry().subsections();
    }

    /** What explore is asked of so many sections; without a bound on calls. */
    public Explore over(int sections) {
      World world = smallest.world();
      return new Explore(
          world.with(new Geometry(sections, subsections())),
          smallest.boot(),
          smallest.callers(),
          smallest.altmaps(),
          smallest.faults(),
          smallest.limits());
    }

    public Compose withLimits(Limits others) {
      return new Compose(smallest.withLimits(others));
    }

    @Override
    public String engine() {
      return "compose";
    }

    @Override
    public Optional<String> refusedBy(Design design) {
      return smallest.refusedBy(design);
    }

    @Override
    public Optional<Explore> calling() {
      return Optional.of(smallest);
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      return impossible(property).or(() -> over(2 * unit()).notApplicable(property));
    }

    /** A section alone is looked at, and its neighbours only as far as it sees them. */
    @Override
    public Optional<String> impossible(Property property) {
      if (property.about().needs().stream().anyMatch(ABOUT_WALKERS::contains)) {
        return Optional.of("is about walkers, who are not followed in any number of sections");
      }
      boolean isOfSections =
          property instanceof Property.OfState
              || property instanceof Property.ByDesign
              || property instanceof Property.OfStep;
      return isOfSections
          ? Optional.empty()
          : Optional.of("does not speak of one section's states or steps");
    }
  }

  /**
   * Some sequences of calls, at random, in a world that may be too large for all of them.
   *
   * @param calls what is asked of calls, without walkers and with each section booted by itself;
   *     its limit of depth is the most calls of one walk, and its limit of time ends the walking
   * @param seed of the random numbers: the same walks for the same
   * @param walks how many, at least 1
   */
  record Simulate(Explore calls, long seed, int walks) implements Question {
    /** The calls of a walk, where no limit of depth says otherwise. */
    public static final int USUAL_CALLS = 40;

    public Simulate {
      if (walks < 1) {
        throw new IllegalArgumentException("%d walks, expected at least 1".formatted(walks));
      }
    }

    /** The most calls of one walk. */
    public int mostCalls() {
      return calls.limits().depth().orElse(USUAL_CALLS);
    }

    @Override
    public String engine() {
      return "simulate";
    }

    @Override
    public Optional<String> refusedBy(Design design) {
      return calls.refusedBy(design);
    }

    @Override
    public Optional<Explore> calling() {
      return Optional.of(calls);
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      return notOnWalks(property).or(() -> calls.notApplicable(property));
    }

    @Override
    public Optional<String> impossible(Property property) {
      return notOnWalks(property).or(() -> calls.impossible(property));
    }

    private static Optional<String> notOnWalks(Property property) {
      if (property instanceof Property.OfRecovery) {
        return Optional.of("asks for a way back from every state, and walks meet but some");
      }
      if (property instanceof Property.OfBoot) {
        return Optional.of("is about boots of all sections at once, which begin no walk");
      }
      return property.about().needs().stream().anyMatch(ABOUT_WALKERS::contains)
          ? Optional.of("is about walkers, who are not followed on random walks")
          : Optional.empty();
    }
  }

  /**
   * Any sequence of calls at the real geometry of architectures, by induction.
   *
   * @param architectures with SPARSEMEM_VMEMMAP; not empty
   */
  record Prove(List<Architecture> architectures) implements Question {
    private static final Set<About.Need> ABOUT_BOOKS =
        EnumSet.of(About.Need.BOOKS, About.Need.DEVICES, About.Need.LINEAR_MAP);

    @Override
    public String engine() {
      return "prove";
    }

    /** Ranges of parts of sections are what it is about. */
    @Override
    public Optional<String> refusedBy(Design design) {
      return Stream.of(Option.values())
          .filter(o -> !design.has(o))
          .findFirst()
          .map(
              o ->
                  "%s: proofs are of kernels with %s (check --any-sections asks others)"
                      .formatted(design.name(), o.config()));
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      if (!(property instanceof Property.OfState
          || property instanceof Property.OfStep
          || property instanceof Property.OfCall
          || property instanceof Property.ByDesign)) {
        return Optional.of("does not speak of sections' states, steps or calls");
      }
      if (property.about().needs().stream().anyMatch(ABOUT_BOOKS::contains)) {
        return Optional.of("is about owners or the linear mapping, which proofs do not follow");
      }
      if (property.about().needs().stream().anyMatch(ABOUT_WALKERS::contains)) {
        return Optional.of("is about walkers, whom proofs do not follow");
      }
      return property.about().needs().contains(About.Need.MIRRORED_REMOVES)
          ? Optional.of("is about removes that mirror adds, and proofs are of any")
          : Optional.empty();
    }
  }

  /**
   * The arithmetic of sections.
   *
   * @param architectures whose numbers it is asked of, each as it is configured
   * @param anyParameters whether it is asked of every architecture that the kernel would compile
   *     for, too, with and without VMEMMAP
   */
  record Sizes(List<Architecture> architectures, boolean anyParameters) implements Question {
    @Override
    public String engine() {
      return "arithmetic";
    }

    /** Sizes hang on VMEMMAP, too; but each is asked for with and without. */
    @Override
    public Optional<String> refusedBy(Design design) {
      return design.options().equals(EnumSet.allOf(Option.class))
          ? Optional.empty()
          : Optional.of(
              "%s: sizes are asked with VMEMMAP and without, of releases and changes only"
                  .formatted(design.name()));
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      if (!(property instanceof Property.Arithmetic arithmetic)) {
        return Optional.of("is not about sizes");
      }
      return architectures.isEmpty() && arithmetic.scope() == Scope.ARCHITECTURES
          ? Optional.of("is about architectures, of which none is asked")
          : Optional.empty();
    }
  }

  /**
   * The same calls on two kernels at once.
   *
   * @param calls what both are asked
   * @param beside the design that each of the scenario's is held against
   */
  record Same(Explore calls, Design beside) implements Question {
    @Override
    public String engine() {
      return "same";
    }

    @Override
    public Optional<String> refusedBy(Design design) {
      return calls.refusedBy(design).or(() -> calls.refusedBy(beside));
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      return property instanceof Property.OfTwoKernels
          ? Optional.empty()
          : Optional.of("does not speak of two kernels");
    }
  }

  /**
   * Where boot puts usages, on every machine of some shapes.
   *
   * @param shapes not empty
   * @param arch whose usages they are
   * @param planted a fault, to see that it is noticed
   */
  record Placements(List<Shape> shapes, Architecture arch, Optional<Planted> planted)
      implements Question {
    @Override
    public String engine() {
      return "placement";
    }

    @Override
    public Optional<String> refusedBy(Design design) {
      return Optional.empty();
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      return property instanceof Property.OfPlacement
          ? Optional.empty()
          : Optional.of("is not about where usages lie");
    }
  }
}
