package org.mhpcheck.checker.bind.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.tool.Commands;

/** The kernel trees at hand; a test that needs one that is not is skipped, and says so. */
public final class Trees {
  private static final Path OF_COPIES = Path.of("target", "mutants").toAbsolutePath();

  private Trees() {}

  public static KernelTree of(String version) {
    assumeGcc();
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

  /**
   * Where to keep what is compiled of a tree, so that one program serves every test: of one at
   * hand, with all that is compiled of it; of a changed copy in {@code scratch}, for this build
   * alone.
   */
  public static Path cacheOf(KernelTree tree, Path scratch) {
    return isCopy(tree, scratch) ? OF_COPIES : CacheDirectory.ofProcess();
  }

  /** What to compile it for: nobody asks much of a changed copy. */
  public static Flavour flavourOf(KernelTree tree, Path scratch) {
    return isCopy(tree, scratch) ? Flavour.QUICK : Flavour.PLAIN;
  }

  private static boolean isCopy(KernelTree tree, Path scratch) {
    return tree.directory().startsWith(scratch);
  }

  /** For tests that compile: without a compiler they are skipped, and say so. */
  public static void assumeGcc() {
    try {
      Commands.run(List.of("gcc", "--version"), "", Path.of("/"));
    } catch (BindException e) {
      Assumptions.abort(e.getMessage());
    }
  }
}
