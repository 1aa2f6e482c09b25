package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;

/** What must hold of memmap that lies in the memory it describes. */
final class AltmapProperties {
  private AltmapProperties() {}

  /** Callers who mirror their adds only: an adversary's mismatched remove is its own fault. */
  static final Property MEMMAP_FREED_AS_ALLOCATED =
      new Property.OfStep(
          new About(
              "memmap-freed-as-allocated",
              "Where removes are told of the altmap that the add was told of, memmap goes back to"
                  + " the allocator it came from.",
              "memory is removed, or an add fails, with an altmap or where there is memmap from one",
              "Pages of an altmap are a device's own: given to the page allocator, they are used by"
                  + " others when the device is gone; and an altmap never gets to the end of what it"
                  + " allocated.",
              "mm/sparse.c section_deactivate(), free_map_bootmem(), v5.3 to v7.0;"
                  + " mm/sparse-vmemmap.c, v7.1 on; ef69bc9f689d",
              Set.of(About.Need.ALTMAPS, About.Need.MIRRORED_REMOVES)),
          AltmapProperties::mayFreeToAltmap,
          t -> t.outcome().happened(Event.ALTMAP_MISMATCHED).not(),
          t ->
              "%s; told of %s, memmap from an altmap %s, from elsewhere %s"
                  .formatted(
                      Shown.events(t),
                      t.step().altmap().isGiven() ? "an altmap" : "no altmap",
                      t.before().memmap().altmap().text(),
                      t.before().memmap().boot().or(t.before().memmap().buddy()).text()));

  private static Bit mayFreeToAltmap(StepTaken t) {
    boolean takesAway = t.step().kind() == Step.Kind.REMOVE || t.outcome().rc() != Errno.OK;
    Bit ofAltmap =
        Bit.of(t.step().altmap().isGiven()).or(t.before().memmap().altmap().isEmpty().not());
    return ofAltmap.and(Bit.of(takesAway));
  }

  static final Property INACCESSIBLE_MEMMAP_NEVER_WRITTEN =
      new Property.OfStep(
          new About(
              "inaccessible-memmap-never-written",
              "No add writes to struct pages in an altmap that is not accessible yet.",
              "an add with an inaccessible altmap succeeds",
              "Standby memory of s390 may be touched only once it is assigned, which is when it"
                  + " goes online; page_init_poison() writes under CONFIG_DEBUG_VM (L10).",
              "mm/sparse.c sparse_add_section(), v6.8; mm/sparse-vmemmap.c of Debian's 6.12.117,"
                  + " v6.12; c5f1e2d18909",
              Set.of(About.Need.INACCESSIBLE_ALTMAPS)),
          t ->
              Bit.of(
                  t.step().kind().adds()
                      && t.step().altmap() == Altmap.INACCESSIBLE
                      && t.outcome().rc() == Errno.OK),
          t -> t.outcome().happened(Event.INACCESSIBLE_MEMMAP_WRITTEN).not(),
          t ->
              "%s; of subsections %s, memmap from the altmap %s"
                  .formatted(
                      Shown.events(t),
                      t.step().range().text(),
                      t.after().memmap().altmap().text()));

  static List<Property> all() {
    return List.of(MEMMAP_FREED_AS_ALLOCATED, INACCESSIBLE_MEMMAP_NEVER_WRITTEN);
  }
}
