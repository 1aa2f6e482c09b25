package org.mhpcheck.checker.cli.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.mutate.Mutants;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Names;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.specs.corpus.Corpus;
import org.mhpcheck.specs.corpus.Entry;
import org.mhpcheck.specs.mutant.MutantCatalogue;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.Architectures;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/** Everything that can be named on the command line, and what is said when it is misnamed. */
public final class Catalogue {
  private static final String ALL = "all";

  private Catalogue() {}

  public static ScenarioCatalogue scenarios() {
    return new ScenarioCatalogue(Properties.all());
  }

  public static Corpus corpus() {
    return Corpus.packaged();
  }

  /**
   * Every fault that is to be noticed.
   *
   * @param cancelled asked now and then: whether to give up
   */
  public static Mutants mutants(BooleanSupplier cancelled) {
    MutantCatalogue catalogue = MutantCatalogue.packaged();
    ScenarioCatalogue scenarios = scenarios();
    return new Mutants(
        catalogue.design(),
        catalogue.scenarios().stream().map(scenarios::read).toList(),
        catalogue.survivors(),
        cancelled);
  }

  public static Design design(String name) {
    try {
      return Design.parse(name);
    } catch (NoSuchDesignException e) {
      throw new CliException(ExitStatus.CONFIGURATION, e.getMessage());
    }
  }

  public static Series series(String name) {
    return Series.named(name)
        .orElseThrow(
            () -> misnamed("series", name, Stream.of(Series.values()).map(Series::text).toList()));
  }

  static Property property(String name) {
    return Properties.named(name)
        .orElseThrow(
            () ->
                misnamedOfMany(
                    "property",
                    name,
                    Properties.all().stream().map(Property::name).toList(),
                    "properties"));
  }

  /** What there is to tell beside any run. */
  public static Background background() {
    return new Background(
        Architectures.all(),
        Stream.of(Release.values())
            .filter(r -> r.base() == r)
            .map(r -> Design.parse(r.releaseName()))
            .toList(),
        corpus().entries().stream().collect(Collectors.toMap(Entry::id, Entry::title)));
  }

  /** One architecture, or {@code all}. */
  public static Stream<Architecture> architectures(String name) {
    if (name.equals(ALL)) {
      return Architectures.all().stream();
    }
    List<String> names =
        Stream.concat(Architectures.all().stream().map(Architecture::name), Stream.of(ALL))
            .toList();
    return Stream.of(
        Architectures.named(name)
            .orElseThrow(() -> misnamedOfMany("architecture", name, names, "arches")));
  }

  /** A pipe or device may never end; what is missing is for its reader to say. */
  public static void requireRegularFile(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CliException(ExitStatus.UNREADABLE, file + ": not a regular file");
    }
  }

  /** Of few names all are told. */
  public static CliException misnamed(String kind, String name, List<String> candidates) {
    return new CliException(
        ExitStatus.USAGE,
        "no %s is named '%s', %s".formatted(kind, name, Names.suggestion(name, candidates)));
  }

  /**
   * Of many names only the nearest is told, or where they are.
   *
   * @param listed what {@code list} shows, which are the candidates
   */
  public static CliException misnamedOfMany(
      String kind, String name, List<String> candidates, String... listed) {
    return new CliException(
        ExitStatus.USAGE,
        "no %s is named '%s', %s"
            .formatted(
                kind,
                name,
                Names.nearest(name, candidates)
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElseGet(() -> "see " + lists(listed))));
  }

  private static String lists(String... listed) {
    return Stream.of(listed).map(l -> "mhpcheck list " + l).collect(Collectors.joining(", "));
  }

  /** The packaged scenario {@code name}. */
  public static Scenario scenario(ScenarioCatalogue catalogue, String name) {
    if (catalogue.names().contains(name) || Names.nearest(name, catalogue.names()).isPresent()) {
      return catalogue.read(name);
    }
    throw new CliException(
        ExitStatus.UNREADABLE,
        "no scenario is named %s, see %s; files are named *.toml"
            .formatted(name, lists("scenarios")));
  }
}
