package org.mhpcheck.checker.bind.conform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.checker.bind.harness.PairStream.State;
import org.mhpcheck.checker.bind.harness.Reply.OnlinePage;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.checker.bind.harness.Sections;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Mmzone;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/**
 * What walkers find in a section at rest, by the model.
 *
 * @param pfnValid empty where pfn_valid() reads a usage that is not there
 * @param onlinePage the same of pfn_to_online_page()
 */
record Walked(Optional<Bits> pfnValid, Optional<OnlinePage> onlinePage) {

  static Walked of(Section section, Design design) {
    Bit badUsage =
        design.has(Change.USAGE_POINTER_CHECKED)
            ? section.usage().is(Usage.DANGLING)
            : section.usage().is(Usage.DANGLING).or(section.usage().is(Usage.NULL));
    // Without VMEMMAP pfn_section_valid() reads nothing.
    Bit reads = Bit.of(design.has(Option.VMEMMAP));
    Bit readByValid =
        reads.and(Mmzone.valid_section(section)).and(Mmzone.early_section(section).not());
    Bit readByOnline =
        reads
            .and(Mmzone.online_section(section))
            .and(Bit.of(design.has(Change.ONLINE_PAGE_NEEDS_BIT)));
    return new Walked(
        unless(badUsage.and(readByValid), Mmzone.pfn_valid(section)),
        unless(badUsage.and(readByOnline), onlinePage(section, design)));
  }

  private static <T> Optional<T> unless(Bit crashes, T found) {
    return crashes.isTrue() ? Optional.empty() : Optional.of(found);
  }

  private static OnlinePage onlinePage(Section section, Design design) {
    Owners nobody = Owners.none(section.subsections());
    Bits all = Bits.full(section.subsections());
    return new OnlinePage(
        Mmzone.pfn_to_online_page(section.withOwners(nobody), design),
        Mmzone.pfn_to_online_page(section.withOwners(nobody.withDevice(all, all, false)), design));
  }

  /** A section with all that replies say of it. */
  static State state(Section section, Design design) {
    Walked walked = of(section, design);
    int crashed =
        (walked.pfnValid.isPresent() ? 0 : Reached.PFN_VALID_CRASHED.bit())
            | (walked.onlinePage.isPresent() ? 0 : Reached.ONLINE_PAGE_CRASHED.bit());
    return new State(
        Sections.words(section),
        walked.pfnValid.map(Bits::word).orElse(0L),
        walked.onlinePage.map(o -> o.noDevice().word()).orElse(0L),
        walked.onlinePage.map(o -> o.device().word()).orElse(0L),
        crashed);
  }

  /** Sections as replies have them: where one of them makes a walker crash, none is told of. */
  static String text(List<Section> sections, Design design) {
    List<Walked> walked = sections.stream().map(s -> of(s, design)).toList();
    boolean valid = walked.stream().allMatch(w -> w.pfnValid.isPresent());
    boolean online = walked.stream().allMatch(w -> w.onlinePage.isPresent());
    return IntStream.range(0, sections.size())
        .mapToObj(
            i ->
                Sections.textAfter(
                    sections.get(i),
                    walked.get(i).pfnValid.filter(v -> valid),
                    walked.get(i).onlinePage.filter(o -> online)))
        .collect(Collectors.joining(" | "));
  }
}
