package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bits;

/**
 * What boot finds of one section.
 *
 * @param ram the subsections that are system RAM; none where the section is absent
 * @param node the number of the NUMA node that they are on, from 0
 * @param ahead whether a gigantic HugeTLB page fills the section, whose memmap is made ahead of the
 *     others' (v6.15 on)
 */
public record BootMemory(Bits ram, int node, boolean ahead) {

  public boolean isPresent() {
    return !ram.isEmpty().isTrue();
  }
}
