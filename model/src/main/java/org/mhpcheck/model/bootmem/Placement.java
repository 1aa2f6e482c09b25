package org.mhpcheck.model.bootmem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What there is when boot comes to place usages.
 *
 * @param nodes the NUMA node of each section, 0 or 1
 * @param pgdats of each node, the page that its pgdat lies in, counted from where memory begins
 * @param taken the pages that are taken already, one bit each; those of pgdats among them
 */
public record Placement(Shape shape, List<Integer> nodes, List<Integer> pgdats, int taken) {

  int pgdatAddress(int node) {
    return shape.pageAddress(pgdats.get(node));
  }

  /** NODE_DATA(nid)'s section. */
  public int pgdatSection(int node) {
    return shape.section(pgdatAddress(node));
  }

  /** The node of a section, by its number: what early_pfn_to_nid() says. */
  public int node(int section) {
    return nodes.get(section - shape.first());
  }

  /** {@code nodes 0 0 1, pgdats in pages 1 4, pages 1 4 5 taken}: pages are counted from 0. */
  public String text() {
    String used =
        IntStream.range(0, pgdats.size())
            .filter(nodes::contains)
            .mapToObj(n -> " " + pgdats.get(n))
            .collect(Collectors.joining());
    String pages =
        IntStream.range(0, Integer.SIZE)
            .filter(p -> (taken >>> p & 1) != 0)
            .mapToObj(p -> " " + p)
            .collect(Collectors.joining());
    return "sections from %d on of nodes%s, pgdats in pages%s, pages%s taken"
        .formatted(
            shape.first(),
            nodes.stream().map(n -> " " + n).collect(Collectors.joining()),
            used,
            pages);
  }
}
