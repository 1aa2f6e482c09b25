package org.mhpcheck.checker.architecture;

import org.chocosolver.solver.Model;
import org.mhpcheck.reports.RunDirectory;

/** Breaks rules, to show that they can be broken. Nobody uses it. */
final class Trespasser {
  private Trespasser() {}

  static Model model() {
    return new Model();
  }

  static ProcessBuilder process() {
    return new ProcessBuilder("true");
  }

  static void print(RunDirectory directory) {
    System.out.println(directory.path());
  }
}
