package org.mhpcheck.checker.architecture.tangled.right;

import org.mhpcheck.checker.architecture.tangled.left.Left;

/** Knows its neighbour, which knows it. */
public final class Right {
  private Right() {}

  public static int right() {
    return Left.left();
  }
}
