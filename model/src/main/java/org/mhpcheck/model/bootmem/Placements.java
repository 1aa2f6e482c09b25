package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every placement there is on a machine of some shape. */
public final class Placements {
  private static final int NODES = 2;

  private Placements() {}

  /**
   * Tells {@code each} of every placement: sections on either of two nodes, their pgdats in any two
   * pages, any other pages taken. The pgdat of a node that no section is on is of no account, and
   * stands in one place only.
   */
  public static void forEach(Shape shape, Consumer<Placement> each) {
    for (int word = 0; word < 1 << shape.sections(); word++) {
      List<Integer> nodes = new ArrayList<>();
      for (int i = 0; i < shape.sections(); i++) {
        nodes.add(word >>> i & 1);
      }
      pgdats(shape, nodes, new ArrayList<>(), each);
    }
  }

  private static void pgdats(
      Shape shape, List<Integer> nodes, List<Integer> pgdats, Consumer<Placement> each) {
    int pages = shape.sections() * shape.pages();
    if (pgdats.size() < NODES) {
      boolean has = nodes.contains(pgdats.size());
      for (int page = 0; page < (has ? pages : 1); page++) {
        pgdats.add(page);
        pgdats(shape, nodes, pgdats, each);
        pgdats.remove(pgdats.size() - 1);
      }
      return;
    }
    int own = 0;
    for (int node = 0; node < NODES; node++) {
      own |= nodes.contains(node) ? 1 << pgdats.get(node) : 0;
    }
    boolean apart = Integer.bitCount(own) == (nodes.contains(0) && nodes.contains(1) ? 2 : 1);
    for (int taken = 0; apart && taken < 1 << pages; taken++) {
      if ((taken & own) == own) {
        each.accept(
            new Placement(
                shape, List.copyOf(nodes), List.copyOf(pgdats), taken));
      }
    }
  }
}
