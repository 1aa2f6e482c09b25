package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Errno;

/** What must be possible, whatever happened before. */
final class RecoveryProperties {
  private RecoveryProperties() {}

  static final Property SECTION_CAN_BE_BROUGHT_BACK =
      new Property.OfRecovery(
          new About(
              "section-can-be-brought-back",
              "Whatever failed, some legal calls bring every section back to what its owners know"
                  + " of it: no bit is set of a subsection that nobody owns.",
              "a call that adds memory returns an error",
              "What a failed add leaves behind is owned by nobody. Who may remove memory removes"
                  + " what it owns, and who may add it is told EEXIST: without a reboot that memory"
                  + " is neither used nor given back (L01).",
              "mm/memory_hotplug.c __add_pages(), v5.3 to v7.2; mm/memremap.c memremap_pages()",
              Set.of(About.Need.FAILING_CALLS, About.Need.BOOKS)),
          (operation, rc) -> operation.adds() && rc != Errno.OK,
          s -> s.subsectionMap().subsetOf(s.owners().any()),
          s ->
              "bits without an owner %s (map %s, owned %s)"
                  .formatted(
                      s.subsectionMap().minus(s.owners().any()).text(),
                      s.subsectionMap().text(),
                      s.owners().any().text()));

  static List<Property> all() {
    return List.of(SECTION_CAN_BE_BROUGHT_BACK);
  }
}
