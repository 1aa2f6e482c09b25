package org.mhpcheck.model.state;

/** A kernel function that looks at sections while others change them, without a lock. */
public enum Walk {
  /** pfn_valid() (include/linux/mmzone.h). */
  PFN_VALID("pfn_valid"),
  /** pfn_to_online_page() (mm/memory_hotplug.c, a macro up to v5.11). */
  PFN_TO_ONLINE_PAGE("pfn_to_online_page"),
  /**
   * get_pageblock_bitmap() (mm/page_alloc.c): the pageblock flags of a page that
   * pfn_to_online_page() has found a while ago.
   */
  PAGEBLOCK_FLAGS("get_pageblock_bitmap");

  private final String text;

  Walk(String text) {
    this.text = text;
  }

  /** The function's name. */
  public String text() {
    return text;
  }
}
