package org.mhpcheck.model.design;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a kernel may be configured without, and still hotplug memory. A design has all of them
 * unless its name takes them away: {@code v5.5-vmemmap}.
 *
 * <p>No change of the source: what is told of commits (what mends a trace, a series, a list of
 * changes) knows nothing of them.
 */
public enum Option {
  /** Without it, each section's memmap is an allocation of its own: classic SPARSEMEM. */
  VMEMMAP(
      "vmemmap",
      "CONFIG_SPARSEMEM_VMEMMAP",
      "memmap lies at one address, and parts of sections can be added; not to be left out from"
          + " v7.1 on") {
    /** MEMORY_HOTPLUG depends on SPARSEMEM_VMEMMAP (mm/Kconfig, v7.1 on). */
    @Override
    boolean isNeededBy(Release release) {
      return release.base().compareTo(Release.V7_1) >= 0;
    }
  },
  /**
   * Without it nobody removes memory, but for what the kernel itself takes back of a failed add.
   */
  MEMORY_HOTREMOVE(
      "memory-hotremove", "CONFIG_MEMORY_HOTREMOVE", "memory can be removed, and go offline") {
    @Override
    boolean isNeededBy(Release release) {
      return false;
    }
  };

  private final String slug;
  private final String config;
  private final String text;

  Option(String slug, String config, String text) {
    this.slug = slug;
    this.config = config;
    this.text = text;
  }

  /** What designs call it. */
  public String slug() {
    return slug;
  }

  /** What Kconfig calls it. */
  public String config() {
    return config;
  }

  /** What there is with it. */
  public String text() {
    return text;
  }

  /** Whether a kernel of {@code release} without it hotplugs no memory. */
  abstract boolean isNeededBy(Release release);

  /** The one of that slug; empty if there is none. */
  static Optional<Option> named(String slug) {
    return Stream.of(values()).filter(o -> o.slug.equals(slug)).findFirst();
  }
}
