package org.mhpcheck.model.kernel;

import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;

/**
 * Where the memmap of a range comes from: {@code struct vmem_altmap} (include/linux/memremap.h).
 */
public enum Altmap {
  /** The page allocator's memory; boot's, at boot. */
  NONE("none"),
  /** Part of the memory that is added. */
  ALTMAP("altmap"),
  /**
   * The same, and nothing may be written there before it is online: {@code altmap->inaccessible}
   * (c5f1e2d18909, v6.8 to v7.0).
   */
  INACCESSIBLE("inaccessible");

  private final String text;

  Altmap(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Why {@code design} cannot be told of it; empty if it can. */
  public Optional<String> refusedBy(Design design) {
    if (isGiven() && !design.has(Option.VMEMMAP)) {
      return Optional.of(
          "%s knows no altmap: what has one needs %s"
              .formatted(design.name(), Option.VMEMMAP.config()));
    }
    Change needed = Change.INACCESSIBLE_ALTMAP;
    Change end = Change.NO_INACCESSIBLE_ALTMAP;
    if (this != INACCESSIBLE || design.has(needed) && !design.has(end)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s knows no inaccessible altmap: it %s"
            .formatted(
                design.name(), design.has(end) ? "has " + name(end) : "lacks " + name(needed)));
  }

  private static String name(Change change) {
    return "%s (%s)".formatted(change.canonicalName(), change.slug());
  }

  /** Whether the page allocator has no part in it. */
  public boolean isGiven() {
    return this != NONE;
  }
}
