package org.mhpcheck.checker.cli.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.KnownBugs;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.corpus.Entry;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.Architectures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Lists what can be named.")
public final class ListCommand implements Callable<Integer> {
  private final Environment environment;

  /** What there is to list; names are the words of the command line. */
  enum What {
    DESIGNS,
    CHANGES,
    PROPERTIES,
    ARCHES,
    SCENARIOS,
    CORPUS;

    /** What is typed, and what a shell completes. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "WHAT",
      description = "designs, changes, properties, arches, scenarios or corpus (the known bugs).")
  private What what;

  public ListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintStream out = environment.console().out();
    switch (what) {
      case DESIGNS -> {
        Stream.of(Release.values()).map(ListCommand::line).forEach(out::println);
        Stream.of(Series.values()).map(ListCommand::line).forEach(out::println);
        Stream.of(Option.values()).map(ListCommand::line).forEach(out::println);
      }
      case CHANGES -> Stream.of(Change.values()).map(ListCommand::line).forEach(out::println);
      case PROPERTIES -> Properties.all().stream().map(ListCommand::line).forEach(out::println);
      case ARCHES -> arches().forEach(out::println);
      case SCENARIOS ->
          Catalogue.scenarios().all().stream().map(ListCommand::line).forEach(out::println);
      case CORPUS -> corpus().forEach(out::println);
    }
    return 0;
  }

  private static String line(Release release) {
    if (release.base() != release) {
      String ported =
          release.ported().stream().map(c -> " + " + c.slug()).collect(Collectors.joining());
      String also =
          release.names().size() == 1
              ? ""
              : " (also "
                  + String.join(", ", release.names().subList(1, release.names().size()))
                  + ")";
      return "%-16s %s%s".formatted(release, release.base() + ported, also);
    }
    String brought =
        Stream.of(Change.values())
            .filter(c -> c.release() == release)
            .map(Change::slug)
            .collect(Collectors.joining(", "));
    return "%-16s %s".formatted(release, brought.isEmpty() ? "-" : brought);
  }

  private static String line(Series series) {
    return "%-16s with the first N of the %d patches of the series %s"
        .formatted(series.base() + "+1..N", series.patches().size(), series.text());
  }

  private static String line(Option option) {
    return "%-16s without %s; with it %s"
        .formatted("..-" + option.slug(), option.config(), option.text());
  }

  private static String line(Change change) {
    return "%-12s  %-30s  %-6s  %-7s %s"
        .formatted(
            change.hash().orElse("-"),
            change.slug(),
            change.release(),
            change.confidence().name().toLowerCase(Locale.ROOT),
            change.subject());
  }

  private static String line(Property property) {
    return "%-38s %s".formatted(property.name(), property.about().statement());
  }

  /** Shifts and sizes in bits, orders in log2 of pages; all as in Linux 6.12. */
  private static Stream<String> arches() {
    String form = "%-17s  %5s  %5s  %7s  %5s  %9s  %5s  %4s  %-7s  %s";
    String head =
        form.formatted(
            "", "page", "huge", "section", "max", "pageblock", "sub-", "", "", "memory hotplug");
    String units =
        form.formatted(
            "architecture",
            "shift",
            "shift",
            "bits",
            "order",
            "order",
            "sect.",
            "long",
            "VMEMMAP",
            "since");
    Design newest = Design.parse(Release.V7_2.releaseName());
    return Stream.concat(
        Stream.of(head.stripTrailing(), units),
        Architectures.all().stream()
            .map(
                a ->
                    form.formatted(
                        a.name(),
                        a.pageShift(),
                        a.hugePageShift().map(String::valueOf).orElse("-"),
                        a.sectionSizeBits(),
                        a.maxPageOrder(),
                        a.pageblockOrder(newest),
                        a.subsections(newest),
                        a.longBytes(),
                        a.vmemmap() ? "yes" : "no",
                        a.hotplugSince().map(Release::releaseName).orElse("-"))));
  }

  private static String line(Scenario scenario) {
    return "%-40s %s".formatted(scenario.name(), scenario.title());
  }

  private static Stream<String> corpus() {
    List<Entry> entries = Catalogue.corpus().entries();
    List<String> scenarios = Catalogue.scenarios().names();
    int widest = entries.stream().mapToInt(e -> e.title().length()).max().orElse(1);
    return entries.stream()
        .map(
            e -> {
              List<String> own = e.scenarios(scenarios);
              return "%s  %s%s  %s"
                  .formatted(
                      e.id(),
                      e.title(),
                      " ".repeat(widest - e.title().length()),
                      own.isEmpty()
                          ? "no scenario: " + KnownBugs.absence(e)
                          : String.join(", ", own));
            });
  }
}
