package org.mhpcheck.model.layout;

import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/**
 * The low bits of {@code section_mem_map}: a flag each, from bit 0 on; and until the section has a
 * memmap, the id of its node.
 *
 * @param flags SECTION_MAP_LAST_BIT is their number
 * @param nodeIdShift SECTION_NID_SHIFT, the lowest bit of the id (sparse_encode_early_nid())
 */
public record FlagBits(List<SectionFlag> flags, int nodeIdShift) {
  /** The first release's, which had three flags. */
  private static final int FIRST_SHIFT = 3;

  /** That of v5.14. */
  private static final int LATER_SHIFT = 6;

  public static FlagBits of(Design design) {
    List<SectionFlag> flags = Stream.of(SectionFlag.values()).filter(f -> f.isIn(design)).toList();
    return new FlagBits(flags, nodeIdShift(design, flags.size()));
  }

  private static int nodeIdShift(Design design, int flags) {
    if (!design.has(Change.NODE_ID_ABOVE_FLAGS)) {
      return FIRST_SHIFT;
    }
    return design.has(Change.NODE_ID_BEHIND_LAST_FLAG) ? flags : LATER_SHIFT;
  }

  /** The flags that some node id reaches. */
  public List<SectionFlag> belowNodeId() {
    return flags.stream().filter(f -> flags.indexOf(f) >= nodeIdShift).toList();
  }

  /** Which bit of a node id lies where {@code flag} does, for one that some id reaches. */
  public int bitOfNodeId(SectionFlag flag) {
    return flags.indexOf(flag) - nodeIdShift;
  }

  /** Whether the id of {@code node} sets {@code flag}. */
  public boolean isSetByNodeId(SectionFlag flag, int node) {
    return belowNodeId().contains(flag) && (node >> bitOfNodeId(flag) & 1) != 0;
  }
}
