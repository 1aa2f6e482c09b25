package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/**
 * The part of a call's range that lies in one section.
 *
 * @param section its index, 0 for section 1
 */
record Chunk(int section, Bits range, boolean first) {

  /** How __add_pages() and __remove_pages() cut a range at section borders. */
  static List<Chunk> of(Call call, Geometry geometry) {
    int size = geometry.subsections();
    List<Chunk> chunks = new ArrayList<>();
    for (int at = call.from(); at < call.to(); ) {
      int section = at / size;
      int end = Math.min(call.to(), (section + 1) * size);
      Bits range = Bits.range(size, at - section * size, end - section * size);
      chunks.add(new Chunk(section, range, at == call.from()));
      at = end;
    }
    return chunks;
  }
}
