package org.mhpcheck.checker.bind.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.source.KernelMutant;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.BindException;

/** What is said when a tree does not compile. */
final class CompileErrorsTest {
  @TempDir Path cache;

  /** The message of building 6.12 with something in the first line of a function's body. */
  private String messageOf(String statement) throws IOException {
    KernelTree tree = Trees.of("6.12");
    KernelTree mutated =
        new KernelMutant("is_subsection_map_empty", "\\{", "{ " + statement).plant(tree, cache);
    return assertThrows(BindException.class, () -> KernelBuild.of(mutated, cache).program(4))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "frobnicate(ms);, frobnicate",
    "int a = NR_FROBS;, NR_FROBS",
    "frob_t a;, frob_t",
    "sizeof(struct frob);, struct frob"
  })
  void aNameThatNothingDefinesIsToldWithItsPlace(String statement, String name) throws IOException {
    String message = messageOf(statement);
    assertTrue(
        message.matches(
            name
                + ", mentioned in mm/sparse-vmemmap\\.c:\\d+ by is_subsection_map_empty\\(\\), is"
                + " neither in the files read nor shimmed; expected linux 5\\.3 to 6\\.12, this is"
                + " unknown"),
        message);
  }

  @Test
  void otherErrorsAreToldWithTheirPlace() throws IOException {
    String message = messageOf("int = 1;");
    assertTrue(
        message.matches(
            "the sliced kernel does not compile: mm/sparse-vmemmap\\.c:\\d+"
                + " \\(is_subsection_map_empty\\): expected identifier .*; expected linux .*"),
        message);
  }

  @Test
  void anErrorOfThePreprocessorIsToldWithItsPlace() throws IOException {
    Path tree = cache.resolve("tree with a 'name' $(no) \"shell\"");
    Files.createDirectories(tree.resolve("mm"));
    Files.createDirectories(tree.resolve("include/linux"));
    Files.writeString(tree.resolve("mm/sparse.c"), "int a;\n#endif\n");
    Files.writeString(tree.resolve("include/linux/mmzone.h"), "");
    Trees.assumeGcc();
    assertEquals(
        "gcc cannot preprocess mm/sparse.c: mm/sparse.c:2: #endif without #if",
        assertThrows(BindException.class, () -> KernelBuild.of(new KernelTree(tree), cache))
            .getMessage());
  }
}
