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
 * <p>No pristine tree of v5.3 or of v5.5 to v5.8 was read: those rest on the patch mails.
 */
public enum Release {
  V5_3("v5.3"),
  V5_4("v5.4"),
  V5_5("v5.5"),
  V5_6("v5.6"),
  V5_7("v5.7"),
  V5_8("v5.8"),
  V5_9("v5.9"),
  V5_12("v5.12"),
  V6_1("v6.1"),
  /** Debian's linux-source-6.1. */
  V6_1_DEBIAN(
      "v6.1.192-debian", "v6.1-debian", "v6.1", "b12-usage-race", "b13-usage-null-in-walker"),
  V6_8("v6.8"),
  V6_10("v6.10"),
  V6_12("v6.12"),
  /** Debian's linux-source-6.12. */
  V6_12_DEBIAN(
      "v6.12.117-debian", "v6.12-debian", "v6.12", "memmap-by-pfn", "l10-inaccessible-poisoned");

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
