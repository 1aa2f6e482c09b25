package org.mhpcheck.checker.cli.session;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.text.IoReason;

/** Deletes the oldest of the runs that lie beside each other, named by their time. */
public final class RunRetention {
  /**
   * As {@link org.mhpcheck.reports.RunDirectory#in} names them; what has another name is somebody's
   * own.
   */
  private static final Pattern NAME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}Z(-[0-9]+)?");

  private RunRetention() {}

  /**
   * Keeps the newest runs in {@code parent}; finished or not, each counts.
   *
   * @param most how many, at least 1
   * @return those that are gone, from old to new
   * @throws CliException if one cannot be deleted
   */
  public static List<Path> keep(Path parent, int most) {
    List<Path> runs = runs(parent);
    List<Path> old = runs.subList(0, Math.max(0, runs.size() - most));
    for (Path run : old) {
      try {
        // Under another name first: half a run must not be taken for one.
        Path gone = Files.move(run, run.resolveSibling("." + name(run) + ".gone"));
        MoreFiles.deleteRecursively(gone);
      } catch (IOException e) {
        throw failed("delete the run", run, e);
      }
    }
    return List.copyOf(old);
  }

  /** The runs in {@code parent}, from old to new. */
  static List<Path> runs(Path parent) {
    List<Path> runs = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        boolean isNamedSo = NAME.matcher(entry.getFileName().toString()).matches();
        if (isNamedSo && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          runs.add(entry);
        }
      }
    } catch (IOException e) {
      throw failed("list the runs in", parent, e);
    }
    runs.sort(Comparator.comparing(RunRetention::second).thenComparingInt(RunRetention::number));
    return runs;
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
