package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.model.question.Question;

/** Kernel trees asked by the engine that asks models. */
class CheckTreeTest {
  private static final String L01 = "failed-add-changes-nothing";

  /** What direct calls break in every tree, and at which depth. */
  private static final Map<String, Integer> BROKEN =
      Map.of(L01, 1, "added-section-has-clear-flags", 2);

  @TempDir private Path directory;

  private CommandLineRun check(KernelTree tree, String arguments) {
    return CommandLineRun.check(directory, "--kernel %s %s".formatted(tree.directory(), arguments));
  }

  private JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("out/summary.json").toFile());
  }

  /** The line, from 1, on which a function of a tree begins. */
  private static int lineOf(KernelTree tree, String file, String pattern) throws IOException {
    List<String> lines =
        Files.readAllLines(tree.directory().resolve(file), StandardCharsets.ISO_8859_1);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(pattern)) {
        return i + 1;
      }
    }
    throw new AssertionError(pattern + " is not in " + file);
  }

  @ParameterizedTest
  @CsvSource({"6.12, 2209", "6.1, 2209"})
  void whatIsWrongIsKnownAndThePlaceOfL01IsTold(String version, int states) throws IOException {
    KernelTree tree = Trees.of(version);
    CommandLineRun run = check(tree, "").endsWith(12);
    List<String> lines = run.resultLines();
    Question world = Worlds.direct(2, 4, false);
    long applicable =
        Worlds.ofTraces().stream().filter(p -> world.notApplicable(p).isEmpty()).count();
    assertEquals(applicable, lines.size());
    for (String line : lines) {
      String id = "check@linux-" + tree.release() + "/";
      String expected =
          BROKEN.keySet().stream()
              .filter(p -> line.contains("/" + p + " "))
              .findFirst()
              .map(p -> "VIOLATED %s reach=exhaustive depth=%d ".formatted(id + p, BROKEN.get(p)))
              .orElse("HOLDS " + id);
      assertTrue(line.startsWith(expected), line);
      assertTrue(line.contains(" states=" + states + " "), line);
      assertTrue(line.endsWith(" -"), line);
    }
    assertEquals(1 + 2, run.calls().size());
    int line = lineOf(tree, "mm/memory_hotplug.c", "int (__ref )?__add_pages\\(.*");
    assertTrue(run.out().contains("__add_pages mm/memory_hotplug.c:" + line), run.out());
    assertTrue(run.out().contains("beside it: the model of v" + version + "."), run.out());
    assertTrue(run.out().contains("does the same"), run.out());
    run.complains("2 sections x 4 subsections, callers direct, no faults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "device", "memory-block"})
  void countsAndVerdictsAreTheModels(String callers) {
    KernelTree tree = Trees.of("6.12");
    String world = " --quiet --sections 2 --subsections 4 --faults --callers " + callers;
    List<String> ofTree = check(tree, world.strip()).resultLines();
    List<String> ofModel =
        CommandLineRun.check(directory, "--design v6.12-debian" + world).resultLines();
    assertEquals(
        ofModel, ofTree.stream().map(l -> l.replace(tree.name(), "v6.12-debian")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void underSanitizersVerdictsAreTheSame(String version) throws IOException {
    KernelTree tree = Trees.of(version);
    String world = "--quiet --sections 1 --subsections 4 --faults --altmaps none,altmap";
    List<String> plain = check(tree, world).resultLines();
    assertEquals(plain, check(tree, world + " --asan").resultLines());
    String remarks = summary().at("/findings/0/remarks").toString();
    assertTrue(remarks.contains("under AddressSanitizer"), remarks);
  }

  /** As a step that is reported ends, what would come after it is not reached. */
  @Test
  void sanitizersSeeWhatIsSilentWithoutThem() throws IOException {
    Path shifts = directory.resolve("shifts");
    copy(
        Trees.of("6.12"),
        shifts,
        "mm/sparse-vmemmap.c",
        "(static bool is_subsection_map_empty\\([^)]*\\)\\s*\\{)",
        "$1 volatile int one = 1, by = 64; one <<= by;");
    String world = "--quiet --sections 1 --property pfn-valid-has-memmap";
    List<String> plain = check(new KernelTree(shifts), world).resultLines();
    List<String> sanitized = check(new KernelTree(shifts), world + " --asan").resultLines();
    assertNotEquals(plain, sanitized);
  }

  @Test
  void whatItWasMadeOfIsInTheJson() throws IOException {
    KernelTree tree = Trees.of("6.12");
    check(tree, "--quiet --sections 1 --property pfn-valid-has-memmap --verbose").endsWith(0);
    JsonNode kernel = summary().at("/kernels/0");
    assertEquals(tree.name(), kernel.get("name").textValue());
    assertEquals(tree.directory().toString(), kernel.get("tree").textValue());
    assertEquals(64, kernel.get("files").get("mm/sparse.c").textValue().length());
    assertTrue(kernel.get("functions").toString().contains("section_activate"));
    assertTrue(kernel.get("shimmed").toString().contains("vmemmap_populate"));
    JsonNode finding = summary().at("/findings/0");
    assertEquals(tree.name(), finding.get("kernel").textValue());
    assertEquals("v6.12.117-debian", finding.get("design").textValue());
    assertTrue(finding.get("remarks").toString().contains("are the model's"));
  }

  @Test
  void anotherDesignMayStandBeside() {
    CommandLineRun run =
        check(
            Trees.of("6.12"),
            "--design v5.4 --sections 1 --boot full --property boot-usage-never-freed");
    run.endsWith(0).complains("beside it the model of v5.4\n");
  }

  @Test
  void butNotWherePropertiesAskItsFunctions() {
    CommandLineRun run =
        check(
            Trees.of("6.12"),
            "--design v5.11 --sections 1 --callers memory-block --property online-page-is-memory");
    run.endsWith(12).complains("its pfn_to_online_page() is not that of v5.11, so it cannot be");
  }

  @Test
  void aScenarioIsAskedOfTheTreeAndNothingExpected() {
    CommandLineRun run = check(Trees.of("6.12"), "history/b01-readded-early-usage").endsWith(0);
    assertEquals(1, run.resultLines().size());
    run.hasLine("HOLDS history/b01-readded-early-usage@linux-6.12.");
    assertTrue(run.resultLines().get(0).endsWith(" -"));
  }

  @Test
  void limitsEndIt() {
    check(Trees.of("6.12"), "--states 100 --property pfn-valid-has-memmap")
        .endsWith(5)
        .hasLine("    reason: limit of 100 states");
    check(Trees.of("6.12"), "--sections 1 --subsections 64 --faults --time 1s")
        .endsWith(5)
        .hasLine("    reason: time limit of 1 s");
  }

  /** As Debian moves on: no failure, but visible. */
  @Test
  void aNewerReleaseThanTheCatalogues() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path newer = directory.resolve("newer");
    copy(tree, newer, "Makefile", "(?m)^SUBLEVEL = .*$", "SUBLEVEL = 9999");
    CommandLineRun run =
        check(new KernelTree(newer), "--sections 1 --boot full --property pfn-valid-has-memmap");
    run.endsWith(0).complains("linux 6.12.9999 is newer than the catalogue (6.12.117)");
    run.hasLine("HOLDS check@linux-6.12.9999/");
  }

  /** The files of a tree that are read, one of them changed. */
  static void copy(KernelTree tree, Path to, String changed, String pattern, String replacement)
      throws IOException {
    for (String folder : List.of("include/linux", "mm")) {
      Files.createDirectories(to.resolve(folder));
    }
    List<String> files = new ArrayList<>(KernelSource.FILES);
    files.addAll(List.of("mm/bootmem_info.c", "Makefile"));
    for (String file : files) {
      String text = Files.readString(tree.directory().resolve(file), StandardCharsets.ISO_8859_1);
      String now = file.equals(changed) ? text.replaceAll(pattern, replacement) : text;
      assertFalse(file.equals(changed) && now.equals(text), pattern);
      Files.writeString(to.resolve(file), now, StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kernel . --subsections 3 | 64 | one of 2, 4, 8, 16, 32, 64",
        "--kernel . --subsections 128 | 64 | one of 2, 4, 8, 16, 32, 64",
        "--kernel . proofs/v6.12-sections | 64 | proofs are of models",
        "--kernel . sizes/every-release | 64 | proofs are of models",
        "--kernel . | 151 | no kernel tree: . has no mm/sparse.c",
        "--patch fix.patch --design v6.12 --sections 1 --subsections 4 | 64 | --patch is for",
        "--asan --design v6.12 --sections 1 --subsections 4 | 64 | --asan is for",
        "--kernel . --sections 9 latent/l01-add-without-rollback | 64 | says itself what it asks"
      })
  void whatCannotBeAsked(String arguments, int status, String why) {
    CommandLineRun.check(directory, arguments).endsWith(status).complains(why);
  }
}
