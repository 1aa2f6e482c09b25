package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * Whether a tree's pfn_to_online_page() is the model's. Properties speak of that one: of a tree
 * with another they would say nothing.
 */
public final class OnlinePages {
  private static final int SUBSECTIONS = 4;
  private static final int MOST = 3;

  private OnlinePages() {}

  /** Where it finds others than the model of {@code design}, by what it may ask of a section. */
  public static List<Disagreement> disagreements(KernelBuild build, Design design) {
    List<Disagreement> disagreements = new ArrayList<>();
    try (CompiledKernel compiled = new CompiledKernel(build, SUBSECTIONS)) {
      List<Request> requests =
          sections(compiled.has(Feature.TAINTED_SECTIONS)).stream()
              .filter(new ModelledKernel(design)::isState)
              .map(Request::look)
              .toList();
      for (Reply reply : compiled.ask(requests)) {
        Section section = reply.request().before().get(0);
        // What is noticed is another page than the pfn's.
        if (!reply.notes().isEmpty()
            || !reply.onlinePage().equals(Walked.of(section, design).onlinePage().map(List::of))) {
          String modelled = "rc=0 " + Walked.text(List.of(section), design);
          disagreements.add(
              Disagreement.of("pfn_to_online_page(); " + section, modelled, reply.text(), reply));
        }
      }
    }
    return disagreements.stream().limit(MOST).toList();
  }

  private static List<Section> sections(boolean tainted) {
    List<Section> sections = new ArrayList<>();
    for (int flags = 0; flags < (tainted ? 16 : 8); flags++) {
      SectionMemMap word =
          new SectionMemMap(
              Bit.TRUE,
              Bit.of((flags & 1) != 0),
              Bit.of((flags & 2) != 0),
              Bit.of((flags & 4) != 0),
              Bit.of((flags & 8) != 0),
              OneOf.of(MemmapBase.OWN));
      sections.add(section(word, Usage.NULL, Bits.none(SUBSECTIONS)));
      for (Bits map : AllSections.bitmaps(SUBSECTIONS)) {
        sections.add(section(word, Usage.SLAB, map));
      }
    }
    return sections;
  }

  private static Section section(SectionMemMap word, Usage usage, Bits map) {
    Bits none = Bits.none(SUBSECTIONS);
    return new Section(
        word,
        OneOf.of(usage),
        Bit.FALSE,
        Bit.FALSE,
        map,
        new Memmap(none, Bits.full(SUBSECTIONS), none),
        none,
        Owners.none(SUBSECTIONS));
  }
}
