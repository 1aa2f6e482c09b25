package org.mhpcheck.checker.cli;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.bind.conform.Conformance;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.model.answer.ConformReport.Asked;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

/**
 * One comparison of a model with a compiled kernel, at one size.
 *
 * @param withAltmaps whether of every kind that both know, or without any
 */
record ConformQuestion(Asked asked, boolean withAltmaps, Way way) {

  /** What is asked of a comparison. */
  interface Way {
    Conformance.Result ask(Conformance conformance, List<Altmap> altmaps);
  }

  private static final String SPANS = "spans";

  /** {@code conform/loops=2x4}, beside the names of scenarios. */
  String name() {
    return "conform/" + asked.text();
  }

  /** Whether it is about zones and spans, which another program is asked about. */
  boolean isOfSpans() {
    return asked.what().equals(SPANS);
  }

  private static final String PLACEMENTS = "placements";

  /** Whether it is about where boot puts usages, which another program is asked about, too. */
  boolean isOfPlacements() {
    return asked.what().equals(PLACEMENTS);
  }

  /**
   * What is compared, the quick ones first.
   *
   * @param configuration of the tree: without VMEMMAP it boots one section at a time
   * @param spans whether the tree has the functions of zones and spans, and the design what they do
   * @param placements whether both have what places usages at boot
   */
  static List<ConformQuestion> all(
      boolean full, Configuration configuration, boolean spans, boolean placements) {
    List<ConformQuestion> all = new ArrayList<>();
    all.add(reached("loops", 2, 4, true, (c, altmaps) -> c.loops(2, altmaps)));
    all.add(reached("loops", 3, 4, true, (c, altmaps) -> c.loops(3, altmaps)));
    if (configuration == Configuration.VMEMMAP) {
      all.add(reached("boots", 3, 4, false, (c, altmaps) -> c.boots(3)));
    }
    all.add(reached("sections", 1, 4, true, (c, altmaps) -> c.sections(altmaps, true)));
    all.add(reached("sections", 1, 8, true, (c, altmaps) -> c.sections(altmaps, false)));
    all.add(reached("systems", 2, 4, true, (c, altmaps) -> c.systems(2, altmaps)));
    if (spans) {
      all.add(
          new ConformQuestion(
              new Asked(SPANS, new Geometry(2, 2), true), false, (c, altmaps) -> c.spans()));
    }
    if (placements) {
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
