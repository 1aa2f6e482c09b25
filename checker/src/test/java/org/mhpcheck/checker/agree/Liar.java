package org.mhpcheck.checker.agree;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Scenario;

/**
 * An engine with a fault: it says something else than what it has found.
 *
 * @param says of what it was about to say
 */
record Liar(Engine engine, UnaryOperator<Verdict> says) implements Engine {

  /** One that finds nothing. */
  static Liar blind(Engine engine) {
    return new Liar(engine, v -> v instanceof Verdict.Violated ? new Verdict.Holds(v.reach()) : v);
  }

  /** One that says of what it has seen that there is no such thing. */
  static Liar forgetful(Engine engine) {
    return new Liar(
        engine, v -> v instanceof Verdict.Holds ? new Verdict.Vacuous(v.reach(), "never") : v);
  }

  /** One whose traces lack the last call. */
  static Liar hasty(Engine engine) {
    return new Liar(
        engine,
        v ->
            v instanceof Verdict.Violated violated
                    && violated.evidence() instanceof Trace trace
                    && trace.depth() > 0
                ? new Verdict.Violated(v.reach(), withoutLast(trace))
                : v);
  }

  private static Trace withoutLast(Trace trace) {
    return new Trace(
        trace.kernel(),
        trace.machine(),
        trace.property(),
        trace.boot(),
        trace.ram(),
        trace.calls().subList(0, trace.depth() - 1),
        trace.atHand(),
        trace.clause(),
        trace.mendedBy(),
        trace.beside(),
        trace.booted());
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    return engine.answers(scenario, asked, progress).stream()
        .map(
            a ->
                new Answer(
                    a.subject(),
                    a.property(),
                    says.apply(a.verdict()),
                    a.statistics(),
                    a.remarks()))
        .toList();
  }
}
