package org.mhpcheck.checker.cli.session;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.text.IoReason;

/** Deletes the oldest of the runs that lie beside each other, named by their time. */
public final class RunRetention {
  /**
   * As {@link org.mhpcheck.reports.RunDirectory#in} names them; what has another name is somebody's
   * own.
   */
  private static final Pattern NAME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}Z(-[0-9]{1,6})?");

  /** What begins with a dot is no run, and what ends so is one that was being deleted. */
  private static final Pattern GONE = Pattern.compile("\\." + NAME.pattern() + "\\.gone");

  /** A run that is not finished may be going on still, but for no longer than that. */
  private static final Duration LONGEST = Duration.ofDays(2);

  private RunRetention() {}

  /**
   * Keeps the newest runs in {@code parent}; finished or not, each counts. What was written since
   * {@code now} is the caller's own, however old its name is, and stays; so does what may be going
   * on.
   *
   * @param most how many, at least 1
   * @param now when the caller began
   * @return those that are gone, from old to new
   * @throws CliException if one cannot be deleted
   */
  public static List<Path> keep(Path parent, int most, Instant now) {
    List<Path> runs = runs(parent);
    List<Path> old =
        runs.subList(0, Math.max(0, runs.size() - most)).stream()
            .filter(run -> isOver(run, now))
            .toList();
    for (Path run : old) {
      try {
        // Under another name first: half a run must not be taken for one.
        Files.move(run, run.resolveSibling("." + name(run) + ".gone"));
      } catch (IOException e) {
        throw failed("delete the run", run, e);
      }
    }
    // Those that somebody was killed over before, too.
    for (Path gone : named(parent, GONE)) {
      try {
        MoreFiles.deleteRecursively(gone);
      } catch (IOException e) {
        throw failed("delete", gone, e);
      }
    }
    return old;
  }

  private static boolean isOver(Path run, Instant now) {
    try {
      Path summary = run.resolve(RunDirectory.JSON);
      return Files.exists(summary)
          ? Files.getLastModifiedTime(summary).toInstant().isBefore(now)
          : Files.getLastModifiedTime(run).toInstant().isBefore(now.minus(LONGEST));
    } catch (IOException e) {
      throw failed("look at the run", run, e);
    }
  }

  /** The runs in {@code parent}, from old to new. */
  static List<Path> runs(Path parent) {
    List<Path> runs = named(parent, NAME);
    runs.sort(Comparator.comparing(RunRetention::second).thenComparingInt(RunRetention::number));
    return runs;
  }

  private static List<Path> named(Path parent, Pattern pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        boolean isNamedSo = pattern.matcher(entry.getFileName().toString()).matches();
        if (isNamedSo && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw failed("list the runs in", parent, e);
    }
    return found;
  }

  private static CliException failed(String what, Path where, IOException why) {
    return new CliException(
        ExitStatus.SYSTEM, "cannot %s %s: %s".formatted(what, where, IoReason.of(why)));
  }

  private static String second(Path run) {
    return name(run).substring(0, name(run).indexOf('Z'));
  }

  /** The number of a run among those of its second. */
  private static int number(Path run) {
    String rest = name(run).substring(name(run).indexOf('Z') + 1);
    return rest.isEmpty() ? 1 : Integer.parseInt(rest.substring(1));
  }

  private static String name(Path run) {
    return run.getFileName().toString();
  }
}
