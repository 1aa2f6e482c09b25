package org.mhpcheck.model.kernel;

/**
 * A place in kernel source.
 *
 * @param file the path within the tree; empty where it is not known, as in the model
 * @param line from 1; 0 where it is not known
 */
public record Place(String function, String file, int line) {

  /** One of which only the function is known. */
  public static Place in(String function) {
    return new Place(function, "", 0);
  }

  /** Whether it can be looked up. */
  public boolean isKnown() {
    return !file.isEmpty();
  }

  /** {@code mm/sparse.c:902}; empty if it is not known. */
  public String position() {
    return isKnown() ? file + ":" + line : "";
  }

  /** {@code section_activate mm/sparse.c:902}, as far as it is known. */
  @Override
  public String toString() {
    return isKnown() ? function + " " + position() : function;
  }
}
