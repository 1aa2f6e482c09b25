package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.reports.json.ConformWriter;

/** A real tree compared with models: what is said, and what is written. */
class ConformTest {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("conform.json");
  }

  private CommandLineRun conform(KernelTree tree, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("conform", "--kernel", tree.directory().toString()));
    arguments.addAll(List.of("--json", file().toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  /** As written, and as its schema has it. */
  private JsonNode written() throws IOException {
    JsonNode json = new ObjectMapper().readTree(file().toFile());
    try (InputStream in = ConformWriter.class.getResourceAsStream("conform.schema.json")) {
      assertEquals(
          "[]",
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(in)
              .validate(json)
              .toString());
    }
    return json;
  }

  private static String lastLine(String text) {
    List<String> lines = text.lines().toList();
    return lines.get(lines.size() - 1);
  }

  /** The whole comparison takes long, so all that one tree that agrees can show is asked of one. */
  @Test
  void theNearestModelAgreesAlsoWithATreeNewerThanTheCatalogue() throws IOException {
    Path newer = directory.resolve("newer");
    CheckTreeTest.copy(
        Trees.of("6.12"), newer, "Makefile", "(?m)^SUBLEVEL = .*$", "SUBLEVEL = 9999");
    KernelTree tree = new KernelTree(newer);
    Set<String> lines = KernelTextTest.distinctive(tree);
    String text = Files.readString(newer.resolve("mm/sparse.c"), StandardCharsets.ISO_8859_1);
    assertTrue(KernelTextTest.holds(text, lines));
    CommandLineRun run = conform(tree, "--verbose").endsWith(0);
    run.hasLine("linux 6.12.9999 is newer than the catalogue (6.12.117)");
    assertFalse(KernelTextTest.holds(run.out() + run.err(), lines));
    assertFalse(KernelTextTest.holds(Files.readString(file()), lines));
    run.complains(tree.name() + " is compared with the model of v6.12.117-debian, the nearest");
    run.hasLine("AGREES v6.12.117-debian systems=2x4 states=31329 pairs=");
    run.hasLine("AGREES v6.12.117-debian boots=3x4 states=125 pairs=1245 ");
    run.hasLine("AGREES v6.12.117-debian spans=2x2 states=165930 pairs=1685920 ");
    run.hasLine("AGREES v6.12.117-debian placements=3x64 states=10368 pairs=10368 ");
    run.hasLine("in ").hasLine("kernel lines reached: ");
    JsonNode json = written();
    assertEquals("AGREES", json.get("conclusion").textValue());
    assertEquals("v6.12.117-debian", json.get("design").textValue());
    assertEquals(tree.directory().toString(), json.at("/kernel/tree").textValue());
    assertEquals(8, json.get("comparisons").size());
    assertEquals(53_508, json.at("/comparisons/4/states").longValue());
    assertEquals(3, json.at("/comparisons/4/altmaps").size());
    assertTrue(json.at("/comparisons/4/exposed").longValue() > 0);
    assertTrue(json.at("/lines/reached").intValue() < json.at("/lines/lines").intValue());
    long pairs = 0;
    for (JsonNode compared : json.get("comparisons")) {
      pairs += compared.get("pairs").longValue();
    }
    String last = lastLine(run.out());
    assertTrue(
        last.startsWith(
            "AGREES v6.12.117-debian with %s: %d pairs in all, ".formatted(tree.name(), pairs)),
        last);
    String sources = json.at("/kernel/sources").textValue().substring(0, 16);
    assertTrue(
        last.contains("; linux %s, 9 files sha256 %s..., gcc".formatted(tree.release(), sources)),
        last);
  }

  @Test
  void anotherModelDoesNotAndTwoRunsDifferInTimesOnly() throws IOException {
    KernelTree tree = Trees.of("6.12");
    CommandLineRun run = conform(tree, "--design", "v5.4", "--quiet").endsWith(12);
    assertEquals("", run.err());
    run.hasNoLine("linux " + tree.release() + " is newer");
    assertEquals(8, run.out().lines().count(), run.out());
    run.hasLine("DISAGREES v5.4 sections=1x4 ")
        .hasLine("DISAGREES v5.4 with " + tree.name() + ": ");
    JsonNode compared = written().at("/comparisons/3");
    assertFalse(compared.get("agrees").booleanValue());
    // Signs, boot, and calls: five of each.
    assertEquals(15, compared.get("disagreements").size());
    assertTrue(compared.at("/disagreements/5/again").textValue().startsWith("boot range="));
    JsonNode disagreement = compared.at("/disagreements/14");
    assertTrue(disagreement.get("ran").toString().contains("mm/sparse-vmemmap.c:"));
    assertTrue(disagreement.get("again").textValue().startsWith("add range="));
    assertTrue(compared.get("program").textValue().endsWith("/kernel-4 1 text"));
    String once = timeless();
    conform(tree, "--design", "v5.4", "--quiet").endsWith(12);
    assertEquals(once, timeless());
  }

  private String timeless() throws IOException {
    return Files.readString(file()).replaceAll("\"(started|seconds)\" : [^,\n]*", "");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsKnownBeforeTheWork() {
    CommandLineRun run =
        CommandLineRun.of("conform", "--kernel", ".", "--json", directory.toString());
    run.endsWith(153).complains("not a file in a directory");
  }

  @Test
  void whereNoReleaseIsKnownADesignIsAskedFor() throws IOException {
    Path nameless = directory.resolve("nameless");
    CheckTreeTest.copy(Trees.of("6.12"), nameless, "Makefile", "(?s).*", "");
    CommandLineRun.of("conform", "--kernel", nameless.toString())
        .endsWith(64)
        .complains("give --design");
  }

  /** A process of its own, since the signal is what it is about. */
  @Test
  void interruptedItSaysWhatWasFinishedAndThatTheRestWasNot() throws Exception {
    KernelTree tree = Trees.of("6.12");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "conform",
                "--kernel",
                tree.directory().toString(),
                "--full",
                "--json",
                file().toString())
            .redirectError(directory.resolve("err").toFile())
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.contains(" sections=1x4 ")) {
          process.toHandle().destroy(); // leaves its output to be read
        }
      }
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(5, process.exitValue(), lines.toString());
    assertTrue(
        lines.contains("INCONCLUSIVE v6.12.117-debian systems=2x8: interrupted before it began"));
    String last = lines.get(lines.size() - 1);
    assertTrue(last.startsWith("INCONCLUSIVE v6.12.117-debian with " + tree.name() + ": "), last);
    JsonNode json = written();
    assertEquals("INCONCLUSIVE", json.get("conclusion").textValue());
    assertFalse(json.get("complete").booleanValue());
    assertEquals(10, json.get("comparisons").size() + json.get("notCompared").size());
  }
}
