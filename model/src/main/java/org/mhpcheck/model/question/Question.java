package org.mhpcheck.model.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
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
   * Every sequence of calls in a small world.
   *
   * @param boot the layouts of each section, independently of the others; not empty
   * @param callers not empty
   * @param altmaps what calls are told of a range's memmap, as far as their callers have it; not
   *     empty
   * @param faults whether allocations may fail
   */
  record Explore(
      Geometry geometry,
      List<BootLayout> boot,
      List<Caller> callers,
      List<Altmap> altmaps,
      boolean faults,
      Limits limits)
      implements Question {

    /** One without altmaps. */
    public Explore(
        Geometry geometry,
        List<BootLayout> boot,
        List<Caller> callers,
        boolean faults,
        Limits limits) {
      this(geometry, boot, callers, List.of(Altmap.NONE), faults, limits);
    }

    public Explore withLimits(Limits others) {
      return new Explore(geometry, boot, callers, altmaps, faults, others);
    }

    /** A caller who makes no call with any of the altmaps; empty if there is none. */
    public Optional<Caller> idle() {
      return callers.stream()
          .filter(c -> c.operations().stream().allMatch(o -> c.altmaps(o, altmaps).isEmpty()))
          .findFirst();
    }

    /** Why {@code design} cannot be asked this; empty if it can. */
    public Optional<String> refusedBy(Design design) {
      return altmaps.stream().flatMap(a -> a.refusedBy(design).stream()).findFirst();
    }

    @Override
    public String engine() {
      return "explore";
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

    private boolean meets(About.Need need) {
      boolean direct = callers.contains(Caller.DIRECT);
      return switch (need) {
        case BOOT_MEMORY ->
            boot.stream().anyMatch(b -> b.ram(geometry.subsections()).isEmpty().isFalse());
        case FAILING_CALLS -> direct || faults;
        case OVERLAPPING_CALLS -> direct || (faults && geometry.sections() > 1);
        case ALTMAPS -> altmaps.contains(Altmap.ALTMAP);
        case INACCESSIBLE_ALTMAPS -> direct && altmaps.contains(Altmap.INACCESSIBLE);
        case MIRRORED_REMOVES -> !direct;
      };
    }
  }

  /** Any sequence of calls at the real geometry of architectures, by induction. */
  record Prove(List<Architecture> architectures) implements Question {
    private static final Set<About.Need> ABOUT_ALTMAPS =
        EnumSet.of(About.Need.ALTMAPS, About.Need.INACCESSIBLE_ALTMAPS);

    @Override
    public String engine() {
      return "prove";
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      if (!(property instanceof Property.OfState || property instanceof Property.OfStep)) {
        return Optional.of("does not speak of one section's states or steps");
      }
      return property.about().needs().stream().anyMatch(ABOUT_ALTMAPS::contains)
          ? Optional.of("is about altmaps, which proofs do not follow")
          : Optional.empty();
    }
  }

  /** The sizes of the usage on architectures. */
  record Sizes(List<Architecture> architectures) implements Question {
    @Override
    public String engine() {
      return "arithmetic";
    }

    @Override
    public Optional<String> notApplicable(Property property) {
      return property instanceof Property.Arithmetic
          ? Optional.empty()
          : Optional.of("is not about sizes");
    }
  }
}
