package org.mhpcheck.checker.replay;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;

/** Makes a script into a trace that can be reported: replayed, judged, and held against changes. */
public final class Tracer {
  private final Kernel kernel;

  public Tracer(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Replays {@code script}, whose last call must break {@code property} (boot, if there is none).
   *
   * @throws ReplayException if the kernel cannot follow it
   * @throws NotBrokenException if the property is not broken: then whoever claimed it is wrong
   */
  public Trace trace(Script script, Property property) {
    Replay replay = Replayer.of(kernel).replay(script);
    String clause =
        new Judge(property)
            .broken(replay, replay.calls().size())
            .orElseThrow(() -> new NotBrokenException(kernel.name(), property.name()));
    return new Trace(
        script.design(),
        script.geometry(),
        property,
        replay.boot(),
        replay.calls(),
        clause,
        mendedBy(script, property));
  }

  /** The changes with each of which alone, and what it needs, this script breaks nothing. */
  private static List<Change> mendedBy(Script script, Property property) {
    List<Change> mending = new ArrayList<>();
    for (Change change : Change.values()) {
      if (!script.design().has(change)
          && !needsOneOf(mending, change)
          && isMended(script, property, change)) {
        mending.add(change);
      }
    }
    return mending;
  }

  /** Then it is what {@code change} needs that mends, and not the change. */
  private static boolean needsOneOf(List<Change> mending, Change change) {
    return change.needs().stream()
        .anyMatch(needed -> mending.contains(needed) || needsOneOf(mending, needed));
  }

  private static boolean isMended(Script script, Property property, Change change) {
    Kernel mended = new ModelledKernel(script.design().with(change));
    try {
      Replay replay = Replayer.ofOther(mended).replay(script);
      return !replay.isCorrupt() && !new Judge(property).isBroken(replay);
    } catch (ReplayException e) {
      return false; // it went another way: no evidence for the change
    }
  }
}
