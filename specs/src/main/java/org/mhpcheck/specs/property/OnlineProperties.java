package org.mhpcheck.specs.property;

import static org.mhpcheck.model.kernel.Mmzone.online_section;
import static org.mhpcheck.model.kernel.Mmzone.pfn_to_online_page;
import static org.mhpcheck.model.kernel.Mmzone.valid_section;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What must hold of memory that is online, and of sections that RAM and devices share. */
final class OnlineProperties {
  private OnlineProperties() {}

  private static final About IS_MEMORY =
      new About(
          "online-page-is-memory",
          "pfn_to_online_page() finds pages only of memory that somebody owns.",
          "the section is online",
          "Who is given a page believes that it was initialised. In the holes of an early section"
              + " it may never have been, and what a failed add has left is poisoned (L01).",
          "mm/memory_hotplug.c pfn_to_online_page(), v5.12 to v7.2; 9f9b02e5b346",
          Set.of(About.Need.BOOT_MEMORY, About.Need.BOOKS));

  static final Property ONLINE_PAGE_IS_MEMORY =
      new Property.ByDesign(
          IS_MEMORY,
          design ->
              ofState(
                  IS_MEMORY,
                  s -> online_section(s),
                  s -> pfn_to_online_page(s, design).subsetOf(s.owners().any()),
                  design));

  private static final About IS_NO_DEVICE_PAGE =
      new About(
          "online-page-is-no-device-page",
          "pfn_to_online_page() finds no page of a device.",
          "a device owns a part of a section that is online",
          "Device memory is never online: its pages are not the page allocator's, and are"
              + " initialised, and poisoned, when its driver likes.",
          "mm/memory_hotplug.c pfn_to_online_page(), section_taint_zone_device(), v5.12 to v7.2;"
              + " 1f90a3477df3",
          Set.of(About.Need.BOOT_MEMORY, About.Need.DEVICES));

  static final Property ONLINE_PAGE_IS_NO_DEVICE_PAGE =
      new Property.ByDesign(
          IS_NO_DEVICE_PAGE,
          design ->
              ofState(
                  IS_NO_DEVICE_PAGE,
                  s -> online_section(s).and(s.owners().device().isEmpty().not()),
                  s -> pfn_to_online_page(s, design).intersects(s.owners().device()).not(),
                  design));

  private static Property.OfState ofState(
      About about, Function<Section, Bit> premise, Function<Section, Bit> holds, Design design) {
    return new Property.OfState(about, premise, holds, s -> shown(s, design));
  }

  private static String shown(Section s, Design design) {
    Bits found = pfn_to_online_page(s, design);
    return "pfn_to_online_page finds %s; system RAM %s, a device's %s"
        .formatted(found.text(), s.owners().ram().text(), s.owners().device().text());
  }

  static final Property TAINT_ONLY_WITH_DEVICE =
      new Property.OfState(
          new About(
              "taint-only-with-device",
              "A section is marked TAINT_ZONE_DEVICE only while a device owns some of it.",
              "the section is valid",
              "Of a section so marked, pfn_to_online_page() has to look up every pfn's pagemap.",
              "mm/memory_hotplug.c section_taint_zone_device(), v5.12 to v7.2; include/linux/mmzone.h"
                  + " SECTION_NID_SHIFT, 01c8d337d195",
              Set.of(About.Need.BOOKS)),
          s -> valid_section(s),
          s -> s.sectionMemMap().taint().implies(s.owners().device().isEmpty().not()),
          s ->
              "section_mem_map is %s, and a device owns %s"
                  .formatted(s.sectionMemMap(), s.owners().device().text()));

  static List<Property> all() {
    return List.of(ONLINE_PAGE_IS_MEMORY, ONLINE_PAGE_IS_NO_DEVICE_PAGE, TAINT_ONLY_WITH_DEVICE);
  }
}
