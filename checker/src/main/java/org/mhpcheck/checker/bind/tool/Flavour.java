package org.mhpcheck.checker.bind.tool;

import java.util.ArrayList;
import java.util.List;

/** What a kernel is compiled for. */
public enum Flavour {
  /** To be asked many questions. */
  PLAIN("-O2", "-fno-strict-overflow"),

  /** To be asked a few questions: that is compiled in a quarter of the time. */
  QUICK("-O0", "-fno-strict-overflow"),

  /**
   * To be watched by AddressSanitizer and UndefinedBehaviorSanitizer. What the harness does on
   * purpose is left out: it touches closed pages and NULL to see what happens, and its struct pages
   * are numbers that arithmetic is done with, NULL among them. A signed overflow, which the
   * kernel's own options define to wrap, is reported nonetheless.
   */
  SANITIZED(
      "-O1",
      "-fno-omit-frame-pointer",
      "-fsanitize=address,undefined",
      "-fno-sanitize=null,pointer-overflow,object-size",
      "-fno-sanitize-recover=all"),

  /** To tell which lines ran. */
  COVERED("-O0", "-fno-strict-overflow", "--coverage", "-DMHP_COVERED");

  private static final List<String> COMMON =
      List.of(
          "-std=gnu11",
          "-g",
          "-w",
          "-pipe",
          "-fno-strict-aliasing",
          "-fno-delete-null-pointer-checks",
          "-fno-diagnostics-show-caret",
          "-fdiagnostics-color=never",
          "-Werror=implicit-function-declaration",
          "-Werror=incompatible-pointer-types",
          "-Werror=int-conversion");

  private final List<String> own;

  Flavour(String... own) {
    this.own = List.of(own);
  }

  /** Of gcc, for compiling and for linking. */
  public List<String> options() {
    List<String> options = new ArrayList<>(COMMON);
    options.addAll(own);
    return options;
  }
}
