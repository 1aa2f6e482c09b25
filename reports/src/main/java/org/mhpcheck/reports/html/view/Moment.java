package org.mhpcheck.reports.html.view;

import java.util.List;

/**
 * One picture of a trace: what was done, and all sections afterwards.
 *
 * @param call its number, from 1; 0 for boot
 * @param callText the call that is under way
 * @param text what was done
 * @param place where in the kernel: file and line, as far as they are known
 * @param events what the kernel did that its return value does not tell
 * @param changes what is not as it was
 * @param spans of zones and the node; empty where they are not kept
 */
public record Moment(
    int call,
    String callText,
    String text,
    String place,
    List<EventView> events,
    List<ChangeView> changes,
    List<SectionView> sections,
    String spans) {

  /**
   * @param severity a word
   * @param isCorruption whether anything may happen from here on
   */
  public record EventView(String text, String severity, boolean isCorruption) {}

  /** What was one thing and is another. */
  public record ChangeView(String what, String before, String after) {}
}
