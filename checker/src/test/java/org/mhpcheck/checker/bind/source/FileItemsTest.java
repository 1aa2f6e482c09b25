package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.shim.Resources;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Digest;
import org.mhpcheck.checker.bind.tool.Gcc;

/** A file is read once, and anything else anew. */
class FileItemsTest {
  private static final String TEXT =
      """
      #ifdef CONFIG_SPARSEMEM_VMEMMAP
      static int with(void) { return 1; }
      #else
      static int without(void) { return 0; }
      #endif
      """;

  @TempDir private Path headers;

  @BeforeEach
  void copyHeaders() throws IOException {
    Trees.assumeGcc();
    Resources.copyTo(headers);
  }

  private List<Item> items(String text, String file, Configuration configuration) {
    String sha256 = Digest.sha256(text.getBytes(StandardCharsets.ISO_8859_1));
    return FileItems.of(text, sha256, file, headers, configuration, Gcc.version(headers));
  }

  private static List<String> names(List<Item> items) {
    return items.stream().map(Item::name).toList();
  }

  @Test
  void theSameIsReadOnce() {
    List<Item> items = items(TEXT, "mm/once.c", Configuration.VMEMMAP);
    assertEquals(List.of("with"), names(items));
    assertSame(items, items(TEXT, "mm/once.c", Configuration.VMEMMAP));
  }

  @Test
  void whateverDiffersIsReadAnew() {
    items(TEXT, "mm/anew.c", Configuration.VMEMMAP);
    assertEquals(List.of("without"), names(items(TEXT, "mm/anew.c", Configuration.CLASSIC)));
    assertEquals(
        List.of("other"),
        names(items(TEXT.replace("with(", "other("), "mm/anew.c", Configuration.VMEMMAP)));
    assertEquals("mm/b.c", items(TEXT, "mm/b.c", Configuration.VMEMMAP).get(0).file());
  }
}
