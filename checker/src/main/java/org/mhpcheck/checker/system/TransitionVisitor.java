package org.mhpcheck.checker.system;

import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Errno;

/** Told of every transition out of a state, with what leads to it. */
interface TransitionVisitor {

  /**
   * A call that returned.
   *
   * @param fault the allocation that failed; {@code null} if none did
   */
  void to(long next, Call call, FaultIn fault, Errno rc, long broken, long met);

  /** A call in which memory was corrupted. */
  void end(Call call, FaultIn fault, long broken, long met);
}
