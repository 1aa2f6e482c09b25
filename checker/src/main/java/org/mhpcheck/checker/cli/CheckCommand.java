package org.mhpcheck.checker.cli;

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
import java.util.stream.Stream;
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
      "Without a scenario, --design, --sections and --subsections are needed."
    })
final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private OutputOptions output;
  @Mixin private LimitOptions limits;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = "A packaged scenario's name, or a scenario file.")
  private List<String> scenarios = new ArrayList<>();

  @Option(names = "--design", paramLabel = "D", description = "Such as v5.4+8068df3b6037.")
  private String design;

  @Option(names = "--sections", paramLabel = "S", description = "1 to 8.")
  private Integer sections;

  @Option(names = "--subsections", paramLabel = "K", description = "Of one section, 2 to 512.")
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
    RunSession session = new RunSession(environment, output, stopAtFirst);
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> asked = scenarios.isEmpty() ? List.of(described(notAsked)) : read();
    return session.run(asked, notAsked, RunSession.Tell.VIOLATIONS).code();
  }

  private List<Scenario> read() {
    boolean described =
        Stream.of(design, sections, subsections, boot, callers, altmaps, properties)
                .anyMatch(o -> o != null)
            || faults;
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

  private Scenario described(List<NotAsked> notAsked) {
    if (design == null || sections == null || subsections == null) {
      throw new CliException(
          ExitStatus.USAGE,
          "nothing to check: give scenarios, or --design, --sections and --subsections");
    }
    Design parsed = Catalogue.design(design);
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
    question
        .refusedBy(parsed)
        .ifPresent(
            why -> {
              throw new CliException(ExitStatus.CONFIGURATION, why);
            });
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
