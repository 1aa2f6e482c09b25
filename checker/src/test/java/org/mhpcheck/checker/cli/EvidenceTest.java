package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.print.Chromium;
import org.mhpcheck.reports.text.Sha256;

/** Of a design that is quickly asked all there is: no proof is of kernels without VMEMMAP. */
class EvidenceTest {
  private static final String DESIGN = "v5.3-vmemmap";

  @TempDir static Path directory;

  private static Path one;
  private static Path other;

  @BeforeAll
  static void makeItTwice() {
    one = made("one");
    other = made("other");
  }

  private static Path made(String name) {
    Path out = directory.resolve(name);
    // Some properties are violated in that release, and others say nothing of it.
    CommandLineRun.of(
            "evidence",
            "--design",
            DESIGN,
            "--quiet",
            "--out",
            out.toString(),
            "--mail",
            directory.resolve(name + ".mail").toString())
        .endsWith(12)
        .hasLine("NOT ASKED evidence/proofs: ");
    return out;
  }

  private static Set<String> files(Path pack) throws IOException {
    try (Stream<Path> all = Files.walk(pack)) {
      return all.filter(Files::isRegularFile)
          .map(f -> pack.relativize(f).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void madeTwiceItIsTheSameBytesButForTiming() throws IOException {
    assertEquals(files(one), files(other));
    List<String> differ = new ArrayList<>();
    for (String file : files(one)) {
      if (Files.mismatch(one.resolve(file), other.resolve(file)) != -1) {
        differ.add(file);
      }
    }
    assertEquals(List.of("timing.json"), differ);
  }

  @Test
  void theManifestNamesEveryFileAndItsHash() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(one.resolve("MANIFEST.json").toFile());
    assertEquals("mhpcheck evidence --design " + DESIGN, manifest.at("/commands/0").textValue());
    Set<String> named = new TreeSet<>(Set.of("MANIFEST.json"));
    for (JsonNode file : manifest.get("files")) {
      Path path = one.resolve(file.get("file").textValue());
      named.add(file.get("file").textValue());
      assertEquals(Sha256.of(path), file.get("sha256").textValue(), path.toString());
      assertEquals(Files.size(path), file.get("bytes").longValue(), path.toString());
    }
    manifest.get("changing").forEach(f -> named.add(f.textValue()));
    assertEquals(files(one), named);
    assertTrue(files(one).contains("index.html"));
    assertTrue(files(one).contains("results.sarif"));
  }

  @Test
  void itIsPrintedWhereThereIsChromium() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), "no chromium in $PATH; ./verify installs it");
    byte[] pdf = Files.readAllBytes(one.resolve("report.pdf"));
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.ISO_8859_1));
    assertTrue(pdf.length > 300_000, "all of it is open: " + pdf.length);
  }

  @Test
  void onlyTimingTellsTimes() throws IOException {
    assertTrue(Files.readString(one.resolve("timing.json")).contains("\"seconds\""));
    for (String file : List.of("summary.json", "junit.xml", "results.sarif", "MANIFEST.json")) {
      String text = Files.readString(one.resolve(file));
      assertFalse(text.contains("seconds") || text.contains("time="), file);
    }
  }

  @Test
  void whatElseIsAskedForIsWrittenToo() throws IOException {
    String mail = Files.readString(directory.resolve("one.mail"));
    assertTrue(mail.contains("is violated in " + DESIGN), mail);
  }

  @Test
  void anUnknownDesignIsRefused() {
    CommandLineRun.of("evidence", "--design", "v1.0").endsWith(151);
  }
}
