package org.mhpcheck.checker.cli.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mhpcheck.checker.cli.catalogue.Coverage;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.past.AskedCommand;
import org.mhpcheck.reports.text.Words;

/**
 * One run made of several that asked parts of it. All shards have to be there, and nothing may be
 * answered twice: what is merged is as complete as it looks.
 */
public final class MergedRun {
  private static final String SHARD = "--shard";

  private final Environment environment;
  private final List<Source> sources;

  /**
   * A run that was read back.
   *
   * @param path as it was given
   */
  public record Source(Path path, RunReport run) {

    /** Its words without the shard, and the shard. */
    Optional<Map.Entry<List<String>, Shard>> shard() {
      List<String> words = new ArrayList<>();
      Optional<String> shard = Optional.empty();
      List<String> all = AskedCommand.of(run.command()).words();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).equals(SHARD) && i + 1 < all.size()) {
          i++;
          shard = Optional.of(all.get(i));
        } else if (all.get(i).startsWith(SHARD + "=")) {
          shard = Optional.of(all.get(i).substring(SHARD.length() + 1));
        } else {
          words.add(all.get(i));
        }
      }
      return shard.map(s -> Map.entry(List.copyOf(words), parsed(s)));
    }

    private Shard parsed(String shard) {
      try {
        return Shard.parse(shard);
      } catch (CliException e) {
        throw unreadable(this, e.getMessage()); // whoever typed that typed it into another run
      }
    }
  }

  /**
   * @param sources not empty
   */
  public MergedRun(Environment environment, List<Source> sources) {
    this.environment = environment;
    this.sources = sources;
  }

  /**
   * @param scenarios the names of all there are, in the order of a run that asks them at once
   * @throws CliException if it would not be what a single run would have been
   */
  public RunReport report(List<String> scenarios) {
    sources.forEach(this::requireVersion);
    requireAllShards();
    requireNothingTwice();
    Map<String, Integer> order = new HashMap<>();
    scenarios.forEach(s -> order.put(s, order.size()));
    List<Finding> findings =
        sources.stream()
            .flatMap(s -> s.run().findings().stream())
            .sorted(Comparator.comparing(f -> order.get(f.scenario().name())))
            .toList();
    List<NotAsked> notAsked = sources.stream().flatMap(s -> s.run().notAsked().stream()).toList();
    ExitStatus graded = findings.isEmpty() ? ExitStatus.INCONCLUSIVE : Grading.status(findings);
    RunReport merged =
        new RunReport(
            environment.version(),
            environment.command(),
            timing(),
            findings,
            notAsked,
            List.of(),
            mutants(),
            Optional.empty(),
            sources.stream().allMatch(s -> s.run().complete()),
            sources.stream().map(s -> s.run().exitStatus()).reduce(graded, ExitStatus::worse));
    return coverage(merged).map(merged::with).orElse(merged);
  }

  /** What has fired in any of them; empty if one does not tell. */
  private Optional<CoverageReport> coverage(RunReport merged) {
    if (!sources.stream().allMatch(s -> s.run().coverage().isPresent())) {
      return Optional.empty();
    }
    SortedSet<String> fired = new TreeSet<>();
    sources.forEach(s -> fired.addAll(s.run().coverage().get().fired()));
    Set<String> asked = new HashSet<>();
    merged.findings().forEach(f -> asked.add(f.scenario().name()));
    return Optional.of(Coverage.of(asked).of(fired, merged.complete()));
  }

  private void requireVersion(Source source) {
    if (!source.run().version().equals(environment.version())) {
      throw unreadable(
          source,
          "found a run of mhpcheck %s, expected one of %s"
              .formatted(Words.brief(source.run().version()), environment.version()));
    }
  }

  /** Of each run that was asked in shards, all of them. */
  private void requireAllShards() {
    Map<List<String>, Integer> of = new HashMap<>();
    Map<List<String>, Set<Integer>> found = new HashMap<>();
    for (Source source : sources) {
      source
          .shard()
          .ifPresent(
              e -> {
                int shards = e.getValue().of();
                if (of.merge(e.getKey(), shards, (a, b) -> a) != shards) {
                  throw unreadable(
                      source,
                      "found one of %d shards, expected one of %d as before"
                          .formatted(shards, of.get(e.getKey())));
                }
                found.computeIfAbsent(e.getKey(), k -> new TreeSet<>()).add(e.getValue().number());
              });
    }
    found.forEach(
        (asked, numbers) -> {
          for (int i = 1; i <= of.get(asked); i++) {
            if (!numbers.contains(i)) {
              throw new CliException(
                  ExitStatus.UNREADABLE,
                  "shard %d/%d of '%s' is not among the runs, expected all of them"
                      .formatted(i, of.get(asked), String.join(" ", asked)));
            }
          }
        });
  }

  private void requireNothingTwice() {
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      for (Finding finding : source.run().findings()) {
        if (!ids.add(finding.id())) {
          throw unreadable(
              source, "found %s, expected no answer that another run has".formatted(finding.id()));
        }
      }
    }
    if (sources.stream().filter(s -> s.run().mutants().isPresent()).count() > 1) {
      throw new CliException(
          ExitStatus.UNREADABLE, "found several runs with planted faults, expected one at most");
    }
  }

  private Optional<MutantReport> mutants() {
    return sources.stream().flatMap(s -> s.run().mutants().stream()).findFirst();
  }

  /** From the first start to the last end; empty where one was told without times. */
  private Optional<RunReport.Timing> timing() {
    List<RunReport.Timing> all = sources.stream().flatMap(s -> s.run().timing().stream()).toList();
    if (all.size() < sources.size()) {
      return Optional.empty();
    }
    Instant start =
        all.stream().map(RunReport.Timing::started).min(Comparator.naturalOrder()).orElseThrow();
    Instant end =
        all.stream()
            .map(t -> t.started().plus(t.time()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Optional.of(new RunReport.Timing(start, Duration.between(start, end)));
  }

  private static CliException unreadable(Source source, String why) {
    return new CliException(ExitStatus.UNREADABLE, source.path() + ": " + why);
  }
}
