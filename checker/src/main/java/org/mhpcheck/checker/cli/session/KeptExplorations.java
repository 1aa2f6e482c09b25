package org.mhpcheck.checker.cli.session;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.explore.CheckpointException;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.FiredBeside;
import org.mhpcheck.checker.run.Keeping;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.reports.text.IoReason;

/**
 * Explorations of more than a minute, kept in the cache directory by what is asked. Those of kernel
 * trees are not: a tree can be another one by the time that it is asked again.
 */
final class KeptExplorations implements Keeping {
  private static final Duration WORTH_KEEPING = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = Duration.ofDays(30);
  private static final int DIGITS = 32;

  private final String build;
  private final boolean resumes;
  private final boolean isOneOfMany;
  private final SortedSet<String> remarks = new ConcurrentSkipListSet<>();

  /**
   * @param build of the checker: what another build has kept is another exploration
   * @param resumes whether to go on with what is kept
   * @param isOneOfMany whether other answers are not to be lost over one that cannot be gone on
   *     with: then it is begun anew
   */
  KeptExplorations(String build, boolean resumes, boolean isOneOfMany) {
    this.build = build;
    this.resumes = resumes;
    this.isOneOfMany = isOneOfMany;
  }

  /**
   * Deletes what nobody has gone on with for so long that nobody will: another build never does.
   */
  static void deleteForgotten(Path directory, Instant now) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FORGOTTEN))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It is in nobody's way but the disk's, and the next run tries again.
    }
  }

  static Path directory() {
    return CacheDirectory.ofProcess().resolve("explorations");
  }

  /** What could not be kept, or gone on with. */
  SortedSet<String> remarks() {
    return remarks;
  }

  @Override
  public boolean beginsAnew(CheckpointException why) {
    if (isOneOfMany) {
      remarks.add(why.getMessage() + "; it was begun anew");
    }
    return isOneOfMany;
  }

  @Override
  public Optional<Checkpoints> of(
      AskedKernel asked, Question.Explore question, List<Property> properties) {
    if (!asked.isModel()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>();
    all.add(build);
    all.add(asked.name());
    all.add(question.withLimits(Limits.NONE).toString());
    properties.forEach(p -> all.add(p.name()));
    String of = String.join("\n", all);
    String name = Hashing.sha256().hashString(of, StandardCharsets.UTF_8).toString();
    Path file = directory().resolve(name.substring(0, DIGITS));
    return Optional.of(
        new Checkpoints(
            file,
            of,
            resumes,
            WORTH_KEEPING,
            FiredBeside.of(asked.kernel()),
            why -> remarks.add("an exploration is not kept: " + IoReason.of(why))));
  }
}
