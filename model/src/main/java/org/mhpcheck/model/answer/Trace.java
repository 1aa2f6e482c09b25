package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * A counterexample: boot, then calls, the last of which breaks the property.
 *
 * @param boot the sections after boot
 * @param calls none, if what boot makes breaks the property
 * @param clause the property's formula on what it was broken by, in words
 * @param mendedBy changes that the design lacks, with each of which alone this trace (replayed)
 *     breaks the property no more
 */
public record Trace(
    Design design,
    Geometry geometry,
    Property property,
    List<Section> boot,
    List<TracedCall> calls,
    String clause,
    List<Change> mendedBy)
    implements Evidence {

  /** A call, the steps it took, what it returned, and the sections afterwards. */
  public record TracedCall(Call call, List<TracedStep> steps, Errno rc, List<Section> after) {

    /** The allocation that failed, if one did: a failed step ends its call, so there is but one. */
    public Optional<Script.FaultIn> fault() {
      return steps.stream()
          .flatMap(s -> s.outcome().fault().stream().map(f -> new Script.FaultIn(s.section(), f)))
          .findFirst();
    }
  }

  /**
   * One kernel or owner step of a call.
   *
   * @param section its index, 0 for section 1
   */
  public record TracedStep(int section, Section before, Step step, Outcome outcome) {}

  /** What was done, without what came of it. */
  public Script script() {
    return new Script(
        design,
        geometry,
        property.name(),
        boot.stream().map(Section::subsectionMap).toList(),
        calls.stream().map(c -> new Script.ScriptedCall(c.call(), c.fault())).toList());
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
