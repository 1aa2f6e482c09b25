package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/**
 * What a trace tells a kernel to do, without what came of it: enough to do it again.
 *
 * @param machine what the calls are made on
 * @param property the name of the property that the trace broke
 * @param boot the system RAM of each section at boot
 * @param atHand the calls that could have followed, where the property asks for a way back
 * @param booting how all sections are booted at once; empty if each is by itself, and nothing fails
 */
public record Script(
    Machine machine,
    String property,
    List<Bits> boot,
    List<ScriptedCall> calls,
    Optional<CallsAtHand> atHand,
    Optional<BootScript> booting) {

  /** One in which each section is booted by itself. */
  public Script(
      Machine machine,
      String property,
      List<Bits> boot,
      List<ScriptedCall> calls,
      Optional<CallsAtHand> atHand) {
    this(machine, property, boot, calls, atHand, Optional.empty());
  }

  /** One of a property that does not ask what could have followed. */
  public Script(Machine machine, String property, List<Bits> boot, List<ScriptedCall> calls) {
    this(machine, property, boot, calls, Optional.empty());
  }

  /** The part of it that ends with call {@code number}; with boot, if that is 0. */
  public Script upTo(int number) {
    return new Script(machine, property, boot, calls.subList(0, number), atHand, booting);
  }

  /** The same on another kernel. */
  public Script with(Design other) {
    return new Script(machine.with(other), property, boot, calls, atHand, booting);
  }

  public Design design() {
    return machine.design();
  }

  public Geometry geometry() {
    return machine.geometry();
  }

  /**
   * A call, and the allocation that fails in it.
   *
   * @param fault in which section (index, 0 for section 1), and which; empty if none fails
   */
  public record ScriptedCall(Call call, Optional<FaultIn> fault) {}
}
