package org.mhpcheck.specs.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.toml.PackagedFiles;
import org.mhpcheck.specs.toml.UnreadableException;

class ScenarioCatalogueTest {
  private static final String READDED = "history/b01-readded-early-usage";

  private final ScenarioCatalogue catalogue = new ScenarioCatalogue(Samples.PROPERTIES);

  @Test
  void namesAreThePathsWithoutSuffixAndSorted() {
    assertTrue(catalogue.names().contains(READDED), catalogue.names()::toString);
    assertEquals(catalogue.names().stream().sorted().toList(), catalogue.names());
  }

  @Test
  void aScenarioIsReadByItsName() {
    Scenario scenario = catalogue.read(READDED);
    assertEquals(READDED, scenario.name());
    assertEquals(List.of(Samples.BOOT_USAGE), scenario.properties());
    Expectation expected =
        scenario.expectation(Design.parse("v5.4"), Samples.BOOT_USAGE).orElseThrow();
    assertEquals(Expectation.Word.VIOLATED, expected.verdict());
    assertEquals(3, expected.depth().orElseThrow());
  }

  @Test
  void anUnknownNameGivesTheNearest() {
    NoSuchScenarioException e =
        assertThrows(
            NoSuchScenarioException.class, () -> catalogue.read("history/b01-readed-early-usage"));
    assertEquals(
        "no scenario is named history/b01-readed-early-usage, did you mean " + READDED + "?",
        e.getMessage());
  }

  @Test
  void problemsNameThePackagedFile() {
    UnreadableException e =
        assertThrows(
            UnreadableException.class,
            () -> new ScenarioCatalogue(List.of(Samples.ALIGNED)).read(READDED));
    assertEquals("scenarios/" + READDED + ".toml", e.problems().get(0).file());
    assertThrows(
        UnreadableException.class, () -> new ScenarioCatalogue(List.of(Samples.ALIGNED)).all());
  }

  @Test
  void filesAreListedFromAJarAsFromADirectory(@TempDir Path folder) throws Exception {
    Path classes =
        Path.of(
            URI.create(
                ScenarioCatalogue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
    Path jar = folder.resolve("with space.jar");
    pack(classes, jar);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Method list =
          loader.loadClass(PackagedFiles.class.getName()).getDeclaredMethod("list", String.class);
      list.setAccessible(true);
      assertEquals(PackagedFiles.list("scenarios"), list.invoke(null, "scenarios"));
      assertEquals(List.of(), list.invoke(null, "nothing"));
    }
    assertEquals(List.of(), PackagedFiles.list("nothing"));
  }

  /** Files only: a jar need not have entries for its directories. */
  private static void pack(Path folder, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
