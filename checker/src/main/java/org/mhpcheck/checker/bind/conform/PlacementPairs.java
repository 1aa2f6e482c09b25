package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.harness.CompiledPlacements;
import org.mhpcheck.checker.bind.harness.PlacementRecords;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.bootmem.Placement;
import org.mhpcheck.model.bootmem.Placements;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.bootmem.UsageSizes;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;

/**
 * sparse_init() of every placement on small machines, and what register_page_bootmem_info_section()
 * counts of it; the boot allocator answers what the model's does.
 */
final class PlacementPairs {
  static final int SECTIONS = 3;

  /** As many as a section has on x86-64, so that usages have the size they have there. */
  static final int SUBSECTIONS = 64;

  /** One node without section 0, the same with it, and two nodes. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(1, 1, SECTIONS, 3, 64),
          new Shape(1, 1, SECTIONS, 3, 128),
          new Shape(1, 1, SECTIONS, 3, 192),
          new Shape(1, 0, SECTIONS, 2, 320),
          new Shape(2, 1, SECTIONS, 2, 320));

  private final Design design;
  private final UsageSizes sizes;
  private final CompiledPlacements compiled;
  private final int most;
  private final List<Disagreement> disagreements = new ArrayList<>();
  private long placements;

  PlacementPairs(Design design, CompiledPlacements compiled, int most) {
    this.design = design;
    this.sizes = UsageSizes.of(configured(design.release()), design, Optional.empty());
    this.compiled = compiled;
    this.most = most;
  }

  /** What {@code config.h} says, for sections of so many subsections. */
  private static Architecture configured(Release since) {
    return new Architecture(
        "compiled", 12, 27, 27, since, Optional.of(21), 10, 8, true, Optional.of(since));
  }

  long placements() {
    return placements;
  }

  /** Where they differ, up to so many. */
  List<Disagreement> compare() {
    SHAPES.forEach(this::compare);
    return List.copyOf(disagreements);
  }

  private void compare(Shape shape) {
    if (disagreements.size() >= most) {
      return;
    }
    List<Placed> placed = new ArrayList<>();
    for (Placement placement : Placements.of(shape)) {
      placed.add(Placed.of(placement, design, sizes, Optional.empty()));
    }
    List<long[]> requests = placed.stream().map(PlacementRecords::request).toList();
    List<long[]> replies = compiled.ask(requests, SECTIONS);
    placements += replies.size();
    for (int i = 0; i < replies.size() && disagreements.size() < most; i++) {
      long[] foretold = PlacementRecords.reply(placed.get(i));
      if (!Arrays.equals(foretold, replies.get(i))) {
        disagreements.add(
            new Disagreement(
                "sparse_init() of " + placed.get(i).text(),
                PlacementRecords.text(foretold, SECTIONS),
                PlacementRecords.text(replies.get(i), SECTIONS),
                List.of(),
                PlacementRecords.line(requests.get(i))));
      }
    }
  }
}
