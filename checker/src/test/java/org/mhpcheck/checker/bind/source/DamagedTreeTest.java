package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;

/** What stands beside the C: the Makefile of a tree, and patches, damaged. */
class DamagedTreeTest {
  private static final String MAKEFILE =
      """
      # boxes
      VERSION = 6
      PATCHLEVEL = 12
      SUBLEVEL = 117
      EXTRAVERSION = -rc3
      NAME = Boxes
      """;

  private static final String PATCH =
      """
      From 0123456789abcdef Mon Sep 17 00:00:00 2001
      Subject: [PATCH] boxes: two files

      ---
       mm/sparse.c | 1 +
      diff --git a/mm/sparse.c b/mm/sparse.c
      index 1111111..2222222 100644
      --- a/mm/sparse.c
      +++ b/mm/sparse.c
      @@ -2,2 +2,2 @@ int open_box(void)
       one
      -two
      +three
      diff --git a/mm/old.c b/mm/new.c
      similarity index 100%
      rename from mm/old.c
      rename to mm/new.c
      --- a/mm/b.c\t2025-01-01 00:00:00
      +++ /dev/null
      @@ -1 +0,0 @@
      -x
      \\ No newline at end of file
      --\s
      2.39.5
      """;

  private static Path tree;

  @BeforeContainer
  static void makeATree() throws IOException {
    tree = Files.createTempDirectory("mhpcheck-tree");
    for (String file : List.of("mm/sparse.c", "include/linux/mmzone.h")) {
      Files.createDirectories(tree.resolve(file).getParent());
      Files.writeString(tree.resolve(file), "zero\none\ntwo\n");
    }
  }

  @AfterContainer
  static void removeIt() {
    CacheDirectory.delete(tree);
  }

  @Provide
  Arbitrary<DamagedFile> makefiles() {
    return DamagedFile.of(List.of(MAKEFILE));
  }

  @Provide
  Arbitrary<DamagedFile> patches() {
    return DamagedFile.of(List.of(PATCH));
  }

  /** Its name stands in every line about the tree. */
  @Property
  void aMakefile(@ForAll("makefiles") DamagedFile file) throws IOException {
    Files.write(tree.resolve(KernelTree.MAKEFILE), file.bytes());
    ReadOrRefused.requireShowable(new KernelTree(tree).name());
  }

  @Property
  void aPatch(@ForAll("patches") DamagedFile file) {
    ReadOrRefused.by(
        BindException.class,
        "f.patch:",
        () -> {
          PatchFile patch = PatchFile.parse("f.patch", file.text());
          patch.paths();
          return patch.restrictedTo(path -> true);
        });
  }

  /** By git or patch, which judge it themselves. */
  @Property(tries = 30)
  void aPatchToATree(@ForAll("patches") DamagedFile file) throws IOException {
    Path patch = Files.write(tree.resolve("f.patch"), file.bytes());
    Path cache = Files.createDirectories(tree.resolve("cache"));
    try {
      PatchedTree.of(new KernelTree(tree), patch, cache);
    } catch (BindException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }
}
