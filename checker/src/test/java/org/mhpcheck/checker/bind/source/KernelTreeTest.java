package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.tool.BindException;

final class KernelTreeTest {
  @TempDir Path directory;

  private KernelTree tree() throws IOException {
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
    assertThrows(BindException.class, () -> new KernelPackage("6.12; rm"));
    assertThrows(BindException.class, () -> new KernelPackage("--help"));
  }
}
