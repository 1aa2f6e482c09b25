package org.mhpcheck.checker.system;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Errno;

/** Finds again what was called in a transition, by its number or by where it leads. */
final class TransitionFinder implements TransitionVisitor {
  private final int number;
  private final LongPredicate isMeant;
  private int count;
  private ScriptedCall found;

  private TransitionFinder(int number, LongPredicate isMeant) {
    this.number = number;
    this.isMeant = isMeant;
  }

  static TransitionFinder number(int number) {
    return new TransitionFinder(number, next -> false);
  }

  /** The first that leads to {@code state}. */
  static TransitionFinder to(long state) {
    return new TransitionFinder(-1, next -> next == state);
  }

  @Override
  public void to(long next, Call call, FaultIn fault, Errno rc, long broken, long met) {
    look(isMeant.test(next), call, fault);
  }

  @Override
  public void end(Call call, FaultIn fault, long broken, long met) {
    look(false, call, fault);
  }

  private void look(boolean meant, Call call, FaultIn fault) {
    if (found == null && (meant || count == number)) {
      found = new ScriptedCall(call, Optional.ofNullable(fault));
    }
    count++;
  }

  ScriptedCall found() {
    if (found == null) {
      throw new IllegalStateException("a transition that was taken cannot be found again");
    }
    return found;
  }
}
