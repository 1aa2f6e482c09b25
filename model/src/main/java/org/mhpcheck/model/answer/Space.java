package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Map;

/**
 * What an exploration has explored, taken apart.
 *
 * @param byDepth distinct states, by the fewest calls that lead to them
 * @param byCall transitions by the kernel function called, those that never were among them
 * @param complete whether that is all there is: neither a limit nor an interrupt came first
 * @param bytes that states took in memory, with what is known of single sections
 */
public record Space(List<Long> byDepth, Map<String, Long> byCall, boolean complete, long bytes) {

  /** Of each state, on the average; 0 if there is none. */
  public double bytesPerState() {
    long states = byDepth.stream().mapToLong(n -> n).sum();
    return states == 0 ? 0 : (double) bytes / states;
  }
}
