package org.mhpcheck.checker.bind;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mhpcheck.checker.bind.Item.Kind;

/**
 * A fault put into the real code of one function: every match of a pattern replaced.
 *
 * @param pattern a regular expression
 */
record KernelMutant(String function, String pattern, String replacement) {

  /** A copy of the tree with the fault in it. */
  KernelTree plant(KernelTree tree, KernelSource source, Path directory) throws IOException {
    for (String file : source.provenance().files().keySet()) {
      write(directory, file, tree.read(file).orElseThrow());
    }
    Item item =
        source.slice().items().stream()
            .filter(i -> i.kind() == Kind.FUNCTION && i.names().contains(function))
            .findFirst()
            .orElseThrow();
    String mutated = item.text().replaceAll(pattern, replacement);
    assertNotEquals(item.text(), mutated, this + " matches nothing");
    String text = tree.read(item.file()).orElseThrow();
    assertTrue(text.contains(item.text()), "not found again: " + function);
    write(directory, item.file(), text.replace(item.text(), mutated));
    return new KernelTree(directory);
  }

  private static void write(Path directory, String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.ISO_8859_1);
  }
}
