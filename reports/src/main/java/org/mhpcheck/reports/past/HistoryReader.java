package org.mhpcheck.reports.past;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.reports.past.History.Named;
import org.mhpcheck.reports.text.IoReason;
import org.mhpcheck.reports.text.Words;

/**
 * Finds the runs that asked the same in a directory of runs. Of those that asked something else
 * only the beginning is read, so that thousands may lie there.
 */
public final class HistoryReader {
  private static final int MOST_RUNS = 30;

  private final Path parent;

  /** A run whose beginning was read. */
  private record Found(Path directory, Instant started) {
    String name() {
      return String.valueOf(directory.getFileName());
    }
  }

  /**
   * @param parent what the directories of runs are in
   */
  public HistoryReader(Path parent) {
    this.parent = parent;
  }

  /**
   * The runs that began before {@code now}, and it itself as the last: at most 30. It may be
   * written already or not. What cannot be read is told, and hinders nothing.
   */
  public History upTo(PastRun now) {
    List<String> unreadable = new ArrayList<>();
    Instant end = now.started().orElse(Instant.MAX);
    List<Found> earlier =
        found(AskedCommand.of(now.command()), unreadable).stream()
            .filter(f -> f.started().isBefore(end))
            .sorted(Comparator.comparing(Found::started).thenComparing(Found::name))
            .toList();
    List<Named> runs = new ArrayList<>();
    for (Found f : earlier.subList(Math.max(0, earlier.size() - MOST_RUNS + 1), earlier.size())) {
      read(f, unreadable).ifPresent(runs::add);
    }
    runs.add(new Named(Optional.empty(), now));
    return History.of(runs, unreadable);
  }

  /** In no particular order. */
  private List<Found> found(AskedCommand asked, List<String> unreadable) {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(parent)) {
      return found;
    }
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, this::isRun)) {
      for (Path directory : directories) {
        head(directory, asked, unreadable).ifPresent(found::add);
      }
    } catch (IOException e) {
      unreadable.add(
          "cannot list %s: %s".formatted(Words.visible(parent.toString()), IoReason.of(e)));
    }
    unreadable.sort(Comparator.naturalOrder());
    return found;
  }

  /** A link, such as {@code latest}, is to a run that is found anyway. */
  private boolean isRun(Path directory) {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && Files.exists(directory.resolve(PastRunReader.FILE));
  }

  private Optional<Found> head(Path directory, AskedCommand asked, List<String> unreadable) {
    try {
      PastRunReader.Head head = PastRunReader.readHead(directory);
      return AskedCommand.of(head.command()).equals(asked)
          ? Optional.of(new Found(directory, head.started()))
          : Optional.empty();
    } catch (PastRunException e) {
      unreadable.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Named> read(Found found, List<String> unreadable) {
    try {
      return Optional.of(
          new Named(Optional.of(found.name()), PastRunReader.read(found.directory())));
    } catch (PastRunException e) {
      unreadable.add(e.getMessage());
      return Optional.empty();
    }
  }
}
