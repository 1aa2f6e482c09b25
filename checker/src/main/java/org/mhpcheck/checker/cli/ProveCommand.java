package org.mhpcheck.checker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "prove",
    description = {
      "Proves, for sequences of any length or for the sizes of usages.",
      "By induction with a constraint solver, at the real geometry of architectures; or, with",
      "--usemap, by the solver and by evaluation."
    })
final class ProveCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private OutputOptions output;

  @Option(
      names = "--design",
      paramLabel = "D",
      description = "Needed; with --usemap, every release if none is given.")
  private String design;

  @Option(names = "--arch", paramLabel = "NAME", description = "Or all (default: all).")
  private String arch = "all";

  @Option(names = "--property", split = ",", paramLabel = "P", description = "Only these.")
  private List<String> properties;

  @Option(names = "--usemap", description = "The arithmetic of usage sizes.")
  private boolean usemap;

  ProveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    RunSession session = new RunSession(environment, output, false);
    if (design == null && !usemap) {
      throw new CliException(ExitStatus.USAGE, "nothing to prove: give --design, or --usemap");
    }
    List<Architecture> architectures = Catalogue.architectures(arch).toList();
    Question question =
        usemap ? new Question.Sizes(architectures) : new Question.Prove(architectures);
    List<NotAsked> notAsked = new ArrayList<>();
    Scenario scenario =
        new Scenario(
            "prove",
            "asked on the command line",
            "",
            question,
            designs(),
            Asked.properties(properties, question, askable(), notAsked),
            Optional.empty());
    if (usemap) {
      output.verbose = true; // the sizes are remarks, and what was asked for
    }
    return session.run(List.of(scenario), notAsked, RunSession.Tell.VIOLATIONS).exitStatus().code();
  }

  /** Sizes and sections have no property in common: those of the other are not worth a word. */
  private List<Property> askable() {
    return Properties.all().stream()
        .filter(p -> p instanceof Property.Arithmetic == usemap)
        .toList();
  }

  private List<Design> designs() {
    return design != null
        ? List.of(Catalogue.design(design))
        : Stream.of(Release.values()).map(r -> Design.parse(r.releaseName())).toList();
  }
}
