package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.explore.Transitions.Whole.Came;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * Every transition out of one state, one after the other, call by call: slow, and in the order that
 * transitions are numbered in. What is looked at on the way tells all that came of a call.
 */
public final class StateWalk {
  private final Transitions transitions;
  private final Visitor visitor;
  private final List<Taken> taken = new ArrayList<>();
  private SpanningCall call;
  private int number;
  private int[] from;

  private StateWalk(Transitions transitions, Visitor visitor) {
    this.transitions = transitions;
    this.visitor = visitor;
  }

  /** An outcome that a step on a section had. */
  public record Taken(int section, Sections.Outcome outcome) {}

  /** Told of every transition. */
  public interface Visitor {
    /**
     * @param call its number
     * @param taken the outcomes of its steps on sections; good until this returns
     * @param next {@code null} if all is lost
     */
    void transition(int call, List<Taken> taken, int[] next, long broken, long met);
  }

  /** Tells {@code visitor} of every transition out of {@code state}. */
  public static void of(Transitions transitions, int[] state, Visitor visitor) {
    new StateWalk(transitions, visitor).walk(state);
  }

  private void walk(int[] state) {
    from = state;
    number = 0;
    for (SpanningCall each : transitions.calls()) {
      call = each;
      if (isMade()) {
        follow(call.plan(), state.clone(), 0, 0);
      }
      number++;
    }
  }

  private boolean isMade() {
    for (Need need : call.needs()) {
      if (!transitions.sections().meets(need.condition(), from[need.section()])) {
        return false;
      }
    }
    return true;
  }

  private void follow(Node node, int[] state, long broken, long met) {
    if (node.isReturn()) {
      long premises = transitions.metBy(call.operation(), node.code());
      long spoilt = 0;
      if ((premises & transitions.ofCalls()) != 0) {
        for (int i = 0; i < transitions.count(); i++) {
          spoilt |= from[i] == state[i] ? 0 : transitions.spoiltBy(from[i], state[i]);
        }
      }
      visitor.transition(number, taken, state, broken | spoilt & premises, met | premises);
    } else if (node.section() == Node.ALL) {
      Came came = transitions.whole().orElseThrow().step(node.step(), state);
      goOn(node, came.isLost(), came.code(), came.next(), broken | came.broken(), met | came.met());
    } else {
      for (Sections.Outcome outcome :
          transitions.sections().outcomes(node.step(), state[node.section()])) {
        taken.add(new Taken(node.section(), outcome));
        int[] next = state.clone();
        next[node.section()] = outcome.next();
        goOn(
            node,
            outcome.isLost(),
            outcome.code(),
            next,
            broken | outcome.broken(),
            met | outcome.met());
        taken.remove(taken.size() - 1);
      }
    }
  }

  private void goOn(Node node, boolean isLost, int code, int[] next, long broken, long met) {
    if (isLost) {
      visitor.transition(number, taken, null, broken, met);
    } else {
      follow(node.on()[code], next, broken, met);
    }
  }
}
