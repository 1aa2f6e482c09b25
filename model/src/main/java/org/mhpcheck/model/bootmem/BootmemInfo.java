package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * mm/bootmem_info.c (mm/memory_hotplug.c up to v5.13), where HAVE_BOOTMEM_INFO_NODE is: how often
 * the pages that sections' boot memory lies in are referenced, and which are freed when sections
 * are removed. Every page that boot handed out is referenced once.
 *
 * <p>Of a section's memmap one page stands for all: it is no other's.
 */
public final class BootmemInfo {
  private final Placed placed;
  private final int pageSize;
  private final Map<Integer, Integer> counts = new TreeMap<>();
  private final Set<Integer> freed = new TreeSet<>();

  /** Every section that has a usage is registered: register_page_bootmem_info_node(). */
  public BootmemInfo(Placed placed) {
    this.placed = placed;
    this.pageSize = placed.placement().shape().pageSize();
    placed.usages().forEach(this::register_page_bootmem_info_section);
  }

  private void register_page_bootmem_info_section(Placed.Usage usage) {
    get_page_bootmem(memmapPage(usage)); // SECTION_INFO
    pagesOf(usage).forEach(this::get_page_bootmem); // MIX_SECTION_INFO
  }

  /** PAGE_ALIGN() of the usage's size, from its first page on: wherever in that it begins (L14). */
  private List<Integer> pagesOf(Placed.Usage usage) {
    int mapsize = (placed.sizes().size() + pageSize - 1) / pageSize;
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < mapsize; i++) {
      pages.add(usage.start() / pageSize + i);
    }
    return pages;
  }

  /** Pages of memmap lie elsewhere: their numbers are no pfns. */
  private static int memmapPage(Placed.Usage usage) {
    return -1 - usage.section();
  }

  private void get_page_bootmem(int page) {
    counts.merge(page, 1, Integer::sum);
  }

  private void put_page_bootmem(int page) {
    int left = 1 + counts.merge(page, -1, Integer::sum);
    if (left == 1) {
      freed.add(page); // free_reserved_page()
    }
  }

  /**
   * Removal of a section from boot: free_map_bootmem(), by put_page_bootmem(). Its usage stays, in
   * every release.
   */
  public void remove(Placed.Usage usage) {
    put_page_bootmem(memmapPage(usage));
    if (placed.planted().filter(p -> p == Planted.USAGE_PAGES_PUT).isPresent()) {
      pagesOf(usage).forEach(this::put_page_bootmem);
    }
  }

  /** How often get_page_bootmem() was called, and not undone, for a page, by its pfn. */
  public int timesCounted(int pfn) {
    return counts.getOrDefault(pfn, 0);
  }

  /** Whether the section's memmap is counted. */
  public boolean isMemmapCounted(Placed.Usage usage) {
    return timesCounted(memmapPage(usage)) != 0;
  }

  /** Whether the section's memmap is freed. */
  public boolean isMemmapFreed(Placed.Usage usage) {
    return freed.contains(memmapPage(usage));
  }

  /** Whether a page that any of the usage lies in is freed. */
  public boolean isFreed(Placed.Usage usage) {
    for (int page = usage.start() / pageSize; page * pageSize < usage.end(); page++) {
      if (freed.contains(page)) {
        return true;
      }
    }
    return false;
  }
}
