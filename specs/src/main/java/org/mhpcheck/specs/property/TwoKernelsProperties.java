package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.state.Section;

/** What a change must leave alone that is meant to change nothing. */
final class TwoKernelsProperties {
  private TwoKernelsProperties() {}

  static final Property SAME_BEHAVIOUR =
      new Property.OfTwoKernels(
          new About(
              "same-behaviour",
              "Both kernels do the same, whatever they are asked: they come to the same section"
                  + " states, return codes and events, by the same allocations.",
              "a call is made",
              "It is what a patch says of itself that is meant to change nothing.",
              "mm/sparse.c and mm/memory_hotplug.c, v5.2 to v7.2",
              Set.of()),
          Section::equals);

  static final Property SAME_BEHAVIOUR_BUT_FOR_PAGEBLOCK_FLAGS =
      new Property.OfTwoKernels(
          new About(
              "same-behaviour-but-for-pageblock-flags",
              "Both kernels do the same, whatever they are asked, but for what pageblock flags hold:"
                  + " they come to the same section states, return codes and events, by the same"
                  + " allocations.",
              "a call is made",
              "struct mem_section_usage (f1eca35a0dc7) is meant to change a usage's size, and that it"
                  + " is zeroed, and nothing else.",
              "mm/sparse.c sparse_add_one_section(), sparse_remove_one_section(), v5.2;"
                  + " f1eca35a0dc7",
              Set.of()),
          (one, other) -> one.withoutPageblockFlags().equals(other.withoutPageblockFlags()));

  static List<Property> all() {
    return List.of(SAME_BEHAVIOUR, SAME_BEHAVIOUR_BUT_FOR_PAGEBLOCK_FLAGS);
  }
}
