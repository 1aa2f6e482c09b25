package org.mhpcheck.model.claim;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/**
 * Something that must hold, with the premise under which it says anything.
 *
 * <p>The formula is one and the same for the explorer (known values), for the prover (unknown ones)
 * and for the evaluation at the end of a trace. A property whose premise is never met where it was
 * asked is vacuous there, which is no pass. {@code shows} spells out, for the end of a trace, the
 * values that the formula was evaluated on.
 */
public sealed interface Property {
  About about();

  /** Of every reachable state of every section, between calls. */
  record OfState(
      About about,
      Function<Section, Bit> premise,
      Function<Section, Bit> holds,
      Function<Section, String> shows)
      implements Property {}

  /** Of every whole boot, those that corrupt memory among them. */
  record OfBoot(
      About about,
      Predicate<Booted> premise,
      Predicate<Booted> holds,
      Function<Booted, String> shows)
      implements Property {}

  /** Of every kernel step on one section. */
  record OfStep(
      About about,
      Function<StepTaken, Bit> premise,
      Function<StepTaken, Bit> holds,
      Function<StepTaken, String> shows)
      implements Property {}

  /**
   * Of every whole call: what some of them leave of each section.
   *
   * @param when the calls, by what is called and what that returns
   * @param leaves of a section before and after such a call
   */
  record OfCall(
      About about,
      BiPredicate<Operation, Errno> when,
      BiFunction<Section, Section, Bit> leaves,
      Function<CallTaken, String> shows)
      implements Property {

    public boolean premise(CallTaken call) {
      return when.test(call.call().operation(), call.rc());
    }

    /** In every section; of other calls it says nothing, and so it holds. */
    public Bit holds(CallTaken call) {
      return premise(call)
          ? Bit.allOf(
              IntStream.range(0, call.before().size())
                  .mapToObj(i -> leaves.apply(call.before().get(i), call.after().get(i)))
                  .toList())
          : Bit.TRUE;
    }
  }

  /**
   * Of every reachable state of all sections with the spans over them, between calls; where zones
   * are kept.
   */
  record OfSystem(
      About about,
      Predicate<Memory> premise,
      Predicate<Memory> holds,
      Function<Memory, String> shows)
      implements Property {}

  /** Of every step on zones and spans. */
  record OfSpanStep(
      About about,
      Predicate<SpanStepTaken> premise,
      Predicate<SpanStepTaken> holds,
      Function<SpanStepTaken, String> shows)
      implements Property {}

  /**
   * Of every reachable state of the world: some sequence of calls leads from it to one in which
   * every section is as {@code recovered} asks. Such a sequence may be empty, and allocations may
   * fail in it where they may fail at all. Of calls that corrupt memory nothing is said: they lead
   * nowhere.
   *
   * @param when the calls after which there may be something to recover from, by what is called and
   *     what that returns
   */
  record OfRecovery(
      About about,
      BiPredicate<Operation, Errno> when,
      Function<Section, Bit> recovered,
      Function<Section, String> shows)
      implements Property {

    public boolean premise(CallTaken call) {
      return when.test(call.call().operation(), call.rc());
    }
  }

  /** Of where boot puts usages, on every small machine. */
  record OfPlacement(
      About about,
      Predicate<Placed> premise,
      Predicate<Placed> holds,
      Function<Placed, String> shows)
      implements Property {}

  /**
   * Of two kernels that are asked the same, call by call: whatever one does, the other does.
   *
   * @param alike whether two states of a section count as the same
   */
  record OfTwoKernels(About about, BiPredicate<Section, Section> alike) implements Property {}

  /**
   * One of the kinds above, whose formula is not the same in all designs: it asks what one kernel
   * answers so, and another otherwise.
   *
   * @param of the property as it reads in a design
   */
  record ByDesign(About about, Function<Design, Property> of) implements Property {
    @Override
    public Property in(Design design) {
      return of.apply(design);
    }
  }

  /**
   * Of the arithmetic of sections.
   *
   * @param scope whose numbers it is about
   * @param claim empty in a layout that it says nothing of
   */
  record Arithmetic(About about, Scope scope, Function<SectionLayout, Optional<SizeClaim>> claim)
      implements Property {

    /** Whose numbers a claim is about. */
    public enum Scope {
      /** Those of any architecture that the kernel would compile for. */
      ANY_PARAMETERS,
      /** Those of the architectures that there are: what the kernel itself demands of them. */
      ARCHITECTURES
    }
  }

  /** This property, as it reads in {@code design}. */
  default Property in(Design design) {
    return this;
  }

  default String name() {
    return about().name();
  }
}
