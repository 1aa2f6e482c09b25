package org.mhpcheck.model.kernel;

import java.util.function.Function;
import java.util.function.Supplier;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;

/**
 * How a function that takes no lock looks at a section: read by read, each a bitmap over the pfns
 * it is about. Whoever looks at one instant gets all answers from one section; a walker gets each
 * from the section as it is by then.
 */
interface Reads {

  /** All pfns it is about: nothing is loaded. */
  Bits all();

  /** Loads {@code section_mem_map}, and looks at it. */
  Bits section_mem_map(Function<SectionMemMap, Bit> flag);

  /**
   * Loads the usage pointer, then {@code subsection_map} through it; of no usage, no bit is set.
   */
  Bits subsection_map();

  /** Loads the usage pointer, then {@code pageblock_flags} through it. */
  Bits pageblock_flags();

  /** What a function finds that is caught nowhere within. */
  Bits at_once(Function<Section, Bits> function);

  /** {@code &&}: what stands right of it is read only where the left is not all false. */
  static Bits and(Bits left, Supplier<Bits> right) {
    return left.isEmpty().isTrue() ? left : left.and(right.get());
  }

  /** {@code ||}: what stands right of it is read only where the left is not all true. */
  static Bits or(Bits left, Supplier<Bits> right) {
    return left.isFull().isTrue() ? left : left.or(right.get());
  }

  /** All reads at one instant, of all subsections. */
  record AtOnce(Section section) implements Reads {
    @Override
    public Bits all() {
      return Bits.full(section.subsections());
    }

    @Override
    public Bits section_mem_map(Function<SectionMemMap, Bit> flag) {
      return all().when(flag.apply(section.sectionMemMap()));
    }

    @Override
    public Bits subsection_map() {
      return section.subsectionMap();
    }

    @Override
    public Bits pageblock_flags() {
      return all().when(section.pageblockFlags());
    }

    @Override
    public Bits at_once(Function<Section, Bits> function) {
      return function.apply(section);
    }
  }
}
