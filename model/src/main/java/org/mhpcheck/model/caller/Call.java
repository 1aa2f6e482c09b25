package org.mhpcheck.model.caller;

import org.mhpcheck.model.kernel.Altmap;

/**
 * A call over a range of subsections, counted through all sections: {@code from} included, {@code
 * to} excluded; 0 is the first subsection of section 1. Where both are the same, it is over no
 * pages.
 *
 * @param altmap what it is told of the range's memmap
 */
public record Call(Operation operation, int from, int to, Altmap altmap) {

  /** One without an altmap. */
  public Call(Operation operation, int from, int to) {
    this(operation, from, to, Altmap.NONE);
  }
}
