package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.tool.Commands;

/** {@code mhpcheck.jar} alone, in a directory that has nothing else. */
class RunnableJarIT {
  private static final String JAR = "mhpcheck.jar";
  private static final String OWN = "org/mhpcheck/";

  @TempDir private Path directory;

  @BeforeEach
  void copyIt() throws IOException {
    Files.copy(PackagedJar.path(), directory.resolve(JAR));
  }

  private Commands.Ended run(String arguments) {
    Commands.Ended ended =
        Commands.run(
            Stream.concat(PackagedJar.java(JAR).stream(), Stream.of(arguments.split(" "))).toList(),
            "",
            directory);
    // No word of a logger that is missed, either.
    assertEquals("", ended.err());
    return ended;
  }

  @Test
  void listsAndChecks() {
    assertTrue(run("list arches").out().contains("x86_64"));
    Commands.Ended ended = run("check --quiet --out out history/b01-readded-early-usage");
    assertEquals(0, ended.status(), ended.out());
    for (String file : List.of("index.html", "summary.json", "junit.xml", "results.sarif")) {
      assertTrue(Files.isRegularFile(directory.resolve("out").resolve(file)), file);
    }
  }

  @Test
  void proves() {
    Commands.Ended ended = run("prove --quiet --usemap --design v6.12 --arch x86_64");
    assertEquals(0, ended.status(), ended.out());
  }

  @Test
  void everythingInItHasItsLicenceTold() throws IOException {
    try (JarFile jar = new JarFile(directory.resolve(JAR).toFile())) {
      List<String> told =
          text(jar, "META-INF/third-party.txt").lines().map(l -> l.split(" ")[0]).toList();
      List<String> classes =
          jar.stream()
              .map(e -> e.getName().replaceFirst("^META-INF/versions/[0-9]+/", ""))
              .filter(n -> n.endsWith(".class") && !n.startsWith(OWN))
              .toList();
      List<String> packages = told.stream().filter(t -> t.endsWith("/")).toList();
      List<String> untold =
          classes.stream().filter(c -> packages.stream().noneMatch(c::startsWith)).toList();
      assertEquals(List.of(), untold);
      List<String> gone =
          packages.stream().filter(p -> classes.stream().noneMatch(c -> c.startsWith(p))).toList();
      assertEquals(List.of(), gone);
      assertTrue(text(jar, "LICENSE").contains("Apache License"));
      assertTrue(text(jar, "META-INF/LICENSE.txt").contains("QOS.ch"), "SLF4J's is missing");
      assertTrue(text(jar, "META-INF/NOTICE").contains("Jackson"));
    }
  }

  private static String text(JarFile jar, String entry) throws IOException {
    assertNotNull(jar.getEntry(entry), entry);
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
