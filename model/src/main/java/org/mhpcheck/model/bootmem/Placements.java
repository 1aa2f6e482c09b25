package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.List;

/** Every placement there is on a machine of some shape. */
public final class Placements {
  private Placements() {}

  /**
   * Every placement: sections on any of the nodes, their pgdats in any pages of their own, any
   * other pages taken. The pgdat of a node that no section is on is of no account, and stands in
   * one place only.
   */
  public static List<Placement> of(Shape shape) {
    List<Placement> all = new ArrayList<>();
    int words = shape.nodes() == 1 ? 1 : 1 << shape.sections();
    for (int word = 0; word < words; word++) {
      List<Integer> nodes = new ArrayList<>();
      for (int i = 0; i < shape.sections(); i++) {
        nodes.add(word >>> i & 1);
      }
      pgdats(shape, nodes, new ArrayList<>(), all);
    }
    return all;
  }

  private static void pgdats(
      Shape shape, List<Integer> nodes, List<Integer> pgdats, List<Placement> all) {
    int pages = shape.sections() * shape.pages();
    if (pgdats.size() < Shape.MOST_NODES) {
      boolean has = nodes.contains(pgdats.size());
      for (int page = 0; page < (has ? pages : 1); page++) {
        pgdats.add(page);
        pgdats(shape, nodes, pgdats, all);
        pgdats.remove(pgdats.size() - 1);
      }
      return;
    }
    int own = 0;
    for (int node = 0; node < Shape.MOST_NODES; node++) {
      own |= nodes.contains(node) ? 1 << pgdats.get(node) : 0;
    }
    boolean apart = Integer.bitCount(own) == (nodes.contains(0) && nodes.contains(1) ? 2 : 1);
    for (int taken = 0; apart && taken < 1 << pages; taken++) {
      if ((taken & own) == own) {
        all.add(new Placement(shape, List.copyOf(nodes), List.copyOf(pgdats), taken));
      }
    }
  }
}
