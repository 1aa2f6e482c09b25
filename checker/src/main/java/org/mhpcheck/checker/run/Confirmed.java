package org.mhpcheck.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.explore.Violation;
import org.mhpcheck.checker.replay.NotBrokenException;
import org.mhpcheck.checker.replay.ReplayException;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.system.KernelTransitions;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Question;

/** What an engine found, done again before anybody is told of it. */
public final class Confirmed {
  private Confirmed() {}

  /** A model that does not do again what it did is broken; a tree, or its process, may be. */
  static Verdict violated(
      Reach reach,
      Violation violation,
      int bit,
      Property property,
      Question.Explore question,
      AskedKernel asked,
      KernelTransitions transitions) {
    return violated(
        reach,
        script(violation, bit, property, question, asked.design(), transitions),
        property,
        asked);
  }

  /** The same of a boot. */
  static Verdict violated(
      Reach reach,
      BootScript booting,
      Property property,
      Question.Explore question,
      AskedKernel asked) {
    Script script =
        new Script(
            question.on(asked.design()),
            property.name(),
            booting.memory().stream().map(BootMemory::ram).toList(),
            List.of(),
            Optional.empty(),
            Optional.of(booting));
    return violated(reach, script, property, asked);
  }

  /** The same of a script. */
  public static Verdict violated(Reach reach, Script script, Property property, AskedKernel asked) {
    try {
      return new Verdict.Violated(reach, new Tracer(asked.kernel()).trace(script, property));
    } catch (NotBrokenException | ReplayException e) {
      if (asked.kernel() instanceof ModelledKernel) {
        throw e;
      }
      return new Verdict.Inconclusive(
          reach, "violated once, but not when it was done again: " + e.getMessage());
    }
  }

  private static Script script(
      Violation violation,
      int bit,
      Property property,
      Question.Explore question,
      Design design,
      KernelTransitions transitions) {
    List<List<Integer>> path = violation.path();
    List<ScriptedCall> calls = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      calls.add(transitions.transitionTo(path.get(i), path.get(i + 1)));
    }
    if (violation.isOfTransition()) {
      calls.add(transitions.transitionBreaking(path.get(path.size() - 1), bit));
    }
    return new Script(
        question.on(design),
        property.name(),
        transitions.bootRam(path.get(0)),
        List.copyOf(calls),
        property instanceof Property.OfRecovery
            ? Optional.of(
                new CallsAtHand(question.callers(), question.altmaps(), question.faults()))
            : Optional.empty(),
        transitions.bootScript(path.get(0)));
  }
}
