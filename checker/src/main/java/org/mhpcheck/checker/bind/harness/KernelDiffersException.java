package org.mhpcheck.checker.bind.harness;

import org.mhpcheck.checker.bind.tool.BindException;

/**
 * A compiled kernel does something that a section state, or a property, has no words for: what
 * would be found of it would not be true of it.
 */
public final class KernelDiffersException extends BindException {
  private static final long serialVersionUID = 1L;

  KernelDiffersException(String message) {
    super(message);
  }
}
