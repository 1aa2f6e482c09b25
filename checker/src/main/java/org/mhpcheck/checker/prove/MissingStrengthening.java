package org.mhpcheck.checker.prove;

import static org.mhpcheck.model.kernel.Mmzone.early_section;
import static org.mhpcheck.model.kernel.Mmzone.valid_section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/**
 * What an induction lacks that has a counterexample which nothing reaches: of the facts about that
 * section, as few as tell it from every section that can be reached. That no section has them all
 * at once is an invariant; proved, it would take the counterexample away.
 *
 * <p>What can be reached is asked of a small section, so this names a candidate and proves nothing.
 */
final class MissingStrengthening {
  private record Fact(String text, Function<Section, Bit> holds) {}

  private static final List<Fact> FACTS = facts();

  private MissingStrengthening() {}

  private static List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    // Those that say the least about a section's whole come first: they are given up first.
    both(facts, "PRESENT", s -> s.sectionMemMap().present());
    both(facts, "ONLINE", s -> s.sectionMemMap().online());
    both(facts, "TAINT_ZONE_DEVICE", s -> s.sectionMemMap().taint());
    both(facts, "pageblock flags", Section::pageblockFlags);
    both(facts, "a reserved usage", Section::reserved);
    bitmap(facts, "map", Section::subsectionMap);
    bitmap(facts, "memmap from an altmap", s -> s.memmap().altmap());
    bitmap(facts, "memmap from the page allocator", s -> s.memmap().buddy());
    bitmap(facts, "memmap from boot", s -> s.memmap().boot());
    both(
        facts,
        "memmap wherever its map is set",
        s -> s.subsectionMap().subsetOf(s.memmap().populated()));
    both(
        facts,
        "memmap only where its map is set",
        s -> s.memmap().populated().subsetOf(s.subsectionMap()));
    for (MemmapBase base : MemmapBase.values()) {
      facts.add(new Fact("base " + lower(base), s -> s.sectionMemMap().base().is(base)));
    }
    for (Usage usage : Usage.values()) {
      facts.add(new Fact("usage " + lower(usage), s -> s.usage().is(usage)));
    }
    both(facts, "EARLY", s -> early_section(s));
    both(facts, "HAS_MEM_MAP", s -> valid_section(s));
    return List.copyOf(facts);
  }

  private static void both(List<Fact> facts, String text, Function<Section, Bit> holds) {
    facts.add(new Fact(text, holds));
    facts.add(new Fact("not " + text, s -> holds.apply(s).not()));
  }

  private static void bitmap(List<Fact> facts, String text, Function<Section, Bits> bits) {
    facts.add(new Fact("some " + text, s -> bits.apply(s).isEmpty().not()));
    facts.add(new Fact("no " + text, s -> bits.apply(s).isEmpty()));
    facts.add(new Fact("all " + text, s -> bits.apply(s).isFull()));
  }

  private static String lower(Enum<?> constant) {
    return constant.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Facts of {@code unreached} that no section of {@code reachable} has together, none of which can
   * be left out; empty if some reachable section has all of them.
   */
  static Optional<String> of(Section unreached, Set<Section> reachable) {
    List<Fact> kept =
        new ArrayList<>(FACTS.stream().filter(f -> f.holds().apply(unreached).isTrue()).toList());
    if (someHasAll(kept, reachable)) {
      return Optional.empty();
    }
    for (Fact fact : FACTS) {
      List<Fact> fewer = kept.stream().filter(f -> !f.equals(fact)).toList();
      if (fewer.size() < kept.size() && !someHasAll(fewer, reachable)) {
        kept = new ArrayList<>(fewer);
      }
    }
    return Optional.of(kept.stream().map(Fact::text).collect(Collectors.joining(", ")));
  }

  private static boolean someHasAll(List<Fact> facts, Set<Section> sections) {
    return sections.stream()
        .anyMatch(s -> facts.stream().allMatch(f -> f.holds().apply(s).isTrue()));
  }
}
