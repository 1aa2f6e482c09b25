package org.mhpcheck.model.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.state.Geometry;

/** What is asked of a design, and so which engine answers. */
public sealed interface Question {

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
   */
  record Explore(
      World world,
      List<BootLayout> boot,
      List<Caller> callers,
      List<Altmap> altmaps,
      boolean faults,
      Limits limits)
      implements Question {

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
      return new Explore(world, boot, callers, altmaps, faults, others);
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

    /** Why {@code design} cannot be asked this; empty if it can. */
    public Optional<String> refusedBy(Design design) {
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
      return property.about().needs().stream()
          .filter(need -> !meets(need))
          .sorted()
          .findFirst()
          .map(need -> "needs " + need.text());
    }

    /**
     * Where nobody keeps books, anybody may bring back anything: that would pass, and say nothing.
     */
    @Override
    public Optional<String> impossible(Property property) {
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
      return property instanceof Property.Arithmetic ? notApplicable(property) : Optional.empty();
    }

    private boolean meets(About.Need need) {
      boolean direct = callers.contains(Caller.DIRECT) || callers.contains(Caller.SPARSE);
      return switch (need) {
        case BOOT_MEMORY ->
            boot.stream().anyMatch(b -> b.ram(geometry().subsections()).isEmpty().isFalse());
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
        case LINEAR_MAP ->
            callers.stream().allMatch(c -> c == Caller.DEVICE || c == Caller.MEMORY_BLOCK);
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
      boolean isOfSections =
          property instanceof Property.OfState
              || property instanceof Property.OfStateByDesign
              || property instanceof Property.OfStep;
      return isOfSections
          ? Optional.empty()
          : Optional.of("does not speak of one section's states or steps");
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

    @Override
    public Optional<String> notApplicable(Property property) {
      if (!(property instanceof Property.OfState
          || property instanceof Property.OfStep
          || property instanceof Property.OfCall)) {
        return Optional.of("does not speak of sections' states, steps or calls");
      }
      if (property.about().needs().stream().anyMatch(ABOUT_BOOKS::contains)) {
        return Optional.of("is about owners or the linear mapping, which proofs do not follow");
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
}
