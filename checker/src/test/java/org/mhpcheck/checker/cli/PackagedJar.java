package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mhpcheck.checker.architecture.Sources;

/** What the build has packaged, for the tests that run after it. */
final class PackagedJar {
  private PackagedJar() {}

  static Path path() {
    Path jar = Sources.root().resolve("checker/target/mhpcheck.jar");
    assertTrue(Files.isRegularFile(jar), jar + " is not there: these tests run after package");
    return jar;
  }

  /** The command that runs {@code jar}, with what makes a short run shorter. */
  static List<String> java(String jar) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar);
  }
}
