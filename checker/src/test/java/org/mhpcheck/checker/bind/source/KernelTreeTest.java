package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.tool.BindException;

final class KernelTreeTest {
  @TempDir Path directory;

  private KernelTree tree() throws IOException {
    return tree(directory);
  }

  private static KernelTree tree(Path directory) throws IOException {
    for (String file : new String[] {"mm/sparse.c", "include/linux/mmzone.h"}) {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.writeString(directory.resolve(file), "");
    }
    return new KernelTree(directory);
  }

  @Test
  void aDirectoryWithoutMmIsNoTree() {
    BindException e = assertThrows(BindException.class, () -> new KernelTree(directory));
    assertTrue(e.getMessage().contains(" has no mm/sparse.c"), e.getMessage());
  }

  @Test
  void theReleaseIsTheMakefiles() throws IOException {
    assertEquals("unknown", tree().release());
    String text =
        "# a\nVERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 3\nEXTRAVERSION = -rc1\nNAME = x\n";
    Files.writeString(directory.resolve("Makefile"), text);
    assertEquals("6.12.3-rc1", tree().release());
    Files.writeString(
        directory.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\nEXTRAVERSION =\n");
    assertEquals("6.1.0", tree().release());
  }

  @Test
  void onlyVersionsAreFetched() {
    assertThrows(IllegalArgumentException.class, () -> new KernelPackage("6.12; rm"));
    assertThrows(IllegalArgumentException.class, () -> new KernelPackage("--help"));
  }

  /** What an older mhpcheck fetched goes on being used, until all of it is there. */
  @Test
  void aTreeOfAnOlderCacheIsFound() throws IOException {
    KernelPackage v6_12 = new KernelPackage("6.12");
    assertEquals(Optional.empty(), v6_12.cached(directory));
    Path former = directory.resolve("trees/linux-source-6.12");
    tree(former);
    assertEquals(former, v6_12.cached(directory).orElseThrow().directory());
    Path now = directory.resolve("trees-2/linux-source-6.12");
    tree(now);
    assertEquals(now, v6_12.cached(directory).orElseThrow().directory());
    assertEquals(now, v6_12.get(directory, line -> {}).directory());
  }

  @Test
  void allThatWereFetchedAreFoundOnceEachFromOldToNew() throws IOException {
    assertEquals(List.of(), KernelPackage.allCached(directory));
    tree(directory.resolve("trees/linux-source-6.12"));
    tree(directory.resolve("trees-2/linux-source-6.12"));
    tree(directory.resolve("trees/linux-source-6.1"));
    tree(directory.resolve("trees-2/somebody's"));
    Files.createDirectories(directory.resolve("trees-2/linux-source-6.9"));
    assertEquals(
        List.of(
            directory.resolve("trees/linux-source-6.1"),
            directory.resolve("trees-2/linux-source-6.12")),
        KernelPackage.allCached(directory).stream().map(KernelTree::directory).toList());
  }
}
