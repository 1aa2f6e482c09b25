package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Explores every sequence of calls: of scenarios, or of what the options describe.",
      "Without a scenario, --design, --sections and --subsections are needed; or --kernel, which"
          + " asks a kernel tree instead of models, and expects nothing of it."
    })
final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  /** Small enough for every call of a compiled kernel to be asked in seconds. */
  private static final int SECTIONS_OF_TREE = 2;

  private static final int SUBSECTIONS_OF_TREE = 4;

  @Mixin private OutputOptions output;
  @Mixin private LimitOptions limits;

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

  @Option(
      names = "--sections",
      paramLabel = "S",
      description = "1 to 8 (default with --kernel: 2).")
  private Integer sections;

  @Option(
      names = "--subsections",
      paramLabel = "K",
      description =
          "Of one section, 2 to 512; with --kernel 2, 4, 8, 16, 32 or 64 (default then: 4).")
  private Integer subsections;

  @Option(
      names = "--boot",
      split = ",",
      paramLabel = "LAYOUT",
      description =
          "Layouts of each section: absent, full, lower-half, upper-half, or digits such as 1000"
              + " (default: absent,full,lower-half).")
  private List<String> boot;

  @Option(
      names = "--callers",
      split = ",",
      paramLabel = "CALLER",
      description = "direct, device (default: direct).")
  private List<String> callers;

  @Option(
      names = "--altmaps",
      split = ",",
      paramLabel = "ALTMAP",
      description = "What calls say of memmap: none, altmap, inaccessible (default: none).")
  private List<String> altmaps;

  @Option(names = "--faults", description = "Let allocations fail.")
  private boolean faults;

  @Option(
      names = "--property",
      split = ",",
      paramLabel = "P",
      description = "Only these (default: every property that applies).")
  private List<String> properties;

  @Option(names = "--stop-at-first", description = "Give up at the first violation.")
  private boolean stopAtFirst;

  CheckCommand(Environment environment) {
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
    return kernel == null ? checkModels() : checkTree();
  }

  private int checkModels() {
    RunSession session = new RunSession(environment, output, stopAtFirst);
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> asked =
        scenarios.isEmpty() ? List.of(described(Catalogue::design, notAsked)) : read();
    return session.run(asked, notAsked, RunSession.Tell.VIOLATIONS).code();
  }

  private int checkTree() {
    boolean takesDefaults = scenarios.isEmpty() && (sections == null || subsections == null);
    if (scenarios.isEmpty()) {
      sections = sections == null ? SECTIONS_OF_TREE : sections;
      subsections = subsections == null ? SUBSECTIONS_OF_TREE : subsections;
      Tree.requireCompilable(subsections, "--subsections");
    }
    Optional<Design> named = Optional.ofNullable(design).map(Catalogue::design);
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> read = scenarios.isEmpty() ? List.of() : read();
    read.forEach(CheckCommand::requireOfTrees);
    Tree tree = Tree.at(kernel);
    Design beside = named.orElseGet(tree::nearestDesign);
    List<Scenario> asked =
        scenarios.isEmpty()
            ? List.of(described(d -> beside, notAsked))
            : read.stream().map(s -> ofTree(s, beside)).toList();
    List<Tree> trees = new ArrayList<>(List.of(tree));
    if (patch != null) {
      trees.add(Tree.patched(kernel, patch));
    }
    AskedTrees askedTrees =
        new AskedTrees(trees, beside, sanitized ? Flavour.SANITIZED : Flavour.PLAIN);
    askedTrees.compile(asked);
    say(tree, beside, takesDefaults);
    return new RunSession(environment, output, stopAtFirst, Optional.of(askedTrees))
        .run(asked, notAsked, RunSession.Tell.VIOLATIONS)
        .code();
  }

  private void say(Tree tree, Design beside, boolean takesDefaults) {
    PrintStream err = environment.console().err();
    tree.sayIfNewerThanCatalogue(err);
    if (output.quiet) {
      return;
    }
    err.printf(
        "mhpcheck: %s, compiled%s; beside it the model of %s%s%n",
        tree.name(),
        sanitized ? " with sanitizers" : "",
        beside,
        design == null ? ", the nearest in the catalogue" : "");
    if (takesDefaults) {
      err.printf(
          "mhpcheck: %d sections x %d subsections%s%s, where nothing else is said%n",
          sections,
          subsections,
          callers == null ? ", callers direct" : "",
          faults ? "" : ", no faults");
    }
  }

  /** Proofs and sizes are of models. */
  private static void requireOfTrees(Scenario scenario) {
    if (!(scenario.question() instanceof Question.Explore question)) {
      throw new CliException(
          ExitStatus.USAGE,
          "%s: a kernel tree can be explored, not proved: proofs are of models"
              .formatted(scenario.name()));
    }
    Tree.requireCompilable(question.geometry().subsections(), scenario.name());
  }

  private static void requireKnownAltmaps(Question.Explore question, Design design) {
    question
        .refusedBy(design)
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.CONFIGURATION, why);
            });
  }

  /** The scenario's question, asked of a tree of which nothing is expected. */
  private static Scenario ofTree(Scenario scenario, Design beside) {
    requireKnownAltmaps((Question.Explore) scenario.question(), beside);
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
    boolean described =
        Stream.of(sections, subsections, boot, callers, altmaps, properties)
                .anyMatch(o -> o != null)
            || faults
            || (design != null && kernel == null);
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
    if (catalogue.names().contains(named)) {
      return catalogue.read(named);
    }
    boolean looksLikeFile = named.endsWith(".toml") || isFile(named);
    if (!looksLikeFile) {
      return catalogue.read(named);
    }
    Catalogue.requireRegularFile(Path.of(named));
    return catalogue.read(Path.of(named));
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

  private static boolean isFile(String named) {
    try {
      return Files.isRegularFile(Path.of(named));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Scenario withLimits(Scenario scenario) {
    if (!(scenario.question() instanceof Question.Explore q)) {
      return scenario;
    }
    Question limited = q.withLimits(limits.limits(q.limits()));
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.why(),
        limited,
        scenario.designs(),
        scenario.properties(),
        scenario.expected());
  }

  private Scenario described(Function<String, Design> designNamed, List<NotAsked> notAsked) {
    if ((design == null && kernel == null) || sections == null || subsections == null) {
      throw new CliException(
          ExitStatus.USAGE,
          "nothing to check: give scenarios, or --design, --sections and --subsections, or --kernel");
    }
    Design parsed = designNamed.apply(design);
    Question.Explore question =
        new Question.Explore(
            usage(() -> new Geometry(sections, subsections)),
            layouts(),
            callers(),
            altmaps(),
            faults,
            limits.limits(Limits.NONE));
    question
        .idle()
        .ifPresent(
            caller -> {
              throw new CliException(
                  ExitStatus.USAGE,
                  "the caller %s makes no call with these altmaps".formatted(caller.callerName()));
            });
    requireKnownAltmaps(question, parsed);
    return new Scenario(
        "check",
        "asked on the command line",
        "",
        question,
        List.of(parsed),
        Asked.properties(properties, question, Properties.all(), notAsked),
        Optional.empty());
  }

  private List<BootLayout> layouts() {
    if (boot == null) {
      return BootLayout.DEFAULTS;
    }
    List<BootLayout> layouts = boot.stream().distinct().map(BootLayout::new).toList();
    layouts.forEach(l -> usage(() -> l.ram(subsections)));
    return layouts;
  }

  private List<Caller> callers() {
    if (callers == null) {
      return List.of(Caller.DIRECT);
    }
    List<String> names = Stream.of(Caller.values()).map(Caller::callerName).toList();
    return callers.stream()
        .distinct()
        .map(
            name ->
                Stream.of(Caller.values())
                    .filter(c -> c.callerName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Catalogue.misnamed("caller", name, names)))
        .toList();
  }

  private List<Altmap> altmaps() {
    if (altmaps == null) {
      return List.of(Altmap.NONE);
    }
    List<String> names = Stream.of(Altmap.values()).map(Altmap::text).toList();
    return altmaps.stream()
        .distinct()
        .map(
            name ->
                Stream.of(Altmap.values())
                    .filter(a -> a.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Catalogue.misnamed("altmap", name, names)))
        .toList();
  }

  /** What the model refuses as impossible is, on the command line, wrong usage. */
  private static <T> T usage(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitStatus.USAGE, e.getMessage());
    }
  }
}
