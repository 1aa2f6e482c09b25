package org.mhpcheck.checker.prove;

/** Told of every obligation of a proof, once it is decided. */
public interface ObligationListener {

  /**
   * @param name tells it from all others, with slashes: the design, the size, the path, what is
   *     asked
   * @param smtLib the obligation as a script in SMT-LIB 2, with the status it should have
   */
  void onObligation(String name, String smtLib);
}
