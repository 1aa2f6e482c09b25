package org.mhpcheck.specs.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Wording;

/**
 * The designs that a scenario asks, by what it calls them: one, or of {@code v5.3..v7.2} each of
 * Linus's releases from the first to the last.
 */
final class AskedDesigns {
  private static final int LONGEST = 1000;
  private static final String TO = "..";

  private final Map<String, List<Design>> byName = new LinkedHashMap<>();

  private AskedDesigns() {}

  /** Those that can be read. */
  static AskedDesigns read(List<Located<String>> names, Problems problems) {
    AskedDesigns asked = new AskedDesigns();
    names.forEach(name -> asked.add(name, problems));
    return asked;
  }

  List<Design> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /** What is said of a name, said of each design that it means. */
  <T> Map<String, T> each(Map<String, T> saidOfNames) {
    ImmutableMap.Builder<String, T> said = ImmutableMap.builder();
    saidOfNames.forEach(
        (name, what) ->
            byName.getOrDefault(name, List.of()).forEach(d -> said.put(d.name(), what)));
    return said.buildOrThrow();
  }

  private void add(Located<String> name, Problems problems) {
    if (name.value().length() > LONGEST) {
      problems.add(name.at(), Wording.quoted(name.value()), "a design, less long");
      return;
    }
    try {
      List<Design> meant = meant(name.value());
      meant.forEach(design -> requireNew(design, name, problems));
      List<Design> before = all();
      byName.putIfAbsent(name.value(), meant.stream().filter(d -> !before.contains(d)).toList());
    } catch (NoSuchDesignException e) {
      String why = Wording.oneLine(e.getMessage());
      problems.add(name.at(), Wording.quoted(name.value()), "a design (%s)".formatted(why));
    }
  }

  /**
   * The dots of {@code v5.2+1..9} are not between two releases. What releases are configured
   * without is said of both ends, {@code v5.7-vmemmap..v7.0-vmemmap}, and is so of all.
   */
  private static List<Design> meant(String name) {
    String[] ends = name.split("\\.\\.", -1);
    if (ends.length != 2 || !ends[1].startsWith("v")) {
      return List.of(Design.parse(name));
    }
    List<Design> meant = new ArrayList<>();
    Design first = Design.parse(ends[0]);
    for (Release release :
        Release.linussBetween(first.release(), Design.parse(ends[1]).release())) {
      meant.add(first.like(release));
    }
    boolean endsAreReleases =
        !meant.isEmpty()
            && meant.get(0).name().equals(ends[0])
            && meant.get(meant.size() - 1).name().equals(ends[1]);
    if (!endsAreReleases) {
      throw new NoSuchDesignException(
          "%s: expected two of Linus's releases, the older one first, such as v5.3%sv7.2"
              .formatted(name, TO));
    }
    return meant;
  }

  private void requireNew(Design design, Located<String> name, Problems problems) {
    all().stream()
        .filter(design::equals)
        .findFirst()
        .ifPresent(
            same ->
                problems.add(
                    name.at(),
                    "%s, the same design as %s"
                        .formatted(Wording.quoted(design.name()), Wording.quoted(same.name())),
                    "each design once in designs"));
  }
}
