package org.mhpcheck.checker.explore;

/** Where transitions lead. */
interface Sink {
  /**
   * To every state with {@code prefix} and one of {@code last}, which is the caller's again then.
   */
  void to(long prefix, Bitmap last);
}
