package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/**
 * What a trace tells a kernel to do, without what came of it: enough to do it again.
 *
 * @param property the name of the property that the trace broke
 * @param boot the system RAM of each section at boot
 */
public record Script(
    Design design, Geometry geometry, String property, List<Bits> boot, List<ScriptedCall> calls) {

  /**
   * A call, and the allocation that fails in it.
   *
   * @param fault in which section (index, 0 for section 1), and which; empty if none fails
   */
  public record ScriptedCall(Call call, Optional<FaultIn> fault) {}
}
