package org.mhpcheck.checker.cli.tree;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.bind.conform.Conformance;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.model.answer.ConformReport.Asked;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

/**
 * One comparison of a model with a compiled kernel, at one size.
 *
 * @param withAltmaps whether of every kind that both know, or without any
 */
public record ConformQuestion(Asked asked, boolean withAltmaps, Way way) {

  /** What is asked of a comparison. */
  interface Way {
    Conformance.Result ask(Conformance conformance, List<Altmap> altmaps);
  }

  private static final String SPANS = "spans";

  /** {@code conform/loops=2x4}, beside the names of scenarios. */
  public String name() {
    return "conform/" + asked.text();
  }

  /** Whether it is about zones and spans, which another program is asked about. */
  public boolean isOfSpans() {
    return asked.what().equals(SPANS);
  }

  private static final String PLACEMENTS = "placements";

  /** Whether it is about where boot puts usages, which another program is asked about, too. */
  public boolean isOfPlacements() {
    return asked.what().equals(PLACEMENTS);
  }

  /**
   * What can be compared of {@code design} and a tree that stands beside it, the quick ones first.
   *
   * @param full whether what takes long, too
   */
  public static List<ConformQuestion> of(Design design, boolean full) {
    List<ConformQuestion> all = new ArrayList<>();
    all.add(reached("loops", 2, 4, true, (c, altmaps) -> c.loops(2, altmaps)));
    all.add(reached("loops", 3, 4, true, (c, altmaps) -> c.loops(3, altmaps)));
    if (hasVmemmap(design)) {
      all.add(reached("boots", 3, 4, false, (c, altmaps) -> c.boots(3)));
    }
    all.add(reached("sections", 1, 4, true, (c, altmaps) -> c.sections(altmaps, true)));
    all.add(reached("sections", 1, 8, true, (c, altmaps) -> c.sections(altmaps, false)));
    all.add(reached("systems", 2, 4, true, (c, altmaps) -> c.systems(2, altmaps)));
    if (hasSpans(design)) {
      all.add(
          new ConformQuestion(
              new Asked(SPANS, new Geometry(2, 2), true), false, (c, altmaps) -> c.spans()));
    }
    if (hasPlacements(design)) {
      all.add(
          new ConformQuestion(
              new Asked(PLACEMENTS, new Geometry(3, 64), true),
              false,
              (c, altmaps) -> c.placements()));
    }
    if (full) {
      all.add(
          new ConformQuestion(
              new Asked("all sections", new Geometry(1, 2), true), true, Conformance::allSections));
      all.add(reached("systems", 2, 8, false, (c, altmaps) -> c.systems(2, altmaps)));
    }
    return all;
  }

  /**
   * Up to v5.4 it was removing that shrank zones, by other functions; and without VMEMMAP there are
   * no devices, of whose zone half of it is.
   */
  private static boolean hasSpans(Design design) {
    return design.has(Change.ZONE_SHRINKS_AT_OFFLINE) && hasVmemmap(design);
  }

  /** There is an mm/bootmem_info.c from v5.14 on, and v7.1 puts usages beside anything. */
  private static boolean hasPlacements(Design design) {
    return design.release().base().compareTo(Release.V5_14) >= 0
        && !design.has(Change.USAGES_BESIDE_ANYTHING)
        && hasVmemmap(design);
  }

  /** Without it, a tree boots one section at a time. */
  private static boolean hasVmemmap(Design design) {
    return Tree.configuration(design) == Configuration.VMEMMAP;
  }

  private static ConformQuestion reached(
      String what, int sections, int subsections, boolean withAltmaps, Way way) {
    return new ConformQuestion(
        new Asked(what, new Geometry(sections, subsections), false), withAltmaps, way);
  }

  int sections() {
    return asked.geometry().sections();
  }

  int subsections() {
    return asked.geometry().subsections();
  }
}
