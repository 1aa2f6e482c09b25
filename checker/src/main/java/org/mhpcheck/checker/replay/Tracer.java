package org.mhpcheck.checker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Trace.Beside;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;

/**
 * Makes a script into a trace that can be reported: replayed, judged, held against changes, and
 * where a tree was asked, against the model of its design.
 */
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
        new Judge(kernel, script, property.in(script.design()))
            .broken(replay, replay.calls().size())
            .orElseThrow(() -> new NotBrokenException(kernel.name(), property.name()));
    boolean isOfModel = kernel.name().equals(script.design().name());
    Optional<Beside> beside =
        isOfModel ? Optional.empty() : Optional.of(beside(script, property, replay));
    // Changes are known of models: what they do to another kernel, only where the model is alike.
    boolean isComparable = beside.map(Beside::breaks).orElse(true);
    return new Trace(
        kernel.name(),
        script.machine(),
        property,
        replay.boot(),
        script.boot(),
        replay.calls(),
        script.atHand(),
        clause,
        isComparable ? mendedBy(script, property) : List.of(),
        beside,
        replay.booted());
  }

  /**
   * The part of {@code script} up to the first call (or boot) that breaks {@code property}; empty
   * if none does, as far as the kernel can follow it.
   */
  public Optional<Script> breaking(Script script, Property property) {
    Replay replay = Replayer.of(kernel).asFarAsItGoes(script);
    Judge judge = new Judge(kernel, script, property.in(script.design()));
    return IntStream.rangeClosed(0, replay.calls().size())
        .filter(i -> judge.broken(replay, i).isPresent())
        .boxed()
        .findFirst()
        .map(script::upTo);
  }

  private static Beside beside(Script script, Property property, Replay replay) {
    Design design = script.design();
    Kernel model = script.machine().kernel();
    Replay modelled = Replayer.of(model).asFarAsItGoes(script);
    boolean breaks =
        modelled.refused().isEmpty()
            && new Judge(model, script, property.in(design))
                .broken(modelled, modelled.calls().size())
                .isPresent();
    Optional<Parting> parting = Parting.first(replay, modelled);
    String text =
        parting
            .map(
                p ->
                    "the model of %s parts from it: %s; %s"
                        .formatted(
                            design,
                            p.text("the tree", "the model"),
                            breaks ? "it breaks the property too" : "it keeps the property"))
            .orElse(
                "the model of %s does the same: states, return codes and events of every step"
                    .formatted(design));
    return new Beside(parting.isEmpty(), breaks, text);
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
    Design design = script.design().with(change);
    if (!knowsCallsAtHand(design, script)) {
      return false; // there are not the same ways back
    }
    Script other = script.with(design);
    Kernel mended = other.machine().kernel();
    try {
      Replay replay = Replayer.ofOther(mended).replay(other);
      // What is asked of boots is asked of those, too, that corrupt memory.
      boolean goesOn = property instanceof Property.OfBoot || !replay.isCorrupt();
      return goesOn && !new Judge(mended, other, property.in(design)).isBroken(replay);
    } catch (ReplayException e) {
      return false; // it went another way: no evidence for the change
    }
  }

  /** Whether all that could have followed can be asked of {@code design}. */
  private static boolean knowsCallsAtHand(Design design, Script script) {
    return script.atHand().stream()
        .flatMap(atHand -> atHand.altmaps().stream())
        .allMatch(altmap -> altmap.refusedBy(design).isEmpty());
  }
}
