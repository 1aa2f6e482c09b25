package org.mhpcheck.checker.cli.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.corpus.Entry;
import org.mhpcheck.specs.property.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = {
      "Says what a property, a change, a scenario or a known bug is about.",
      "Of a bug of the corpus (list corpus) it tells the story, and runs its first scenario."
    })
public final class ExplainCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "NAME",
      description = "Of a property, a change or a scenario; or a bug's id, such as B01.")
  private String name;

  public ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintStream out = environment.console().out();
    Optional<Property> property = Properties.named(name);
    Optional<Change> change = Stream.of(Change.values()).filter(c -> c.isNamed(name)).findFirst();
    List<String> scenarios = Catalogue.scenarios().names();
    Optional<Entry> bug = Catalogue.corpus().named(name);
    if (bug.isPresent()) {
      return new BugStory(environment).tell(bug.get()).code();
    } else if (property.isPresent()) {
      explain(property.get().about(), out);
    } else if (change.isPresent()) {
      explain(change.get(), out);
    } else if (scenarios.contains(name)) {
      explain(Catalogue.scenarios().read(name), out);
    } else {
      throw misnamed(scenarios);
    }
    return 0;
  }

  private CliException misnamed(List<String> scenarios) {
    List<String> known = new ArrayList<>(scenarios);
    Properties.all().forEach(p -> known.add(p.name()));
    Stream.of(Change.values()).map(Change::slug).forEach(known::add);
    List<String> ids = Catalogue.corpus().ids();
    known.addAll(ids);
    // What looks like an id was meant as one, and is near to one in capitals only.
    String typed = name.toUpperCase(Locale.ROOT);
    return typed.matches("[A-Z][0-9]+")
        ? Catalogue.misnamed("bug of the corpus", typed, ids)
        : Catalogue.misnamedOfMany(
            "property, change, scenario or bug",
            name,
            known,
            "properties",
            "changes",
            "scenarios",
            "corpus");
  }

  private static void explain(About about, PrintStream out) {
    out.println(about.name());
    out.println("  holds if:   " + about.statement());
    out.println("  says so of: " + about.premise());
    out.println("  matters:    " + about.rationale());
    out.println("  rests on:   " + about.citation());
  }

  private static void explain(Change change, PrintStream out) {
    out.println(change.canonicalName() + " " + change.slug());
    out.println("  subject:    " + change.subject());
    out.println("  since:      " + change.release());
    out.println("  read in:    " + change.confidence().text());
    for (Series series : Series.values()) {
      series
          .number(change)
          .ifPresent(
              n ->
                  out.printf(
                      "  series:     %s, patch %d of %d on %s%n",
                      series.text(), n, series.patches().size(), series.base()));
    }
    out.println(
        "  alters:     "
            + (change.functions().isEmpty()
                ? "nothing that is modelled"
                : String.join(", ", change.functions())));
    change.needs().forEach(n -> out.println("  needs:      " + n.canonicalName() + " " + n.slug()));
  }

  private static void explain(Scenario scenario, PrintStream out) {
    out.println(scenario.name() + ": " + scenario.title());
    scenario.why().lines().forEach(l -> out.println("  " + l));
    for (Design design : scenario.designs()) {
      for (Property property : scenario.properties()) {
        scenario
            .expectation(design, property)
            .ifPresent(
                e ->
                    out.println(
                        "  expects %s of %s in %s%s%s"
                            .formatted(
                                e.verdict(),
                                property.name(),
                                design,
                                e.depth().map(d -> " after " + d + " calls").orElse(""),
                                e.known().map(k -> " (" + k + ")").orElse(""))));
      }
    }
  }
}
