package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mhpcheck.model.design.Design;

/**
 * Where boot has put usages, and what it told of it.
 *
 * @param runs in the order in which they are initialised
 * @param allocations that were asked for, in that order
 * @param told in the order in which it was printed
 */
public record Placed(
    Placement placement,
    UsageSizes sizes,
    List<Run> runs,
    List<Allocation> allocations,
    List<Told> told,
    Optional<Planted> planted) {

  /**
   * The sections of one node with no other node's between them.
   *
   * @param begin the number of the first
   * @param end one more than that of the last
   * @param array where their usages begin; empty if there was no room
   */
  public record Run(int node, int begin, int end, OptionalInt array) {
    public int sections() {
      return end - begin;
    }
  }

  /**
   * The usage of one section.
   *
   * @param start where it begins
   * @param end where it ends
   */
  public record Usage(Run run, int section, int start, int end) {}

  /** What {@code design} makes of {@code placement}, with usages of these sizes. */
  public static Placed of(
      Placement placement, Design design, UsageSizes sizes, Optional<Planted> planted) {
    return new BootPlacement(placement, design, sizes, planted).sparse_init();
  }

  /** Of every section that got one. */
  public List<Usage> usages() {
    List<Usage> usages = new ArrayList<>();
    for (Run run : runs) {
      for (int i = 0; i < run.sections() && run.array().isPresent(); i++) {
        int start = run.array().getAsInt() + i * sizes.stride();
        usages.add(new Usage(run, run.begin() + i, start, start + sizes.size()));
      }
    }
    return usages;
  }

  /** One line. */
  public String text() {
    String arrays =
        runs.stream()
            .map(
                r ->
                    "%d usages of node %d at %s"
                        .formatted(
                            r.sections(),
                            r.node(),
                            r.array().isPresent() ? "byte " + r.array().getAsInt() : "no place"))
            .collect(Collectors.joining(", "));
    return "%s: %s; a usage has %d bytes, the stride is %d, a page has %d"
        .formatted(
            placement.text(), arrays, sizes.size(), sizes.stride(), placement.shape().pageSize());
  }
}
