package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bits;

/**
 * One thing done to one section: a kernel call, or a caller's own book-keeping.
 *
 * @param range the subsections it is about
 * @param altmap what a kernel call is told of its memmap
 */
public record Step(Kind kind, Bits range, Altmap altmap) {

  /** One without an altmap. */
  public Step(Kind kind, Bits range) {
    this(kind, range, Altmap.NONE);
  }

  /** What is done. */
  public enum Kind {
    /** sparse_add_section() */
    ADD("sparse_add_section"),
    /** sparse_remove_section() */
    REMOVE("sparse_remove_section"),
    /** A device becomes the owner, from the first subsection of the range on. */
    CLAIM("claim"),
    /** A device range that began in an earlier section goes on. */
    CLAIM_ON("claim"),
    /** The device gives its range back. */
    RELEASE("release");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** Whether the kernel does it, rather than the caller's books. */
    public boolean isKernel() {
      return this == ADD || this == REMOVE;
    }
  }
}
