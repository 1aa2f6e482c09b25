package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Asked;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.KnownFindings;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.ObligationFiles;
import org.mhpcheck.checker.cli.session.RunSession;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.terminal.ProofTable;
import org.mhpcheck.reports.terminal.SizesTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "prove",
    description = {
      "Proves, for sequences of any length or for the sizes of usages.",
      "By induction with a constraint solver, at the real geometry of architectures; or, with",
      "--usemap, by the solver and by evaluation.",
      "Where no --property is named, the findings that a packaged scenario knows of the design",
      "are expected; all others are asked without an expectation otherwise."
    })
public final class ProveCommand implements Callable<Integer> {
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

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description =
          "Write every obligation of the proofs as a file in SMT-LIB 2, by design, size and path.")
  private Path export;

  public ProveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (usemap) {
      return proveSizes();
    }
    if (design == null) {
      throw new CliException(ExitStatus.USAGE, "nothing to prove: give --design, or --usemap");
    }
    return proveSections(Catalogue.design(design));
  }

  private int proveSizes() {
    List<Architecture> architectures = Catalogue.architectures(arch).toList();
    List<NotAsked> notAsked = new ArrayList<>();
    Scenario scenario = scenario(new Question.Sizes(architectures, true), designs(), notAsked);
    notAsked.addAll(sayNothing(scenario));
    Console console = environment.console();
    new SizesTable(console.out(), console.width(), console.colour())
        .write(architectures, scenario.designs().stream().filter(this::isInTable).toList());
    return new RunSession(environment, output, false)
        .run(List.of(scenario), notAsked, RunSession.Tell.VIOLATIONS)
        .exitStatus()
        .code();
  }

  /** Of all releases, Linus's: each of the others is like a later one of his. */
  private boolean isInTable(Design asked) {
    return design != null || asked.release().base() == asked.release();
  }

  /** Of sizes: what says nothing in any of the designs asked. */
  private static List<NotAsked> sayNothing(Scenario scenario) {
    return scenario.properties().stream()
        .filter(p -> scenario.designs().stream().noneMatch(d -> saysSomething(p, d)))
        .map(p -> new NotAsked(p.name(), "says nothing there: " + p.about().premise()))
        .toList();
  }

  private static boolean saysSomething(Property property, Design design) {
    return ((Property.Arithmetic) property)
        .claim()
        .apply(SectionLayout.of(design, true))
        .isPresent();
  }

  private int proveSections(Design asked) {
    if (export != null) {
      ObligationFiles.requireDirectory(export);
    }
    List<NotAsked> notAsked = new ArrayList<>();
    List<Architecture> architectures = new ArrayList<>();
    for (Architecture architecture : Catalogue.architectures(arch).toList()) {
      if (architecture.vmemmap()) {
        architectures.add(architecture);
      } else {
        notAsked.add(
            new NotAsked(
                architecture.name(),
                "has no SPARSEMEM_VMEMMAP, and no hotplug: its sizes can be asked (--usemap)"));
      }
    }
    if (architectures.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE, "nothing to prove: %s %s".formatted(arch, notAsked.get(0).reason()));
    }
    Scenario scenario =
        scenario(new Question.Prove(List.copyOf(architectures)), List.of(asked), notAsked);
    requireSomethingToProve(scenario, asked, architectures);
    RunReport report =
        new RunSession(environment, output, false, export)
            .run(
                List.of(scenario),
                notAsked,
                scenario.expected().isPresent()
                    ? RunSession.Tell.SURPRISES
                    : RunSession.Tell.VIOLATIONS);
    Console console = environment.console();
    new ProofTable(console.out(), console.width(), console.colour()).write(report);
    return report.exitStatus().code();
  }

  /** Without hotplug there are the states that boot makes, and nothing else. */
  private void requireSomethingToProve(
      Scenario scenario, Design asked, List<Architecture> architectures) {
    boolean hotplugs = architectures.stream().anyMatch(a -> a.hotplugs(asked));
    if (!hotplugs && scenario.properties().stream().noneMatch(Property.OfState.class::isInstance)) {
      throw new CliException(
          ExitStatus.USAGE,
          "nothing to prove: memory is not hotplugged on %s in %s, and of what boot makes only"
                  .formatted(arch, asked)
              + " properties of states can be asked");
    }
  }

  private Scenario scenario(Question question, List<Design> designs, List<NotAsked> notAsked) {
    designs.stream()
        .flatMap(d -> question.refusedBy(d).stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.CONFIGURATION, why);
            });
    List<Property> asked =
        new ArrayList<>(Asked.properties(properties, question, Asked.ofSizes(usemap), notAsked));
    if (properties == null && !usemap) {
      designs.forEach(d -> leaveOutInaccessibleAltmaps(d, asked, notAsked));
    }
    return new Scenario(
        "prove",
        "asked on the command line",
        "",
        question,
        designs,
        List.copyOf(asked),
        properties == null ? KnownFindings.of(question, designs) : Optional.empty());
  }

  /** Of a design that knows none, what is said of them would be vacuous. */
  private static void leaveOutInaccessibleAltmaps(
      Design design, List<Property> asked, List<NotAsked> notAsked) {
    Altmap.INACCESSIBLE
        .refusedBy(design)
        .ifPresent(
            why ->
                asked.removeIf(
                    p -> {
                      boolean about = p.about().needs().contains(About.Need.INACCESSIBLE_ALTMAPS);
                      if (about) {
                        notAsked.add(new NotAsked(p.name(), why));
                      }
                      return about;
                    }));
  }

  private List<Design> designs() {
    return design != null
        ? List.of(Catalogue.design(design))
        : Stream.of(Release.values()).map(r -> Design.parse(r.releaseName())).toList();
  }
}
