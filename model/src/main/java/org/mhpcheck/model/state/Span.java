package org.mhpcheck.model.state;

/**
 * From where to where a zone or a node reaches: {@code zone_start_pfn} and {@code spanned_pages},
 * {@code node_start_pfn} and {@code node_spanned_pages} (include/linux/mmzone.h), in subsections.
 *
 * @param start counted from pfn 0 on; the kernel leaves 0 in one that is empty
 * @param spanned how many, holes included; 0 if it is empty
 */
public record Span(int start, int spanned) {
  public static final Span EMPTY = new Span(0, 0);

  /** The one from {@code start} up to {@code end}, which is not in it. */
  public static Span between(int start, int end) {
    return new Span(start, end - start);
  }

  /** zone_end_pfn(), pgdat_end_pfn(). */
  public int end() {
    return start + spanned;
  }

  /** zone_is_empty(), pgdat_is_empty(). */
  public boolean isEmpty() {
    return spanned == 0;
  }

  public boolean covers(int subsection) {
    return start <= subsection && subsection < end();
  }

  /** Whether all of {@code other} is in it. */
  public boolean covers(Span other) {
    return other.isEmpty() || !isEmpty() && start <= other.start && other.end() <= end();
  }

  /** The least that covers both. */
  public Span hull(Span other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return between(Math.min(start, other.start), Math.max(end(), other.end()));
  }
}
