package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.PlannedCall.SpanStepDone;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Spans;

/**
 * A counterexample: boot, then calls, the last of which breaks the property.
 *
 * @param kernel the name of what was asked; of a model, its design's
 * @param machine what the calls are made on, with the design asked, or the one that stands beside a
 *     compiled kernel
 * @param boot the sections after boot
 * @param ram the system RAM of each section, which its map need not tell: without VMEMMAP, and
 *     before the series, boot sets all of it or nothing
 * @param calls none, if what boot makes breaks the property
 * @param atHand the calls that could have followed, where the property asks for a way back
 * @param clause the property's formula on what it was broken by, in words
 * @param mendedBy changes that the design lacks, with each of which alone this trace (replayed)
 *     breaks the property no more
 * @param beside what the model of {@link #design()} makes of it, where another kernel was asked
 * @param booted what came of booting all sections at once; empty if each was by itself
 */
public record Trace(
    String kernel,
    Machine machine,
    Property property,
    List<Section> boot,
    List<Bits> ram,
    List<TracedCall> calls,
    Optional<CallsAtHand> atHand,
    String clause,
    List<Change> mendedBy,
    Optional<Beside> beside,
    Optional<Booted> booted)
    implements Evidence {

  /** One in which each section is booted by itself, of the RAM that its map has. */
  public Trace(
      String kernel,
      Machine machine,
      Property property,
      List<Section> boot,
      List<TracedCall> calls,
      Optional<CallsAtHand> atHand,
      String clause,
      List<Change> mendedBy,
      Optional<Beside> beside) {
    this(
        kernel,
        machine,
        property,
        boot,
        boot.stream().map(Section::subsectionMap).toList(),
        calls,
        atHand,
        clause,
        mendedBy,
        beside,
        Optional.empty());
  }

  /** One of a model, of a property that does not ask what could have followed. */
  public Trace(
      Machine machine,
      Property property,
      List<Section> boot,
      List<TracedCall> calls,
      String clause,
      List<Change> mendedBy) {
    this(
        machine.design().name(),
        machine,
        property,
        boot,
        calls,
        Optional.empty(),
        clause,
        mendedBy,
        Optional.empty());
  }

  /** The design asked, or the one that stands beside a compiled kernel. */
  public Design design() {
    return machine.design();
  }

  /** The spans after boot; empty where they are not kept. */
  public Optional<Spans> bootSpans() {
    return machine.memory(boot).map(Memory::spans);
  }

  public Geometry geometry() {
    return machine.geometry();
  }

  /**
   * What a model makes of a compiled kernel's trace.
   *
   * @param same whether it comes to the same states, return codes and events after every step
   * @param breaks whether it breaks the property, by the last call
   * @param text both, and where the two part, in words
   */
  public record Beside(boolean same, boolean breaks, String text) {}

  /**
   * A call, the steps it took, what it returned, and the sections afterwards.
   *
   * @param place where the kernel function that goes through the sections stands in the tree
   * @param onSpans the steps on zones and spans, where they are kept
   * @param spans the spans afterwards; empty where they are not kept
   */
  public record TracedCall(
      Call call,
      List<TracedStep> steps,
      Errno rc,
      List<Section> after,
      Optional<Place> place,
      List<SpanStepDone> onSpans,
      Optional<Spans> spans) {

    /** One in which zones are not kept. */
    public TracedCall(
        Call call, List<TracedStep> steps, Errno rc, List<Section> after, Optional<Place> place) {
      this(call, steps, rc, after, place, List.of(), Optional.empty());
    }

    /** One of no tree. */
    public TracedCall(Call call, List<TracedStep> steps, Errno rc, List<Section> after) {
      this(call, steps, rc, after, Optional.empty());
    }

    /** The allocation that failed, if one did: a failed step ends its call, so there is but one. */
    public Optional<FaultIn> fault() {
      return steps.stream()
          .flatMap(s -> s.outcome().fault().stream().map(f -> new FaultIn(s.section(), f)))
          .findFirst();
    }
  }

  /**
   * One kernel or owner step of a call.
   *
   * @param section its index, 0 for section 1
   * @param place where its function stands in the tree
   */
  public record TracedStep(
      int section, Section before, Step step, Outcome outcome, Optional<Place> place) {

    /** One of no tree. */
    public TracedStep(int section, Section before, Step step, Outcome outcome) {
      this(section, before, step, outcome, Optional.empty());
    }
  }

  /** What was done, without what came of it. */
  public Script script() {
    return new Script(
        machine,
        property.name(),
        ram,
        calls.stream().map(c -> new Script.ScriptedCall(c.call(), c.fault())).toList(),
        atHand,
        booted.map(Booted::script));
  }

  /** Whether a kernel tree was asked, and not the model of {@link #design()}. */
  public boolean isOfTree() {
    return !kernel.equals(design().name());
  }

  /** The number of calls after boot. */
  public int depth() {
    return calls.size();
  }

  /** The last call; empty if boot alone breaks the property. */
  public Optional<TracedCall> lastCall() {
    return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
  }
}
