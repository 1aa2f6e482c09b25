package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.online_section;
import static org.mhpcheck.model.kernel.Mmzone.pfn_valid;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Encounter;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Walk;

/** What must hold for those who look at sections while others change them. */
final class WalkerProperties {
  private WalkerProperties() {}

  static final Property VALID_HAS_MEMMAP_AT_EVERY_INSTANT =
      whileStepping(
          new About(
              "pfn-valid-has-memmap-at-every-instant",
              "Whenever pfn_valid() is asked, every pfn that is valid has memmap.",
              "a pfn of the section is valid before a step or after it",
              "Who is told that a pfn is valid dereferences its struct page, and takes no lock that"
                  + " hotplug would wait for.",
              "mm/sparse.c section_activate(), section_deactivate(), v5.3 to v7.2; b943f045a9af",
              Set.of(About.Need.WALKERS)),
          t -> pfn_valid(t.before()).or(pfn_valid(t.after())).isEmpty().not(),
          t -> true,
          Walk.PFN_VALID,
          Encounter.Kind.NO_MEMMAP);

  static final Property NO_DEVICE_PAGE_WHILE_ADDING =
      noDevicePage(
          "adding",
          "mm/memory_hotplug.c move_pfn_range_to_zone(), v5.12 to v7.2, which marks the section"
              + " after __add_pages() has set the bits",
          Step.Kind::adds);

  static final Property NO_DEVICE_PAGE_WHILE_REMOVING =
      noDevicePage(
          "removing",
          "mm/memremap.c memunmap_pages(), v5.12 to v7.2, which kills the pagemap before"
              + " __remove_pages() clears the bits",
          kind -> kind == Step.Kind.REMOVE);

  private static Property noDevicePage(
      String doing, String citation, Predicate<Step.Kind> isMeant) {
    return whileStepping(
        new About(
            "online-page-is-no-device-page-while-" + doing,
            "pfn_to_online_page() finds no page of a device, not even while one is %s memory."
                .formatted(doing),
            "a device is %s a part of a section that is online".formatted(doing),
            "Its struct pages are poisoned by then, and whoever is given one takes it for RAM.",
            citation,
            Set.of(About.Need.BOOT_MEMORY, About.Need.DEVICES, About.Need.WALKERS_HELD_UP)),
        t ->
            Bit.of(isMeant.test(t.step().kind()))
                .and(online_section(t.before()))
                .and(belongsToDevices(t)),
        t -> isMeant.test(t.step().kind()),
        Walk.PFN_TO_ONLINE_PAGE,
        Encounter.Kind.DEVICE_PAGE);
  }

  private static Bit belongsToDevices(StepTaken t) {
    Owners owners = t.before().owners();
    return t.step().range().subsetOf(owners.device().or(owners.pagemap()));
  }

  private static Property neverNull(Walk walk, String name, String citation) {
    return heldUp(
        walk,
        Encounter.Kind.NULL_USAGE,
        new About(
            name + "-never-meets-null-usage",
            walk.text() + "() reaches no usage through NULL, whatever happens meanwhile.",
            "somebody is held up in " + walk.text() + "()",
            "The section was looked at a moment ago, and its usage may be gone by now: the kernel"
                + " crashes.",
            citation,
            Set.of(About.Need.WALKERS_HELD_UP)));
  }

  private static Property neverFreed(Walk walk, String name, String citation) {
    return heldUp(
        walk,
        Encounter.Kind.FREED_USAGE,
        new About(
            name + "-never-meets-freed-usage",
            walk.text() + "() reaches no usage that has been freed, whatever happens meanwhile.",
            "somebody is held up in " + walk.text() + "()",
            "It may be anybody's by then. A grace period waits for RCU readers, and for nobody"
                + " else.",
            citation,
            Set.of(About.Need.WALKERS_HELD_UP)));
  }

  private static Property heldUp(Walk walk, Encounter.Kind kind, About about) {
    return whileStepping(about, t -> t.after().walkers().areIn(walk), t -> true, walk, kind);
  }

  /** That no step {@code isMeant} lets anybody in {@code walk} meet {@code kind}. */
  private static Property whileStepping(
      About about,
      Function<StepTaken, Bit> premise,
      Predicate<StepTaken> isMeant,
      Walk walk,
      Encounter.Kind kind) {
    return new Property.OfStep(
        about,
        premise,
        t -> Bit.of(!isMeant.test(t) || t.outcome().encounter(walk, kind).isEmpty()),
        t -> t.outcome().encounter(walk, kind).map(WalkerProperties::text).orElse("nobody does"));
  }

  private static String text(Encounter encounter) {
    return "of subsections %s, %s".formatted(encounter.subsections().text(), encounter.story());
  }

  static List<Property> all() {
    return List.of(
        VALID_HAS_MEMMAP_AT_EVERY_INSTANT,
        NO_DEVICE_PAGE_WHILE_ADDING,
        NO_DEVICE_PAGE_WHILE_REMOVING,
        neverNull(
            Walk.PFN_VALID,
            "pfn-valid",
            "include/linux/mmzone.h pfn_valid(), pfn_section_valid(), v5.3 to v7.2; 82f0b6f041fa"),
        neverFreed(
            Walk.PFN_VALID,
            "pfn-valid",
            "include/linux/mmzone.h pfn_valid(), v5.3 to v7.2; 5ec8e8ea8b77"),
        neverNull(
            Walk.PFN_TO_ONLINE_PAGE,
            "online-page",
            "mm/memory_hotplug.c pfn_to_online_page(), v5.12 to v7.2; 82f0b6f041fa"),
        neverFreed(
            Walk.PFN_TO_ONLINE_PAGE,
            "online-page",
            "mm/memory_hotplug.c pfn_to_online_page(), v5.12 to v7.2"),
        neverNull(
            Walk.PAGEBLOCK_FLAGS,
            "pageblock-flags",
            "mm/page_alloc.c get_pageblock_bitmap(), v5.2 to v7.2"),
        neverFreed(
            Walk.PAGEBLOCK_FLAGS,
            "pageblock-flags",
            "mm/page_alloc.c get_pageblock_bitmap(), v5.2 to v7.2"));
  }
}
