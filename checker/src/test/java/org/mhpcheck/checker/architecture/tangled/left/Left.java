package org.mhpcheck.checker.architecture.tangled.left;

import org.mhpcheck.checker.architecture.tangled.right.Right;

/** Knows its neighbour, which knows it. */
public final class Left {
  private Left() {}

  public static int left() {
    return Right.right();
  }
}
