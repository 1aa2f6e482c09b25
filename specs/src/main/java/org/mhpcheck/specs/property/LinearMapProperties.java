package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What must hold of the linear mapping, which arch_add_memory() makes before it adds. */
final class LinearMapProperties {
  private LinearMapProperties() {}

  static final Property PRESENT_MEMORY_IS_MAPPED =
      new Property.OfState(
          new About(
              "present-memory-is-mapped",
              "Every subsection whose bit is set has a linear mapping, but for private device"
                  + " memory.",
              "a bit is set",
              "A pfn that is valid is taken for one whose memory can be reached.",
              "arch/x86/mm/init_64.c arch_add_memory(), arch_remove_memory(), and those of the other"
                  + " architectures, v5.3 to v7.2",
              Set.of(About.Need.LINEAR_MAP)),
          s -> s.subsectionMap().isEmpty().not(),
          s -> unmapped(s).isEmpty(),
          s -> "map %s, linear map %s".formatted(s.subsectionMap().text(), s.linearMap().text()));

  private static Bits unmapped(Section s) {
    return s.subsectionMap().minus(s.owners().privateDevice()).minus(s.linearMap());
  }

  static final Property ALTMAP_MEMMAP_IS_MAPPED =
      new Property.OfState(
          new About(
              "altmap-memmap-is-mapped",
              "Memmap that lies in an altmap lies in memory with a linear mapping.",
              "there is memmap from an altmap",
              "The struct pages of such memory lie at its own beginning: without the mapping, who"
                  + " looks at one faults (L02).",
              "mm/memory_hotplug.c create_altmaps_and_memory_blocks(), v6.8 to v7.2;"
                  + " add_memory_resource(), v5.13 to v6.7",
              Set.of(About.Need.ALTMAPS, About.Need.LINEAR_MAP)),
          s -> s.memmap().altmap().isEmpty().not(),
          s -> s.memmap().altmap().subsetOf(s.linearMap()),
          s ->
              "memmap from an altmap %s, linear map %s"
                  .formatted(s.memmap().altmap().text(), s.linearMap().text()));

  static final Property FAILED_ADD_LEAVES_NO_LINEAR_MAP =
      new Property.OfCall(
          new About(
              "failed-add-leaves-no-linear-map",
              "An add that returns an error leaves no linear mapping behind that was not there"
                  + " before.",
              "a call that adds memory returns an error",
              "What is mapped and not added can be reached, and nobody knows of it.",
              "arch/powerpc/mm/mem.c, arch/arm64/mm/mmu.c arch_add_memory(), v5.3 to v7.2;"
                  + " ca2c36cae9d4, bbd6ec605c0f",
              Set.of(About.Need.FAILING_CALLS, About.Need.LINEAR_MAP)),
          (operation, rc) -> operation.adds() && rc != Errno.OK,
          (before, after) -> left(before, after).isEmpty(),
          c ->
              "%s() returned %s; %s"
                  .formatted(
                      c.call().operation().text(),
                      c.rc().text(),
                      String.join("; ", leftBehind(c))));

  /** By section, what is mapped that was not. */
  private static List<String> leftBehind(CallTaken call) {
    return IntStream.range(0, call.before().size())
        .filter(i -> !left(call, i).isEmpty().isTrue())
        .mapToObj(i -> "section %d is still mapped in %s".formatted(i + 1, left(call, i).text()))
        .collect(Collectors.toList());
  }

  private static Bits left(CallTaken call, int section) {
    return left(call.before().get(section), call.after().get(section));
  }

  private static Bits left(Section before, Section after) {
    return after.linearMap().minus(before.linearMap());
  }

  static List<Property> all() {
    return List.of(
        PRESENT_MEMORY_IS_MAPPED, ALTMAP_MEMMAP_IS_MAPPED, FAILED_ADD_LEAVES_NO_LINEAR_MAP);
  }
}
