package org.mhpcheck.model.kernel;

/**
 * Something that a kernel function did which its return value does not tell. {@link
 * #OTHER_WARNING}, {@link #BUG} and {@link #CRASHED} only a compiled kernel can do.
 */
public enum Event {
  ALREADY_DEACTIVATED(Severity.WARNING, "WARN: section already deactivated"),
  SECTION_NOT_VALID(Severity.WARNING, "WARN: the section is not valid"),
  USAGE_LEAKED(Severity.LEAK, "the last pointer to a live usage was overwritten"),
  MEMMAP_LEAKED(Severity.LEAK, "the last pointer to live memmap was overwritten"),
  BOOT_USAGE_FREED(Severity.CORRUPTION, "kfree() of a usage that the boot allocator made"),
  DOUBLE_FREE(Severity.CORRUPTION, "kfree() of a usage that is free already"),
  NULL_DEREFERENCE(Severity.CORRUPTION, "the usage was reached through a NULL pointer"),
  USE_AFTER_FREE(Severity.CORRUPTION, "a freed usage was read or written"),
  FOREIGN_MEMMAP_FREED(
      Severity.CORRUPTION, "memory that is not this section's memmap was freed as memmap"),
  MEMMAP_MISFREED(Severity.CORRUPTION, "memmap was freed by what frees that of another allocator"),
  WILD_MEMMAP_WRITTEN(
      Severity.CORRUPTION,
      "struct pages were written where no memmap is: it was not pointed at yet"),
  ALTMAP_MISMATCHED(
      Severity.MISUSE, "memmap was freed to another allocator than the one it came from"),
  INACCESSIBLE_MEMMAP_WRITTEN(
      Severity.MISUSE, "struct pages were written in memory that is not accessible yet"),
  MEMMAP_MISCOUNTED(
      Severity.MISCOUNT, "the count of memmap pages changed by other than memmap did"),
  OTHER_WARNING(Severity.WARNING, "WARN: one that the model does not know"),
  BUG(Severity.CORRUPTION, "BUG()"),
  CRASHED(Severity.CORRUPTION, "crashed, hung, or left a state that has no name here"),

  // ---- of zones and spans: noted by the model only ----

  UNINITIALISED_PAGE_READ(
      Severity.MISUSE, "the zone or node of a struct page was read that nobody had initialised"),
  NODE_OFFLINED_WITH_MEMORY(Severity.MISUSE, "a node was taken offline while memory was on it"),
  SEARCH_WITHOUT_END(
      Severity.CORRUPTION,
      "the search for a span's last page went on below pfn 0 and does not end");

  /** How bad it is. */
  public enum Severity {
    /** The kernel noticed, and said so. */
    WARNING,
    /** A number that people read is wrong. */
    MISCOUNT,
    /** Memory is lost. */
    LEAK,
    /** Memory was used as it must not be; what follows can still be told. */
    MISUSE,
    /** Anything may happen from here on: the branch ends. */
    CORRUPTION
  }

  private final Severity severity;
  private final String text;

  Event(Severity severity, String text) {
    this.severity = severity;
    this.text = text;
  }

  public Severity severity() {
    return severity;
  }

  public String text() {
    return text;
  }
}
