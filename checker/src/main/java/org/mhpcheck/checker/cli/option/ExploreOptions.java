package org.mhpcheck.checker.cli.option;

import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.text.Words;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is explored, where no scenario says it: a small world, and who acts in it. */
public final class ExploreOptions {
  @Option(
      names = "--sections",
      paramLabel = "S",
      description = "1 to 8 (default with --kernel: 2, with --series: 1).")
  private Integer sections;

  @Option(
      names = "--any-sections",
      description =
          "Any number of sections: properties of single sections, by their states beside every"
              + " neighbour there can be.")
  private boolean anySections;

  @Option(
      names = "--subsections",
      paramLabel = "K",
      description =
          "Of one section, 2 to 512; with --kernel 2, 4, 8, 16, 32 or 64 (default with --kernel or"
              + " --series: 4).")
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
      description = "direct, device, private-device, memory-block, sparse (default: direct).")
  private List<String> callers;

  @Option(
      names = "--altmaps",
      split = ",",
      paramLabel = "ALTMAP",
      description = "What calls say of memmap: none, altmap, inaccessible (default: none).")
  private List<String> altmaps;

  @Mixin private WorldOptions world;

  @Option(names = "--faults", description = "Let allocations fail.")
  private boolean faults;

  @Option(
      names = "--walkers",
      description =
          "Let others look at sections meanwhile, without a lock: pfn_valid(), pfn_to_online_page()"
              + " and readers of pageblock flags; in a compiled kernel whole walks only.")
  private boolean walkers;

  /** Whether any of them is given. */
  public boolean given() {
    return Stream.of(sections, subsections, boot, callers, altmaps).anyMatch(o -> o != null)
        || faults
        || walkers
        || anySections
        || world.given();
  }

  public boolean saysHowLarge() {
    return (anySections || sections != null) && subsections != null;
  }

  public boolean isOfAnySections() {
    return anySections;
  }

  public boolean hasWalkers() {
    return walkers;
  }

  /** How large the world is, as far as the options do not say. */
  public void unlessSaid(int sectionsThen, int subsectionsThen) {
    if (!anySections) {
      sections = sections == null ? sectionsThen : sections;
    }
    subsections = subsections == null ? subsectionsThen : subsections;
  }

  public int subsections() {
    return subsections;
  }

  /** What was asked without being said. */
  public String defaults() {
    return "%s x %d subsections%s%s, where nothing else is said"
        .formatted(
            anySections ? "any number of sections" : Words.count(sections, "section"),
            subsections,
            callers == null ? ", callers direct" : "",
            faults ? "" : ", no faults");
  }

  /** Refuses what is said of one number of sections where it is any. */
  public void requireNoneOfOneNumber(boolean hasDepth, boolean stopsAtFirst) {
    refuseWithAnySections("--sections", sections != null);
    refuseWithAnySections("--depth", hasDepth);
    refuseWithAnySections("--stop-at-first", stopsAtFirst);
    refuseWithAnySections("--zones", world.keepsZones());
  }

  private void refuseWithAnySections(String option, boolean given) {
    if (anySections && given) {
      throw new CliException(
          ExitStatus.USAGE, "%s is for explorations: not with --any-sections".formatted(option));
    }
  }

  /** The question; it has to be known how large the world is. */
  public Question question(Limits limits) {
    if (anySections && walkers) {
      throw new CliException(
          ExitStatus.USAGE, "--walkers are not followed in any number of sections");
    }
    Question.Explore question =
        new Question.Explore(
            world.world(geometry()).withWalkers(walkers),
            layouts(),
            callers(),
            altmaps(),
            faults,
            limits);
    question
        .idle()
        .ifPresent(
            caller -> {
              throw new CliException(
                  ExitStatus.USAGE,
                  "the caller %s makes no call with these altmaps".formatted(caller.callerName()));
            });
    question
        .outsideZones()
        .ifPresent(
            caller -> {
              throw new CliException(
                  ExitStatus.USAGE,
                  "the caller %s moves nothing to a zone: not with --zones"
                      .formatted(caller.callerName()));
            });
    return anySections ? new Question.Compose(question) : question;
  }

  private Geometry geometry() {
    try {
      return new Geometry(sections(), subsections);
    } catch (IllegalArgumentException e) {
      // It tells which of both by the name that the option has, too.
      throw new CliException(ExitStatus.USAGE, (anySections ? "" : "--") + e.getMessage());
    }
  }

  /** Of any number, the fewest: those of one memory block. */
  private int sections() {
    return anySections ? world.block() : sections;
  }

  private List<BootLayout> layouts() {
    if (boot == null) {
      return BootLayout.DEFAULTS;
    }
    List<BootLayout> layouts = boot.stream().distinct().map(BootLayout::new).toList();
    layouts.forEach(l -> OptionValue.of("--boot", () -> l.ram(subsections)));
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
}
