package org.mhpcheck.checker.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.cli.catalogue.Asked;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.option.BisectOption;
import org.mhpcheck.checker.cli.option.ExploreOptions;
import org.mhpcheck.checker.cli.option.LimitOptions;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.option.ResumeOption;
import org.mhpcheck.checker.cli.option.SimulateOptions;
import org.mhpcheck.checker.cli.session.RunSession;
import org.mhpcheck.checker.cli.tree.AskableOfTree;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.checker.cli.tree.WholeWalks;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.terminal.SeriesTable;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Explores every sequence of calls: of scenarios, or of what the options describe; or with"
          + " --simulate walks some of them at random.",
      "Without a scenario, --design, --sections (or --any-sections) and --subsections are needed;"
          + " or --kernel, which"
          + " asks a kernel tree instead of models, and expects nothing of it; or --series, which"
          + " asks a design for each of its patches."
    })
public final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  /** Small enough for every call of a compiled kernel to be asked in seconds. */
  private static final int SECTIONS_OF_TREE = 2;

  private static final int SUBSECTIONS_OF_TREE = 4;

  /** Enough for every mistake of a series that one section can show. */
  private static final int SECTIONS_OF_SERIES = 1;

  private static final int SUBSECTIONS_OF_SERIES = 4;

  @Mixin private OutputOptions output;
  @Mixin private LimitOptions limits;
  @Mixin private ResumeOption resume;
  @Mixin private BisectOption bisect;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = "A packaged scenario's name, or a scenario file.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--design",
      paramLabel = "D",
      description =
          "Such as v5.4+8068df3b6037; with --kernel, the one whose model stands beside the tree"
              + " (default: the nearest to its release).")
  private String design;

  @Option(
      names = "--series",
      paramLabel = "NAME",
      description =
          "Ask every design between the first patch of a series and the last, and end in a table of"
              + " what each of them breaks: subsection is the 13 patches of sub-section hotplug on"
              + " v5.2.")
  private String series;

  @Option(
      names = "--kernel",
      paramLabel = "DIR",
      description = "Ask the functions of this kernel tree, compiled in user space.")
  private Path kernel;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description =
          "Ask the tree with this patch (-p1) too, and tell what it changes. The tree stays as it"
              + " is; the patched one decides the exit status.")
  private Path patch;

  @Option(
      names = "--asan",
      description =
          "With --kernel: under AddressSanitizer and UndefinedBehaviorSanitizer, which is slower.")
  private boolean sanitized;

  @Mixin private ExploreOptions world;
  @Mixin private SimulateOptions simulation;

  @Option(
      names = "--property",
      split = ",",
      paramLabel = "P",
      description = "Only these (default: every property that applies).")
  private List<String> properties;

  @Option(names = "--stop-at-first", description = "Give up at the first violation.")
  private boolean stopAtFirst;

  public CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (kernel == null && patch != null) {
      throw new CliException(ExitStatus.USAGE, "--patch is for the tree of a --kernel");
    }
    if (kernel == null && sanitized) {
      throw new CliException(ExitStatus.USAGE, "--asan is for the tree of a --kernel");
    }
    if (kernel != null && resume.isGiven) {
      throw new CliException(
          ExitStatus.USAGE, "--resume is for models: explorations of a --kernel are not kept");
    }
    world.requireNoneOfOneNumber(limits.givesDepth(), stopAtFirst);
    simulation.requirePossible();
    simulation.refuseBeside("--any-sections", world.isOfAnySections());
    simulation.refuseBeside("--walkers", world.hasWalkers());
    simulation.refuseBeside("--series", series != null);
    simulation.refuseBeside("--states", limits.givesStates());
    simulation.refuseBeside("--memory", limits.givesMemory());
    simulation.refuseScenarios(!scenarios.isEmpty());
    ExitStatus answer = answer();
    int code = bisect.code(answer);
    if (code != answer.code()) {
      environment.console().out().printf("git bisect is told %d%n", code);
    }
    return code;
  }

  private ExitStatus answer() {
    if (series != null) {
      return checkSeries();
    }
    return kernel == null ? checkModels() : checkTree();
  }

  private ExitStatus checkModels() {
    RunSession session = new RunSession(environment, output, stopAtFirst).resuming(resume.isGiven);
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> asked =
        scenarios.isEmpty()
            ? List.of(described(() -> List.of(Catalogue.design(design)), notAsked))
            : read();
    return session.run(asked, notAsked, RunSession.Tell.VIOLATIONS).exitStatus();
  }

  private ExitStatus checkSeries() {
    if (!scenarios.isEmpty() || design != null || kernel != null) {
      throw new CliException(
          ExitStatus.USAGE,
          "--series says itself which designs are asked: no scenario, --design or --kernel with it");
    }
    Series asked = Catalogue.series(series);
    boolean takesDefaults = !world.saysHowLarge();
    world.unlessSaid(SECTIONS_OF_SERIES, SUBSECTIONS_OF_SERIES);
    List<NotAsked> notAsked = new ArrayList<>();
    Scenario scenario = described(asked::designs, notAsked);
    if (takesDefaults && !output.quiet) {
      sayDefaults();
    }
    RunReport report =
        new RunSession(environment, output, stopAtFirst)
            .resuming(resume.isGiven)
            .run(List.of(scenario), notAsked, RunSession.Tell.NONE);
    Console console = environment.console();
    new SeriesTable(console.out(), console.width(), console.colour()).write(report, asked);
    return report.exitStatus();
  }

  private ExitStatus checkTree() {
    boolean takesDefaults = scenarios.isEmpty() && !world.saysHowLarge();
    if (scenarios.isEmpty()) {
      world.unlessSaid(SECTIONS_OF_TREE, SUBSECTIONS_OF_TREE);
      Tree.requireCompilable(world.subsections(), "--subsections");
    }
    Optional<Design> named = Optional.ofNullable(design).map(Catalogue::design);
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> read = scenarios.isEmpty() ? List.of() : read();
    read.forEach(s -> AskableOfTree.refusal(s).ifPresent(why -> Tree.refuse(s.name(), why)));
    Configuration configuration = named.map(Tree::configuration).orElse(Configuration.VMEMMAP);
    Tree tree = Tree.at(kernel, configuration);
    Design beside = named.orElseGet(tree::nearestDesign);
    List<Scenario> described =
        scenarios.isEmpty()
            ? List.of(described(() -> List.of(beside), notAsked))
            : read.stream().map(s -> ofTree(s, beside)).toList();
    List<Scenario> asked = described.stream().map(s -> WholeWalks.only(s, notAsked)).toList();
    asked.forEach(s -> AskableOfTree.zones(s).ifPresent(why -> Tree.refuse(s.name(), why)));
    List<Tree> trees = new ArrayList<>(List.of(tree));
    if (patch != null) {
      trees.add(Tree.patched(kernel, patch, configuration));
    }
    AskedTrees askedTrees =
        new AskedTrees(trees, beside, sanitized ? Flavour.SANITIZED : Flavour.PLAIN);
    askedTrees.compile(asked);
    say(tree, beside, takesDefaults);
    return new RunSession(environment, output, stopAtFirst, Optional.of(askedTrees))
        .run(asked, notAsked, RunSession.Tell.VIOLATIONS)
        .exitStatus();
  }

  private void say(Tree tree, Design beside, boolean takesDefaults) {
    Console console = environment.console();
    tree.sayIfNewerThanCatalogue(console);
    if (output.quiet) {
      return;
    }
    console.remark(
        "%s, compiled%s; beside it the model of %s%s"
            .formatted(
                tree.name(),
                sanitized ? " with sanitizers" : "",
                beside,
                design == null ? ", the nearest in the catalogue" : ""));
    if (takesDefaults) {
      sayDefaults();
    }
  }

  private void sayDefaults() {
    environment.console().remark(world.defaults());
  }

  private static void requireAskable(Question question, Design design) {
    question
        .refusedBy(design)
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.CONFIGURATION, why);
            });
  }

  /** The scenario's question, asked of a tree of which nothing is expected. */
  private static Scenario ofTree(Scenario scenario, Design beside) {
    AskableOfTree.boots(scenario, beside).ifPresent(why -> Tree.refuse(scenario.name(), why));
    requireAskable(scenario.question(), beside);
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.why(),
        scenario.question(),
        List.of(beside),
        scenario.properties(),
        Optional.empty());
  }

  private List<Scenario> read() {
    boolean described = properties != null || world.given() || (design != null && kernel == null);
    if (described) {
      throw new CliException(
          ExitStatus.USAGE,
          "a scenario says itself what it asks: give scenarios, or the options that describe one");
    }
    ScenarioCatalogue catalogue = Catalogue.scenarios();
    List<Scenario> read = scenarios.stream().map(s -> withLimits(read(catalogue, s))).toList();
    requireDifferentNames(read);
    return read;
  }

  private static Scenario read(ScenarioCatalogue catalogue, String named) {
    Optional<Path> file = path(named).filter(p -> named.endsWith(".toml") || Files.exists(p));
    if (file.isEmpty() || catalogue.names().contains(named)) {
      return Catalogue.scenario(catalogue, named);
    }
    Catalogue.requireRegularFile(file.get());
    return catalogue.read(file.get());
  }

  /** Result lines and files go by scenarios' names. */
  private static void requireDifferentNames(List<Scenario> scenarios) {
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!names.add(scenario.name())) {
        throw new CliException(
            ExitStatus.USAGE, "more than one scenario is named " + scenario.name());
      }
    }
  }

  /** Empty if no file can be named so. */
  private static Optional<Path> path(String named) {
    try {
      return Optional.of(Path.of(named));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Scenario withLimits(Scenario scenario) {
    Question limited;
    if (scenario.question() instanceof Question.Explore q) {
      limited = q.withLimits(limits.limits(q.limits()));
    } else if (scenario.question() instanceof Question.Compose q) {
      if (limits.givesDepth() || stopAtFirst) {
        throw new CliException(
            ExitStatus.USAGE,
            "%s: --depth and --stop-at-first are for explorations, not for any number of sections"
                .formatted(scenario.name()));
      }
      limited = q.withLimits(limits.limits(q.smallest().limits()));
    } else {
      requireUnlimited(scenario);
      return scenario;
    }
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.why(),
        limited,
        scenario.designs(),
        scenario.properties(),
        scenario.expected(),
        scenario.counts());
  }

  /** What asks other engines knows no such end. */
  private void requireUnlimited(Scenario scenario) {
    boolean stops = stopAtFirst && !(scenario.question() instanceof Question.Simulate);
    if (limits.givesAny() || stops) {
      throw new CliException(
          ExitStatus.USAGE,
          "%s: --depth, --time, --states, --memory and --stop-at-first are for explorations"
              .formatted(scenario.name()));
    }
  }

  private Scenario described(Supplier<List<Design>> asked, List<NotAsked> notAsked) {
    boolean saysWhat = design != null || kernel != null || series != null;
    if (!saysWhat || !world.saysHowLarge()) {
      throw new CliException(
          ExitStatus.USAGE,
          "nothing to check: give scenarios, or --design, --sections (or --any-sections) and"
              + " --subsections, or --kernel, or --series");
    }
    List<Design> designs = asked.get();
    Question question = simulation.question(world.question(limits.limits(Limits.NONE)));
    designs.forEach(d -> requireAskable(question, d));
    List<Property> possible = Asked.properties(properties, question, Properties.all(), notAsked);
    List<Property> spoken =
        properties == null ? Asked.ofSome(designs, possible, notAsked) : possible;
    return new Scenario(
        "check",
        "asked on the command line",
        "",
        question,
        designs,
        List.copyOf(spoken),
        Optional.empty());
  }
}
