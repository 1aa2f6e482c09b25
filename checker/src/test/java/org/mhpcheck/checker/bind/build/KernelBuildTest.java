package org.mhpcheck.checker.bind.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Provenance;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.model.kernel.Place;

final class KernelBuildTest {
  @TempDir Path cache;

  @Test
  void provenanceNamesWhatIsRealAndWhatIsNot() {
    Provenance made = KernelBuild.of(Trees.of("6.12"), cache).provenance();
    assertTrue(
        made.functions()
            .keySet()
            .containsAll(Set.of("section_activate", "section_deactivate", "fill_subsection_map")));
    assertTrue(made.shimmed().containsAll(Set.of("kfree_rcu", "vmemmap_populate", "WARN")));
    assertTrue(made.files().containsKey("mm/sparse.c"));
    assertEquals(64, made.files().get("mm/sparse.c").length());
    assertTrue(made.compiler().startsWith("gcc"));
    assertEquals("linux-" + made.release(), made.kernel());
    assertEquals(64, made.sources().length());
    assertNotEquals(made.sources(), KernelBuild.of(Trees.of("6.1"), cache).provenance().sources());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void whatIsAskedHasItsPlaceInTheTree(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    KernelBuild build = KernelBuild.of(tree, cache);
    for (String function : List.of("sparse_add_section", "__add_pages", "__remove_pages")) {
      Place place = build.place(function).orElseThrow();
      String line =
          Files.readAllLines(tree.directory().resolve(place.file()), StandardCharsets.ISO_8859_1)
              .get(place.line() - 1);
      assertTrue(line.contains(" " + function + "("), line);
      assertEquals(function, place.function());
    }
    assertEquals(Optional.empty(), build.place("schedule"));
  }

  @Test
  void aTreeWithoutTheFunctionsIsRefusedByName() throws IOException {
    Trees.assumeGcc();
    for (String file : List.of("mm/sparse.c", "include/linux/mmzone.h")) {
      Files.createDirectories(cache.resolve(file).getParent());
      Files.writeString(cache.resolve(file), "");
    }
    KernelTree tree = new KernelTree(cache);
    BindException e =
        assertThrows(
            BindException.class, () -> KernelBuild.of(tree, cache.resolve("cache of mine")));
    assertEquals(
        "the tree has no function memory_present; expected it in mm/sparse.c or"
            + " mm/sparse-vmemmap.c",
        e.getMessage());
  }
}
