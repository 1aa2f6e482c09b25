package org.mhpcheck.checker.cli.session;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.FiredBeside;
import org.mhpcheck.checker.run.Keeping;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;

/**
 * Explorations of more than a minute, kept in the cache directory by what is asked. Those of kernel
 * trees are not: a tree can be another one by the time that it is asked again.
 */
final class KeptExplorations implements Keeping {
  private static final Duration WORTH_KEEPING = Duration.ofMinutes(1);
  private static final int DIGITS = 32;

  private final String build;
  private final boolean resumes;

  /**
   * @param build of the checker: what another build has kept is another exploration
   * @param resumes whether to go on with what is kept
   */
  KeptExplorations(String build, boolean resumes) {
    this.build = build;
    this.resumes = resumes;
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
    Path file =
        CacheDirectory.ofProcess().resolve("explorations").resolve(name.substring(0, DIGITS));
    return Optional.of(
        new Checkpoints(file, of, resumes, WORTH_KEEPING, FiredBeside.of(asked.kernel())));
  }
}
