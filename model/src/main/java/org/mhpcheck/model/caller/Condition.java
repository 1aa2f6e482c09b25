package org.mhpcheck.model.caller;

import org.mhpcheck.model.kernel.Mmzone;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/**
 * What a caller needs of one section before it makes a call.
 *
 * @param section the section's index, 0 for section 1
 */
public record Condition(int section, Kind kind, Bits range) {

  /** What is asked of a section, or of the owners of the range. */
  public enum Kind {
    /** Nobody owns any of it. */
    FREE,
    /** A device range begins where it begins, and no other within. */
    DEVICE_BEGINS,
    /** A device range goes on through all of it. */
    DEVICE_GOES_ON,
    /** No device range from before goes on into it (it is one subsection). */
    DEVICE_ENDED,
    /** All of it is memory that the processor does not reach. */
    DEVICE_PRIVATE,
    /** None of it is. */
    DEVICE_NOT_PRIVATE,
    /** All of it was added with an altmap. */
    WITH_ALTMAP,
    /** None of it was added with an altmap. */
    WITHOUT_ALTMAP,
    /** All of it is system RAM. */
    RAM,
    /** The section is online. */
    ONLINE,
    /** The section is offline. */
    OFFLINE,
    /** The section is not one from boot. */
    NOT_EARLY;

    /** That it was added with an altmap if {@code call} has one, and else without. */
    static Kind sameAltmap(Call call) {
      return call.altmap().isGiven() ? WITH_ALTMAP : WITHOUT_ALTMAP;
    }
  }

  /** Whether {@code section} is as asked; of known sections. */
  public boolean holds(Section section) {
    Owners owners = section.owners();
    Bits starts = owners.deviceStart().and(range);
    Bit owned = range.subsetOf(owners.device());
    Bit result =
        switch (kind) {
          case FREE -> range.intersects(owners.any()).not();
          case DEVICE_BEGINS -> owned.and(starts.sameAs(firstOf(range)));
          case DEVICE_GOES_ON -> owned.and(starts.isEmpty());
          case DEVICE_ENDED -> owned.and(starts.isEmpty()).not();
          case DEVICE_PRIVATE -> range.subsetOf(owners.privateDevice());
          case DEVICE_NOT_PRIVATE -> range.intersects(owners.privateDevice()).not();
          case WITH_ALTMAP -> range.subsetOf(owners.altmap());
          case WITHOUT_ALTMAP -> range.intersects(owners.altmap()).not();
          case RAM -> range.subsetOf(owners.ram());
          case ONLINE -> section.sectionMemMap().online();
          case OFFLINE -> section.sectionMemMap().online().not();
          case NOT_EARLY -> Mmzone.early_section(section).not();
        };
    return result.isTrue();
  }

  /** The first subsection of a range that is not empty. */
  static Bits firstOf(Bits range) {
    int first = 0;
    while (!range.get(first)) {
      first++;
    }
    return Bits.range(range.size(), first, first + 1);
  }
}
