package org.mhpcheck.model.kernel;

/** A place where a kernel function stores to a section: {@code section_deactivate.usage}. */
public record Site(String function, String field) {
  @Override
  public String toString() {
    return function + "." + field;
  }
}
