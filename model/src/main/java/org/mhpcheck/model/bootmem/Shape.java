package org.mhpcheck.model.bootmem;

/**
 * The size of a small machine.
 *
 * @param nodes how many NUMA nodes there are: 1 or 2
 * @param first the number of its first section: memory begins there
 * @param sections each of them present at boot
 * @param pages of one section
 * @param pageSize in bytes, a multiple of {@link Memblock#SMP_CACHE_BYTES}
 */
public record Shape(int nodes, int first, int sections, int pages, int pageSize) {
  public static final int MOST_NODES = 2;

  /** As many as fit a word, one bit each. */
  public static final int MOST_PAGES = 16;

  public Shape {
    if (nodes < 1 || nodes > MOST_NODES) {
      throw new IllegalArgumentException("%d nodes, expected 1 or 2".formatted(nodes));
    }
    if (first < 0 || sections < 1 || pages < 1 || sections * pages > MOST_PAGES) {
      throw new IllegalArgumentException(
          "%d sections of %d pages from section %d on, expected at most %d pages in all"
              .formatted(sections, pages, first, MOST_PAGES));
    }
    if (pageSize < 1 || pageSize % Memblock.SMP_CACHE_BYTES != 0) {
      throw new IllegalArgumentException(
          "a page of %d bytes, expected a multiple of %d"
              .formatted(pageSize, Memblock.SMP_CACHE_BYTES));
    }
  }

  int sectionSize() {
    return pages * pageSize;
  }

  /** Where memory begins. */
  int start() {
    return first * sectionSize();
  }

  /** The address of page {@code page}, counted from where memory begins. */
  int pageAddress(int page) {
    return start() + page * pageSize;
  }

  /** pfn_to_section_nr() of an address. */
  public int section(int address) {
    return address / sectionSize();
  }

  /** The pfn of an address. */
  public int pfn(int address) {
    return address / pageSize;
  }
}
