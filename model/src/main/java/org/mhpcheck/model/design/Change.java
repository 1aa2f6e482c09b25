package org.mhpcheck.model.design;

import java.util.List;
import java.util.Optional;

/**
 * A change to the kernel that a design has or lacks.
 *
 * <p>Each is named by its commit hash where that is known, and always by the slug of the bug it
 * mends (or of what it brings). Confidence says how the change was read: {@link Confidence#SOURCE}
 * in a source tree or in the patch itself, {@link Confidence#CODE} in a source tree without the
 * commit that brought it, {@link Confidence#LISTED} by subject and hash only, {@link
 * Confidence#MEMORY} unconfirmed.
 */
public enum Change {
  EARLY_READ_AT_ENTRY(
      "",
      "b03-early-read-late",
      "mm,sparse: Fix deactivate_section for early sections",
      "v5.3",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of()),
  RESERVED_USAGE_KEPT(
      "8068df3b6037",
      "b01-readded-early-usage",
      "mm/memory_hotplug: don't free usage map when removing a re-added early section",
      "v5.5",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of()),
  MEMMAP_OF_SECTION_START(
      "",
      "b06-memmap-of-linear-address",
      "mm/sparsemem: get address to page struct instead of address to pfn",
      "v5.6",
      Confidence.SOURCE,
      List.of("sparse_add_section"),
      List.of()),
  MEM_MAP_RESET_TO_NULL(
      "1f503443e7df",
      "b08-encoded-null-left",
      "mm/sparse.c: reset section's mem_map when fully deactivated",
      "v5.6",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of()),
  RESET_AFTER_DEPOPULATE(
      "d41e2f3bd546",
      "b09-reset-before-depopulate",
      "mm/hotplug: fix hot remove failure in SPARSEMEM|!VMEMMAP case",
      "v5.6",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of()),
  INVALID_BEFORE_DEPOPULATE(
      "b943f045a9af",
      "b10-valid-without-usage",
      "mm/sparse: fix kernel crash with pfn_section_valid check",
      "v5.6",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of(RESET_AFTER_DEPOPULATE)),
  MAP_ONLY_IF_VMEMMAP(
      "",
      "map-only-if-vmemmap",
      "mm/sparse.c: only use subsection map in VMEMMAP case",
      "v5.7",
      Confidence.LISTED,
      List.of("struct mem_section_usage"),
      List.of()),
  EARLY_MEMMAP_NEVER_PARTIAL(
      "ef69bc9f689d",
      "b11-early-memmap-freed-in-part",
      "mm/sparse: never partially remove memmap for early section",
      "v5.9",
      Confidence.SOURCE,
      List.of("section_deactivate"),
      List.of()),
  USAGE_FREED_BY_RCU(
      "5ec8e8ea8b77",
      "b12-usage-race",
      "mm/sparsemem: fix race in accessing memory_section->usage",
      "v6.8",
      Confidence.SOURCE,
      List.of("section_deactivate", "struct mem_section_usage"),
      List.of(INVALID_BEFORE_DEPOPULATE)),
  USAGE_POINTER_CHECKED(
      "82f0b6f041fa",
      "b13-usage-null-in-walker",
      "mm: prevent derefencing NULL ptr in pfn_section_valid()",
      "v6.10",
      Confidence.SOURCE,
      List.of("pfn_section_valid"),
      List.of()),
  INACCESSIBLE_ALTMAP(
      "c5f1e2d18909",
      "inaccessible-altmap",
      "mm/memory_hotplug: introduce MEM_PREPARE_ONLINE/MEM_FINISH_OFFLINE notifiers",
      "v6.8",
      Confidence.CODE,
      List.of("struct vmem_altmap", "sparse_add_section"),
      List.of()),
  /** Linus's tree has it from v7.1 on, which is not catalogued. */
  MEMMAP_BY_PFN(
      "",
      "memmap-by-pfn",
      "memmap base from the pfn instead of decoding section_mem_map",
      "v6.12-debian",
      Confidence.CODE,
      List.of("section_deactivate"),
      List.of()),
  /** What moving the code of hot-adding to mm/sparse-vmemmap.c lost: a bug, not a repair. */
  INACCESSIBLE_POISONED(
      "",
      "l10-inaccessible-poisoned",
      "the code that hot-adds moved, page_init_poison() asks for no altmap->inaccessible",
      "v6.12-debian",
      Confidence.CODE,
      List.of("sparse_add_section"),
      List.of(INACCESSIBLE_ALTMAP));

  /** How a change was read. */
  public enum Confidence {
    SOURCE("its source or the patch itself"),
    CODE("its source; hash and subject, where there are any, unconfirmed"),
    LISTED("a list of commits, by subject and hash"),
    MEMORY("nothing, unconfirmed");

    private final String text;

    Confidence(String text) {
      this.text = text;
    }

    /** Where it was read. */
    public String text() {
      return text;
    }
  }

  /** The fewest digits that a hash may be shortened to. */
  public static final int SHORTEST_HASH = 7;

  private final String hash;
  private final String slug;
  private final String subject;
  private final String release;
  private final Confidence confidence;
  private final List<String> functions;
  private final List<Change> needs;

  Change(
      String hash,
      String slug,
      String subject,
      String release,
      Confidence confidence,
      List<String> functions,
      List<Change> needs) {
    this.hash = hash;
    this.slug = slug;
    this.subject = subject;
    this.release = release;
    this.confidence = confidence;
    this.functions = functions;
    this.needs = needs;
  }

  /** The commit's first twelve digits, where they are settled. */
  public Optional<String> hash() {
    return hash.isEmpty() ? Optional.empty() : Optional.of(hash);
  }

  public String slug() {
    return slug;
  }

  /** The commit's subject, in the commit's own spelling; what it does, where that is not known. */
  public String subject() {
    return subject;
  }

  /** The first release that has it, of those catalogued. */
  public Release release() {
    return Release.named(release);
  }

  public Confidence confidence() {
    return confidence;
  }

  /** The kernel's functions and types that it alters, so far as they are modelled. */
  public List<String> functions() {
    return functions;
  }

  /** The changes without which this one makes no sense. */
  public List<Change> needs() {
    return needs;
  }

  /** Whether {@code name} means this change: its slug, or enough digits of its hash. */
  public boolean isNamed(String name) {
    boolean isHash = name.matches("[0-9a-f]{" + SHORTEST_HASH + ",40}");
    // Either may be the shorter one: the catalogue has twelve digits, people paste forty.
    return slug.equals(name)
        || isHash && !hash.isEmpty() && (hash.startsWith(name) || name.startsWith(hash));
  }

  /** The name that designs are written with: the hash if there is one, else the slug. */
  public String canonicalName() {
    return hash().orElse(slug);
  }
}
