package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * Changes that matter only to whoever looks while a section is being removed: no state at rest
 * differs, so each is asked for by a sign of its own.
 */
final class Signs {
  private Signs() {}

  /** The changes that the design has and the kernel lacks, or the other way round. */
  static List<Disagreement> disagreements(Design design, CompiledKernel compiled) {
    Request remove = removeHotAdded(compiled.subsections());
    Request look = lookWithoutUsage(compiled.subsections());
    List<Reply> replies = compiled.ask(List.of(remove, look));
    Reply removed = replies.get(0);
    List<Disagreement> disagreements = new ArrayList<>();
    compare(
        disagreements,
        Change.USAGE_FREED_BY_RCU,
        design.has(Change.USAGE_FREED_BY_RCU),
        removed.reached().contains(Reached.USAGE_FREED_BY_RCU)
            && !removed.reached().contains(Reached.USAGE_FREED_WHILE_VALID),
        remove);
    if (design.has(Option.VMEMMAP)) { // else pfn_valid() reads no usage
      compare(
          disagreements,
          Change.USAGE_POINTER_CHECKED,
          design.has(Change.USAGE_POINTER_CHECKED),
          !replies.get(1).reached().contains(Reached.PFN_VALID_CRASHED),
          look);
    }
    if (design.has(Option.VMEMMAP)) { // else no altmap is asked about
      compare(
          disagreements,
          Change.INACCESSIBLE_ALTMAP,
          Altmap.INACCESSIBLE.refusedBy(design).isEmpty(),
          compiled.has(Feature.INACCESSIBLE_ALTMAP),
          look);
    }
    compare(
        disagreements,
        Change.MEMMAP_COUNTED,
        design.has(Change.MEMMAP_COUNTED),
        compiled.has(Feature.COUNTED_MEMMAP),
        look);
    compare(
        disagreements,
        Change.ONLINE_PAGE_ASKS_FOR_DEVICES,
        design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES) && design.has(Option.VMEMMAP),
        compiled.has(Feature.TAINTED_SECTIONS),
        look);
    return disagreements;
  }

  private static void compare(
      List<Disagreement> disagreements,
      Change change,
      boolean modelled,
      boolean compiled,
      Request asked) {
    if (modelled != compiled) {
      disagreements.add(
          new Disagreement(
              "sign of %s (%s)".formatted(change.slug(), change.canonicalName()),
              modelled ? "has it" : "lacks it",
              compiled ? "has it" : "lacks it",
              List.of(),
              asked.line()));
    }
  }

  private static Request removeHotAdded(int size) {
    Section section = hotAdded(size, Usage.SLAB, Bits.full(size));
    return Request.step(section, new Step(Step.Kind.REMOVE, Bits.full(size)), Optional.empty());
  }

  /** A valid section that has lost its usage, as pfn_valid() may meet it. */
  private static Request lookWithoutUsage(int size) {
    return Request.look(hotAdded(size, Usage.NULL, Bits.none(size)));
  }

  private static Section hotAdded(int size, Usage usage, Bits map) {
    Bits none = Bits.none(size);
    return new Section(
        SectionMemMap.ZERO.withPresent().withBase(MemmapBase.OWN).withHasMemMap(Bit.TRUE),
        OneOf.of(usage),
        Bit.FALSE,
        Bit.FALSE,
        map,
        new Memmap(none, Bits.full(size), none),
        none,
        Owners.none(size));
  }
}
