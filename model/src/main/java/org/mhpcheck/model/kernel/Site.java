package org.mhpcheck.model.kernel;

/**
 * A place in a kernel function where a fault can be planted: a store to a field of the section,
 * {@code section_deactivate.usage}, or a test, {@code section_activate.if 2} for the second that
 * the function comes to.
 */
public record Site(String function, String what) {
  @Override
  public String toString() {
    return function + "." + what;
  }
}
