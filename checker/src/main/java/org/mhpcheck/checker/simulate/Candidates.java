package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;

/**
 * Scripts that may break a property as some script does: what is smaller, what can be called and
 * booted at all, and whether it breaks that property. Each is replayed, which refuses calls that
 * could not be made, and judged by the property's own formula.
 */
final class Candidates {
  private final Tracer tracer;
  private final Machine machine;
  private final Question.Explore question;
  private final Property property;

  Candidates(Kernel kernel, Machine machine, Question.Explore question, Property property) {
    this.tracer = new Tracer(kernel);
    this.machine = machine;
    this.question = question;
    this.property = property;
  }

  /** Fewer calls first; then simpler boots, fewer faults and altmaps, shorter ranges. */
  static Comparator<Script> smaller() {
    return Comparator.<Script>comparingInt(s -> s.calls().size())
        .thenComparingInt(Candidates::bootSize)
        .thenComparingLong(s -> s.calls().stream().filter(c -> c.fault().isPresent()).count())
        .thenComparingLong(s -> s.calls().stream().filter(c -> altmap(c).isGiven()).count())
        .thenComparingInt(s -> s.calls().stream().mapToInt(Candidates::length).sum());
  }

  /**
   * {@code candidate} up to where it breaks the property; empty if it does not. A replay keeps
   * owners if some call has one: what breaks a property only because nobody is known to own
   * anything is no violation, so it has to break with owners kept, too.
   */
  Optional<Script> breaking(Script candidate) {
    CallsAtHand callers =
        new CallsAtHand(question.callers(), question.altmaps(), question.faults());
    Script keepingOwners =
        new Script(
            machine,
            candidate.property(),
            candidate.boot(),
            candidate.calls(),
            Optional.of(callers));
    return tracer
        .breaking(keepingOwners, property)
        .map(s -> with(candidate, s.calls()))
        .filter(s -> tracer.breaking(s, property).map(s::equals).orElse(false));
  }

  Optional<Script> smallerThan(Script now, Script candidate) {
    return breaking(candidate).filter(c -> smaller().compare(c, now) < 0);
  }

  /** The layouts asked, the simplest first. */
  List<Bits> layouts() {
    return question.boot().stream()
        .map((BootLayout b) -> b.ram(machine.geometry().subsections()))
        .distinct()
        .sorted(Comparator.comparingInt(Candidates::simplicity))
        .toList();
  }

  /** Whether somebody who was asked for makes such calls. */
  boolean isCall(Call call) {
    Caller caller = Caller.of(call.operation());
    return 0 <= call.from()
        && call.from() < machine.geometry().total()
        && call.from() <= call.to()
        && call.to() <= machine.geometry().total()
        && caller.altmaps(call.operation(), question.altmaps()).contains(call.altmap())
        && caller.isCall(call, machine);
  }

  Script with(Script script, List<ScriptedCall> calls) {
    return new Script(machine, script.property(), script.boot(), List.copyOf(calls));
  }

  Script with(Script script, int section, Bits ram, List<ScriptedCall> calls) {
    List<Bits> boot = new ArrayList<>(script.boot());
    boot.set(section, ram);
    return new Script(machine, script.property(), List.copyOf(boot), List.copyOf(calls));
  }

  private static Altmap altmap(ScriptedCall call) {
    return call.call().altmap();
  }

  static int length(ScriptedCall call) {
    return call.call().to() - call.call().from();
  }

  private static int bootSize(Script script) {
    return script.boot().stream().mapToInt(Candidates::simplicity).sum();
  }

  /** Sections without memory are simplest, then those that are full of it. */
  private static int simplicity(Bits ram) {
    return ram.isEmpty().isTrue() ? 0 : ram.isFull().isTrue() ? 1 : 2;
  }
}
