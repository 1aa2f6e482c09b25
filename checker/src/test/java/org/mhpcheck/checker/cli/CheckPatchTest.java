package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.CacheDirectory;

/** A tree before and after a patch, which is made of the tree's own text, one line turned round. */
class CheckPatchTest {
  private static final String FILE = "mm/sparse-vmemmap.c";
  private static final String TEST = "!PageReserved(";

  @TempDir private Path directory;

  private CommandLineRun check(KernelTree tree, Path patch) {
    return CommandLineRun.check(
        directory, "--quiet --kernel %s --patch %s".formatted(tree.directory(), patch));
  }

  /** That frees boot's usages and keeps the others. */
  private Path patch(KernelTree tree, String file, String context) throws IOException {
    List<String> lines =
        Files.readAllLines(tree.directory().resolve(file), StandardCharsets.ISO_8859_1);
    int at = 0;
    while (!lines.get(at).contains(TEST)) {
      at++;
    }
    String text =
        String.join(
            "\n",
            "Subject: [PATCH] turn a test round",
            "---",
            " " + file + " | 2 +-",
            "--- a/" + file,
            "+++ b/" + file,
            "@@ -%d,3 +%d,3 @@".formatted(at, at),
            " " + lines.get(at - 1) + context,
            "-" + lines.get(at),
            "+" + lines.get(at).replace(TEST, TEST.substring(1)),
            " " + lines.get(at + 1),
            "-- ",
            "2.39.5",
            "");
    return Files.writeString(
        directory.resolve("turn-round.patch"), text, StandardCharsets.ISO_8859_1);
  }

  private static long leftInCache() throws IOException {
    Path patched = CacheDirectory.ofProcess().resolve("patched");
    if (!Files.isDirectory(patched)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(patched)) {
      return files.filter(f -> f.getFileName().toString().startsWith("apply-")).count();
    }
  }

  @Test
  void breaksAPropertyAfterAndNotBefore() throws IOException {
    KernelTree tree = Trees.of("6.12");
    String before = Files.readString(tree.directory().resolve(FILE), StandardCharsets.ISO_8859_1);
    String freed = "/boot-usage-never-freed";
    CommandLineRun run = check(tree, patch(tree, FILE, "")).endsWith(12);
    run.hasLine("HOLDS check@" + tree.name() + freed + " ");
    run.hasLine("VIOLATED check@" + tree.name() + "+turn-round" + freed + " ");
    run.hasLine(
        "CHANGED check@%s+turn-round%s: before HOLDS, after VIOLATED depth=1"
            .formatted(tree.name(), freed));
    run.hasNoLine("CHANGED check@" + tree.name() + "+turn-round/failed-add-changes-nothing");
    assertEquals(
        before, Files.readString(tree.directory().resolve(FILE), StandardCharsets.ISO_8859_1));
    String json = Files.readString(directory.resolve("out/summary.json"));
    assertTrue(json.contains("before the patch: HOLDS"), json);
    assertTrue(json.contains("\"patch\" : {"), json);
  }

  @Test
  void oneThatDoesNotApply() throws IOException {
    KernelTree tree = Trees.of("6.12");
    long left = leftInCache();
    check(tree, patch(tree, FILE, " and more"))
        .endsWith(151)
        .complains("does not apply")
        .complains(FILE);
    assertEquals(left, leftInCache());
  }

  @Test
  void oneOfOtherFiles() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path patch = patch(tree, FILE, "");
    String text = Files.readString(patch, StandardCharsets.ISO_8859_1);
    Files.writeString(patch, text.replace(FILE, "mm/slub.c"), StandardCharsets.ISO_8859_1);
    check(tree, patch).endsWith(151).complains("touches no file that is read: it has mm/slub.c");
  }

  @Test
  void oneThatIsNone() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path patch = Files.writeString(directory.resolve("none.patch"), "nothing\n");
    check(tree, patch).endsWith(151).complains("found nothing that names a file, expected a patch");
    check(tree, directory.resolve("gone.patch"))
        .endsWith(151)
        .complains("gone.patch: found no such file, expected a patch");
  }
}
