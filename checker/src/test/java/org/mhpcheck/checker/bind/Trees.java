package org.mhpcheck.checker.bind;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The kernel trees at hand; a test that needs one that is not is skipped, and says so. */
final class Trees {
  private Trees() {}

  static KernelTree of(String version) {
    String variable = "MHPCHECK_TREE_" + version.replace('.', '_');
    String directory = System.getenv(variable);
    if (directory != null && !directory.isEmpty()) {
      return new KernelTree(Path.of(directory));
    }
    Optional<KernelTree> cached = new KernelPackage(version).cached(CacheDirectory.ofProcess());
    Assumptions.assumeTrue(
        cached.isPresent(),
        "no kernel tree: set %s, or run ./mhpcheck kernel get %s".formatted(variable, version));
    return cached.orElseThrow();
  }
}
