package org.mhpcheck.model.design;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A series of changes that came in one order onto one release: what a bisection walks over. */
public enum Series {
  /** "mm: Sub-section memory hotplug support", v10 as posted, 13 patches. */
  SUBSECTION(
      "subsection",
      Release.V5_2,
      List.of(
          Change.MEM_SECTION_USAGE,
          Change.SECTION_IS_EARLY,
          Change.MAP_AT_BOOT,
          Change.SPAN_SHRINKS_BY_SUBSECTION,
          Change.POPULATE_SECTION_MEMMAP,
          Change.DEV_ZONE_NOT_ASKED,
          Change.IS_DEV_ZONE_GONE,
          Change.SUBSECTION_RANGES,
          Change.SUBSECTION_HOTPLUG,
          Change.ZONE_DEVICE_DOCUMENTED,
          Change.SUBSECTION_REMAP,
          Change.INFO_BLOCK_ZEROED,
          Change.PMEM_NOT_PADDED));

  private static final Pattern RANGE = Pattern.compile("[0-9]*\\.\\.[0-9]*");
  private static final Pattern FROM_FIRST = Pattern.compile("1\\.\\.([1-9][0-9]?)");

  private final String text;
  private final Release base;
  private final List<Change> patches;

  Series(String text, Release base, List<Change> patches) {
    this.text = text;
    this.base = base;
    this.patches = patches;
  }

  /** What it is called by. */
  public String text() {
    return text;
  }

  /** The release that it was written for. */
  public Release base() {
    return base;
  }

  /** In their order; patch N stands at N - 1. */
  public List<Change> patches() {
    return patches;
  }

  /** The release it was written for, then that with one patch more each. */
  public List<Design> designs() {
    return Stream.concat(
            Stream.of(Design.parse(base.releaseName())),
            IntStream.rangeClosed(1, patches.size()).mapToObj(this::upTo))
        .toList();
  }

  /** The number of {@code change} in it, from 1; empty if it is none of its patches. */
  public OptionalInt number(Change change) {
    int index = patches.indexOf(change);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
  }

  public static Optional<Series> named(String text) {
    return Stream.of(values()).filter(s -> s.text.equals(text)).findFirst();
  }

  /** Its first patches, as a design: {@code v5.2+1..9}. */
  public Design upTo(int patch) {
    return Design.parse("%s+1..%d".formatted(base, patch));
  }

  /** The patches that {@code 1..N} means; empty if there are not so many. */
  Optional<List<Change>> range(String range) {
    Matcher matcher = FROM_FIRST.matcher(range);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int last = Integer.parseInt(matcher.group(1));
    return last <= patches.size() ? Optional.of(patches.subList(0, last)) : Optional.empty();
  }

  /** Whether {@code text} is some patches' numbers, however wrong, and no change's name. */
  static boolean isRange(String text) {
    return RANGE.matcher(text).matches();
  }
}
