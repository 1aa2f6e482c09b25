package org.mhpcheck.model.kernel;

/**
 * What an architecture's own code does to memmap, and the code of sections shows.
 *
 * @param mapping how it maps memmap, with SPARSEMEM_VMEMMAP
 * @param bootmemInfo whether it has HAVE_BOOTMEM_INFO_NODE, without which put_page_bootmem() is
 *     empty (include/linux/bootmem_info.h): x86-64 and ppc64 have it
 */
public record Platform(Mapping mapping, boolean bootmemInfo) {
  /** The usual one: memmap is mapped by pages, and boot's can be freed. */
  public static final Platform USUAL = new Platform(Mapping.PAGES, true);

  /** By what memmap is mapped. */
  public enum Mapping {
    /** By pages: each subsection's by its own. */
    PAGES,
    /**
     * By PMDs of 2 MB: vmemmap_populate() of arm64 with 4K pages (arch/arm64/mm/mmu.c). Struct
     * pages of 64 bytes put the memmap of 128 MB into one, which is 64 subsections: a section's,
     * since v5.12.
     */
    PMDS,
    /** By PMDs where a whole section is populated, else by pages: the same since v6.14. */
    PMDS_OF_WHOLE_SECTIONS
  }
}
