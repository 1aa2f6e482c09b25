package org.mhpcheck.checker.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.replay.Parting;
import org.mhpcheck.checker.replay.Replayer;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.checker.system.LockStep;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Answers whether two designs do the same, over everything that they come to. */
public final class SameEngine implements Engine {

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Question.Same question = (Question.Same) scenario.question();
    List<Answer> answers = new ArrayList<>();
    for (Property property : scenario.properties()) {
      answers.add(answer((Property.OfTwoKernels) property, question, asked));
    }
    return answers;
  }

  private static Answer answer(
      Property.OfTwoKernels property, Question.Same question, AskedKernel asked) {
    long started = System.nanoTime();
    Kernel beside = asked.beside(question.beside());
    Machine machine = question.calls().on(asked.design());
    LockStep lockStep =
        new LockStep(
            new LockStep.Side(asked.kernel(), machine),
            new LockStep.Side(beside, machine.with(question.beside())),
            question.calls(),
            property.alike());
    Optional<LockStep.Difference> difference = lockStep.firstDifference();
    Reach reach = new Reach.Exhaustive(question.calls().geometry());
    Verdict verdict =
        difference
            .<Verdict>map(
                d ->
                    new Verdict.Violated(
                        reach, trace(d, property, machine, asked.kernel(), question.beside())))
            .orElseGet(
                () ->
                    lockStep.transitions() > 0
                        ? new Verdict.Holds(reach)
                        : new Verdict.Vacuous(reach, property.about().premise()));
    Statistics statistics =
        new Statistics(
            lockStep.states(),
            lockStep.transitions(),
            0,
            lockStep.depth(),
            Duration.ofNanos(System.nanoTime() - started));
    return new Answer(
        "", property, verdict, statistics, List.of("held against " + question.beside().name()));
  }

  private static Trace trace(
      LockStep.Difference difference,
      Property property,
      Machine machine,
      Kernel kernel,
      Design beside) {
    Script script = new Script(machine, property.name(), difference.boot(), difference.calls());
    return parted(script, property, kernel, beside, difference.what())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "two kernels that parted do not part again: " + difference.what()));
  }

  /**
   * What the one does, up to where they part, both asked afresh; empty if they do not part.
   *
   * @param what comes out differently, in words
   */
  public static Optional<Trace> parted(
      Script script, Property property, Kernel kernel, Design beside, String what) {
    Replay ofOne = Replayer.ofOther(kernel).asFarAsItGoes(script);
    Replay ofOther =
        Replayer.ofOther(new ModelledKernel(beside)).asFarAsItGoes(script.with(beside));
    return Parting.first(ofOne, ofOther)
        .map(
            parting ->
                new Trace(
                    kernel.name(),
                    script.machine(),
                    property,
                    ofOne.boot(),
                    script.boot(),
                    ofOne.calls(),
                    Optional.empty(),
                    what,
                    List.of(),
                    Optional.of(
                        new Trace.Beside(false, false, parting.text(kernel.name(), beside.name()))),
                    Optional.empty()));
  }
}
