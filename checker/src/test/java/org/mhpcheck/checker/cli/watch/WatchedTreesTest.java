package org.mhpcheck.checker.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.model.answer.ExitStatus;

/** Several trees in one night. */
class WatchedTreesTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path directory;

  private ExitStatus watched(KernelTree... trees) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    OutputOptions output = new OutputOptions();
    output.out = directory.resolve("night");
    return new WatchedTrees(
            new Environment(
                new Console(out, to, false, false, 80),
                new Interrupt(),
                List.of("nightly", "--full")),
            output,
            new TreeWatch.Extent(
                "conform/loops=2x4"::equals, false, TimeBudget.NONE, Optional.empty()))
        .watchAll(List.of(trees));
  }

  @Test
  void oneThatCannotBeAskedKeepsNoneFromIt() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path none = directory.resolve("none");
    for (String file : List.of("mm/sparse.c", "include/linux/mmzone.h")) {
      Files.createDirectories(none.resolve(file).getParent());
      Files.writeString(none.resolve(file), "");
    }
    assertEquals(ExitStatus.CONFIGURATION, watched(new KernelTree(none), tree));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(
        told.startsWith(
            "mhpcheck: none could not be watched:\nmhpcheck: the tree has no function "),
        told);
    assertFalse(Files.exists(directory.resolve("night-none")));
    Path watched = directory.resolve("night-" + tree.directory().getFileName());
    assertTrue(Files.exists(watched.resolve("summary.json")), told);
  }

  @Test
  void allThatAgreeAreAsExpected() {
    assertEquals(ExitStatus.OK, watched(Trees.of("6.12")));
  }

  @Test
  void noneAtHandIsSaid() {
    assertEquals(ExitStatus.OK, watched());
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("no kernel tree is at hand"));
  }
}
