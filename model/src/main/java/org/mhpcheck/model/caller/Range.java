package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/**
 * Subsections counted through all sections: {@code from} included, {@code to} excluded; 0 is the
 * first subsection of section 1. Where both are the same, it is no pages at all.
 */
record Range(int from, int to) {

  static Range of(Call call) {
    return new Range(call.from(), call.to());
  }

  /**
   * The part of a range that lies in one section.
   *
   * @param section its index, 0 for section 1
   */
  record Chunk(int section, Bits range, boolean first, boolean last) {}

  /** How __add_pages() and __remove_pages() cut it at section borders; no pages are one part. */
  List<Chunk> chunks(Geometry geometry) {
    int size = geometry.subsections();
    if (from == to) {
      return List.of(new Chunk(from / size, Bits.none(size), true, true));
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int at = from; at < to; ) {
      int section = at / size;
      int end = Math.min(to, (section + 1) * size);
      Bits range = Bits.range(size, at - section * size, end - section * size);
      chunks.add(new Chunk(section, range, at == from, end == to));
      at = end;
    }
    return chunks;
  }

  /** What of it lies in the section with that index. */
  Range within(int section, Geometry geometry) {
    int size = geometry.subsections();
    return new Range(Math.max(from, section * size), Math.min(to, (section + 1) * size));
  }

  /** Whether it begins and ends where sections do. */
  boolean isWholeSections(Geometry geometry) {
    return from % geometry.subsections() == 0 && to % geometry.subsections() == 0;
  }

  /** Cut into pieces of {@code subsections}, of which it has to be a multiple. */
  List<Range> pieces(int subsections) {
    List<Range> pieces = new ArrayList<>();
    for (int at = from; at < to; at += subsections) {
      pieces.add(new Range(at, at + subsections));
    }
    return pieces;
  }
}
