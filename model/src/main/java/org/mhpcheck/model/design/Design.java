package org.mhpcheck.model.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kernel design: a release, with changes taken away from it or put on it.
 *
 * <p>Written {@code v5.4}, {@code v5.4+8068df3b6037}, {@code v6.12-ef69bc9f689d}: a release, then
 * any number of {@code +CHANGE} and {@code -CHANGE}. A change is named by its slug or by at least
 * {@value Change#SHORTEST_HASH} digits of its hash; {@code v5.2+1..9} has the first nine patches of
 * the series that was written for v5.2. A combination that lacks what one of its changes needs is
 * refused. An {@link Option} is taken away likewise: {@code v5.5-vmemmap}.
 */
public final class Design {
  private final String name;
  private final Release release;
  private final Set<Change> changes;
  private final Set<Option> options;

  private Design(String name, Release release, Set<Change> changes, Set<Option> options) {
    this.name = name;
    this.release = release;
    this.changes = Collections.unmodifiableSet(changes);
    this.options = Collections.unmodifiableSet(options);
  }

  /**
   * Reads a design's name.
   *
   * @throws NoSuchDesignException saying what was found, and what was probably meant
   */
  public static Design parse(String name) {
    String releaseName =
        Stream.of(Release.values())
            .flatMap(r -> r.names().stream())
            .filter(n -> isFollowedByChanges(name, n))
            .max(Comparator.comparing(String::length))
            .orElseThrow(() -> noSuchRelease(name));
    Release release = Release.named(releaseName);
    Set<Change> changes = EnumSet.noneOf(Change.class);
    changes.addAll(release.changes());
    Set<Option> options = EnumSet.allOf(Option.class);
    String rest = name.substring(releaseName.length());
    while (!rest.isEmpty()) {
      boolean put = rest.charAt(0) == '+';
      String named = firstName(rest.substring(1));
      Optional<Option> option = Option.named(named);
      if (option.isPresent()) {
        change(options, List.of(option.get()), put, name, named);
      } else {
        List<Change> meant =
            Series.isRange(named)
                ? patches(name, release, put, named)
                : List.of(changeNamed(name, named));
        change(changes, meant, put, name, named);
      }
      rest = rest.substring(1 + named.length());
    }
    Design design = new Design(name, release, changes, options);
    design.requireWhatChangesNeed();
    design.requireWhatReleaseNeeds();
    return design;
  }

  private static <T> void change(
      Set<T> set, List<T> meant, boolean put, String design, String named) {
    if (meant.stream().anyMatch(c -> set.contains(c) == put)) {
      throw new NoSuchDesignException(
          "%s: %s %s %s"
              .formatted(
                  design,
                  put ? "with the changes before it, the design already has" : "it has no",
                  named,
                  put ? "" : "to take away")
              .strip());
    }
    if (put) {
      set.addAll(meant);
    } else {
      set.removeAll(meant);
    }
  }

  private static boolean isFollowedByChanges(String name, String release) {
    return name.startsWith(release)
        && (name.length() == release.length() || "+-".indexOf(name.charAt(release.length())) >= 0);
  }

  /** Slugs hold dashes, so the longest slug that fits comes before a cut at the next sign. */
  private static String firstName(String rest) {
    return Stream.concat(
            Stream.of(Change.values()).map(Change::slug),
            Stream.of(Option.values()).map(Option::slug))
        .filter(slug -> isFollowedByChanges(rest, slug))
        .max(Comparator.comparing(String::length))
        .orElseGet(
            () -> {
              String cut = rest.split("[+-]", 2)[0];
              return isHash(cut) || Series.isRange(cut) ? cut : upToNextHash(rest);
            });
  }

  private static boolean isHash(String text) {
    return text.matches("[0-9a-f]{" + Change.SHORTEST_HASH + ",40}");
  }

  private static String upToNextHash(String rest) {
    return rest.split("\\+|-(?=[0-9a-f]{" + Change.SHORTEST_HASH + "})", 2)[0];
  }

  private static List<Change> patches(String design, Release on, boolean put, String range) {
    Series series = Series.SUBSECTION;
    int last = series.patches().size();
    Optional<List<Change>> patches = put ? series.range(range) : Optional.empty();
    if (patches.isEmpty()) {
      throw new NoSuchDesignException(
          "%s: found %s, expected +1..N with N from 1 to %d"
              .formatted(design, (put ? "+" : "-") + range, last));
    }
    if (on != series.base()) {
      throw new NoSuchDesignException(
          "%s: the patches 1..%d are for %s, found %s".formatted(design, last, series.base(), on));
    }
    return patches.get();
  }

  private static Change changeNamed(String design, String named) {
    List<Change> meant = Stream.of(Change.values()).filter(c -> c.isNamed(named)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (meant.size() > 1) {
      throw new NoSuchDesignException(design + ": " + named + " names more than one change");
    }
    List<String> names = new ArrayList<>();
    for (Change change : Change.values()) {
      names.add(change.slug());
      change.hash().ifPresent(names::add);
    }
    Stream.of(Option.values()).map(Option::slug).forEach(names::add);
    throw new NoSuchDesignException(
        "%s: no change is named %s, %s (hashes need at least %d digits)"
            .formatted(
                design,
                named.isEmpty() ? "''" : named,
                Names.suggestion(named, names),
                Change.SHORTEST_HASH));
  }

  private static NoSuchDesignException noSuchRelease(String name) {
    List<String> releases = Stream.of(Release.values()).flatMap(r -> r.names().stream()).toList();
    String typed = name.split("[+-]", 2)[0];
    return new NoSuchDesignException(
        Release.nearestTo(typed)
            .map(r -> "release %s is not catalogued, the nearest is %s".formatted(typed, r))
            .orElseGet(
                () ->
                    "no release is named %s, %s"
                        .formatted(
                            typed.isEmpty() ? "''" : typed, Names.suggestion(typed, releases))));
  }

  private void requireWhatChangesNeed() {
    for (Change change : changes) {
      for (Change needed : change.needs()) {
        if (!changes.contains(needed)) {
          throw new NoSuchDesignException(
              "%s: %s (%s) needs %s (%s)"
                  .formatted(
                      name,
                      change.canonicalName(),
                      change.slug(),
                      needed.canonicalName(),
                      needed.slug()));
        }
      }
    }
  }

  private void requireWhatReleaseNeeds() {
    for (Option option : Option.values()) {
      if (!has(option) && option.isNeededBy(release)) {
        throw new NoSuchDesignException(
            "%s: there is no memory hotplug in %s without %s"
                .formatted(name, release, option.config()));
      }
    }
  }

  /** The name it was asked by. */
  public String name() {
    return name;
  }

  public Release release() {
    return release;
  }

  public boolean has(Change change) {
    return changes.contains(change);
  }

  public Set<Change> changes() {
    return changes;
  }

  /** Whether it is configured with {@code option}. */
  public boolean has(Option option) {
    return options.contains(option);
  }

  /** What it is configured with. */
  public Set<Option> options() {
    return options;
  }

  /** Whether it is its release, however configured, and no change is taken away or put on. */
  public boolean isAsReleased() {
    return changes.equals(release.changes());
  }

  /** Whether {@code other} can be configured as this is. */
  public boolean canBe(Release other) {
    return Stream.of(Option.values()).allMatch(o -> has(o) || !o.isNeededBy(other));
  }

  /** {@code other} as it was released, and configured as this is. */
  public Design like(Release other) {
    String without =
        Stream.of(Option.values())
            .filter(o -> !has(o))
            .map(o -> "-" + o.slug())
            .collect(Collectors.joining());
    return parse(other.releaseName() + without);
  }

  /**
   * This design with {@code change}, and with what it needs.
   *
   * @throws IllegalArgumentException if it has it already
   */
  public Design with(Change change) {
    if (has(change)) {
      throw new IllegalArgumentException(name + " has " + change);
    }
    Set<Change> more = EnumSet.noneOf(Change.class);
    more.addAll(changes);
    StringBuilder longer = new StringBuilder(name);
    addWithNeeds(change, more, longer);
    return new Design(longer.toString(), release, more, options);
  }

  /** This design without {@code change}; empty if it has it not, or has changes that need it. */
  public Optional<Design> without(Change change) {
    boolean isNeeded = changes.stream().anyMatch(c -> c.needs().contains(change));
    if (!has(change) || isNeeded) {
      return Optional.empty();
    }
    Set<Change> fewer = EnumSet.copyOf(changes);
    fewer.remove(change);
    return Optional.of(new Design(name + "-" + change.canonicalName(), release, fewer, options));
  }

  private static void addWithNeeds(Change change, Set<Change> to, StringBuilder name) {
    if (to.add(change)) {
      change.needs().forEach(n -> addWithNeeds(n, to, name));
      name.append('+').append(change.canonicalName());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Design d
        && release == d.release
        && changes.equals(d.changes)
        && options.equals(d.options);
  }

  @Override
  public int hashCode() {
    return Arrays.asList(release, changes, options).hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
