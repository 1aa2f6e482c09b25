package org.mhpcheck.model.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A release of the kernel; {@code vX.Y} is Linus's, and has every change made up to it. Others are
 * one of Linus's with changes of later ones ported back, or with changes that Linus never made;
 * each stands behind the one it is made of, and carries the upstream version in its name; {@code
 * vX.Y-debian} is another name of the newest catalogued.
 *
 * <p>A release says no more than which of the catalogued changes it has. No pristine tree of v5.2,
 * v5.3 or of v5.5 to v5.8 was read: those rest on the patch mails.
 */
public enum Release {
  V5_2("v5.2"),
  V5_3("v5.3"),
  V5_4("v5.4"),
  V5_5("v5.5"),
  V5_6("v5.6"),
  V5_7("v5.7"),
  V5_8("v5.8"),
  V5_9("v5.9"),
  V5_10("v5.10"),
  V5_11("v5.11"),
  V5_12("v5.12"),
  V5_13("v5.13"),
  V5_14("v5.14"),
  V5_15("v5.15"),
  V5_16("v5.16"),
  V5_17("v5.17"),
  V5_18("v5.18"),
  V5_19("v5.19"),
  V6_0("v6.0"),
  V6_1("v6.1"),
  /** Debian's linux-source-6.1. */
  V6_1_DEBIAN(
      "v6.1.192-debian",
      "v6.1-debian",
      "v6.1",
      "b22-altmap-lost-on-error",
      "b12-usage-race",
      "b13-usage-null-in-walker"),
  V6_2("v6.2"),
  V6_3("v6.3"),
  V6_4("v6.4"),
  V6_5("v6.5"),
  V6_6("v6.6"),
  V6_7("v6.7"),
  V6_8("v6.8"),
  V6_9("v6.9"),
  V6_10("v6.10"),
  V6_11("v6.11"),
  V6_12("v6.12"),
  /** Debian's linux-source-6.12. */
  V6_12_DEBIAN(
      "v6.12.117-debian",
      "v6.12-debian",
      "v6.12",
      "l10-inaccessible-poisoned",
      "memmap-counted-by-allocator",
      "memmap-by-pfn",
      "online-unchecked",
      "b23-altmap-lost-in-blocks",
      "b24-memmap-miscounted"),
  V6_13("v6.13"),
  V6_14("v6.14"),
  V6_15("v6.15"),
  V6_16("v6.16"),
  V6_17("v6.17"),
  V6_18("v6.18"),
  V6_19("v6.19"),
  V7_0("v7.0"),
  V7_1("v7.1"),
  V7_2("v7.2");

  private static final Pattern LINUSS = Pattern.compile("v[0-9]{1,4}\\.[0-9]{1,4}");

  private final String name;
  private final List<String> names;
  private final Version version;
  private final String base;
  private final List<String> ported;

  Release(String name) {
    this(name, name, name);
  }

  /** One of a distribution's, which is the newest catalogued that {@code alias} may mean. */
  Release(String name, String alias, String base, String... ported) {
    this.name = name;
    this.names = name.equals(alias) ? List.of(name) : List.of(name, alias);
    this.version = Version.parse(name.substring(1)).orElseThrow();
    this.base = base;
    this.ported = List.of(ported);
  }

  public String releaseName() {
    return name;
  }

  /** All that it may be called by; {@link #releaseName()} first. */
  public List<String> names() {
    return names;
  }

  /** The exact upstream version. */
  public Version version() {
    return version;
  }

  /** Linus's release that this one is made of; itself, if it is one of his. */
  public Release base() {
    return named(base);
  }

  /** Whether it is one of Linus's own. */
  boolean isLinuss() {
    return base() == this;
  }

  /** The changes that its base lacks. */
  public Set<Change> ported() {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    for (Change change : Change.values()) {
      if (ported.contains(change.slug())) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** The changes that this release has. */
  public Set<Change> changes() {
    Set<Change> changes = ported();
    for (Change change : Change.values()) {
      // What came with a distribution's release is in no other, however late.
      if (change.release().isLinuss() && change.release().compareTo(base()) <= 0) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Linus's releases from one to another, both included; none if the first is the later one. */
  public static List<Release> linussBetween(Release first, Release last) {
    return Arrays.stream(values())
        .filter(Release::isLinuss)
        .filter(r -> first.compareTo(r) <= 0 && r.compareTo(last) <= 0)
        .toList();
  }

  /** Linus's release after this one of his; empty after the newest, and after a distribution's. */
  public Optional<Release> next() {
    return Arrays.stream(values())
        .filter(r -> isLinuss() && r.isLinuss() && r.compareTo(this) > 0)
        .findFirst();
  }

  /** Linus's release whose number is nearest; empty if {@code name} is no {@code vX.Y}. */
  static Optional<Release> nearestTo(String name) {
    return LINUSS.matcher(name).matches()
        ? Version.parse(name.substring(1)).map(Release::linussNearestTo)
        : Optional.empty();
  }

  private static Release linussNearestTo(Version version) {
    return Arrays.stream(values())
        .filter(Release::isLinuss)
        .min(Comparator.comparing(r -> Math.abs(r.version.series() - version.series())))
        .orElseThrow();
  }

  /**
   * The release that stands for a tree of {@code version}: of the same X.Y the one whose sublevel
   * is nearest, if any is catalogued; else the nearest of Linus's.
   */
  public static Release nearestTo(Version version) {
    return Arrays.stream(values())
        .filter(r -> r.version.isOfSameSeries(version))
        .min(Comparator.comparing(r -> Math.abs(r.version.sublevel() - version.sublevel())))
        .orElseGet(() -> linussNearestTo(version));
  }

  /**
   * The newest version catalogued, if {@code version} is newer: of the same X.Y where any is, else
   * of all.
   */
  public static Optional<Version> cataloguedBefore(Version version) {
    return Arrays.stream(values())
        .map(Release::version)
        .filter(v -> v.isOfSameSeries(version))
        .max(Comparator.naturalOrder())
        .or(() -> Arrays.stream(values()).map(Release::version).max(Comparator.naturalOrder()))
        .filter(newest -> newest.compareTo(version) < 0);
  }

  static Release named(String name) {
    return Arrays.stream(values()).filter(r -> r.names.contains(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
