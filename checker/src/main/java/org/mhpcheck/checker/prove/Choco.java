package org.mhpcheck.checker.prove;

import org.chocosolver.solver.Model;
import org.chocosolver.solver.Settings;

/** How solver models are made. The one place to change when Choco's settings do. */
final class Choco {
  private Choco() {}

  /**
   * A model for proofs over truth values: lazy clause generation, to which clauses go as clauses.
   * Integers do not belong here.
   */
  static Model forProofs(String name) {
    return new Model(name, Settings.init().setLCG(true));
  }

  /** A model for arithmetic on small, non-negative, enumerated integers. */
  static Model forArithmetic(String name) {
    return new Model(name, Settings.init());
  }
}
