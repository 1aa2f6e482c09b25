package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Says what a property, a change or a scenario is about.")
final class ExplainCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "NAME", description = "Of a property, a change or a scenario.")
  private String name;

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintStream out = environment.console().out();
    Optional<Property> property = Properties.named(name);
    Optional<Change> change = Stream.of(Change.values()).filter(c -> c.isNamed(name)).findFirst();
    List<String> scenarios = Catalogue.scenarios().names();
    if (property.isPresent()) {
      explain(property.get().about(), out);
    } else if (change.isPresent()) {
      explain(change.get(), out);
    } else if (scenarios.contains(name)) {
      explain(Catalogue.scenarios().read(name), out);
    } else {
      List<String> known = new ArrayList<>(scenarios);
      Properties.all().forEach(p -> known.add(p.name()));
      Stream.of(Change.values()).map(Change::slug).forEach(known::add);
      throw Catalogue.misnamed("property, change or scenario", name, known);
    }
    return 0;
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
    out.println("  alters:     " + String.join(", ", change.functions()));
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
