package org.mhpcheck.checker.prove;

import java.util.Optional;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/**
 * Carries a script over to sections of more subsections, each subsection becoming several. That it
 * still breaks anything there is for a replay to show.
 */
final class Scaling {
  private Scaling() {}

  /**
   * @param subsections a multiple of those of {@code script}
   */
  static Script scaled(Script script, int subsections) {
    int factor = subsections / script.geometry().subsections();
    return new Script(
        script.machine().with(new Geometry(script.geometry().sections(), subsections)),
        script.property(),
        script.boot().stream().map(ram -> scaled(ram, subsections, factor)).toList(),
        script.calls().stream().map(call -> scaled(call, factor)).toList());
  }

  private static Bits scaled(Bits bits, int subsections, int factor) {
    return Bits.of(subsections, i -> bits.bit(i / factor));
  }

  private static ScriptedCall scaled(ScriptedCall scripted, int factor) {
    Call call = scripted.call();
    Optional<FaultIn> fault =
        scripted
            .fault()
            .map(
                f ->
                    new FaultIn(
                        f.section(),
                        new Fault(f.fault().point(), f.fault().occurrence() * factor)));
    return new ScriptedCall(
        new Call(call.operation(), call.from() * factor, call.to() * factor, call.altmap()), fault);
  }
}
