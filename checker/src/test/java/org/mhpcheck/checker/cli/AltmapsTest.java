package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memmap in the memory that it describes: L10, B11's other half, and who is asked about neither.
 */
class AltmapsTest {
  private static final String WRITTEN = "inaccessible-memmap-never-written";
  private static final String FREED = "memmap-freed-as-allocated";

  @TempDir private Path directory;

  private CommandLineRun check(String design, String more) {
    return CommandLineRun.check(
        directory, "--design %s --sections 1 --subsections 4 %s".formatted(design, more));
  }

  @Test
  void debians612WritesToWhatIsNotAccessible() throws IOException {
    CommandLineRun run =
        check("v6.12-debian", "--altmaps inaccessible --property " + WRITTEN).endsWith(12);
    run.hasLine("VIOLATED check@v6.12-debian/" + WRITTEN + " reach=exhaustive depth=1 ");
    assertEquals(
        List.of("1. arch_add_memory(section 1, subsections 0-3, inaccessible altmap) = 0"),
        run.calls());
    assertEquals(1, run.resultLines().stream().filter(l -> l.startsWith("VIOLATED")).count());
    try (Stream<Path> traces = Files.list(directory.resolve("out/traces"))) {
      String trace = traces.findFirst().orElseThrow().toString();
      assertEquals(run.calls(), CommandLineRun.of("replay", trace).endsWith(12).calls());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6.8", "v6.12", "v6.12-debian-l10-inaccessible-poisoned"})
  void othersDoNot(String design) {
    check(design, "--altmaps none,altmap,inaccessible --property " + WRITTEN)
        .endsWith(0)
        .hasLine("HOLDS check@" + design + "/" + WRITTEN + " reach=exhaustive ");
  }

  @Test
  void v58GaveBootMemmapToADevicesAltmap() {
    CommandLineRun run =
        check("v5.8", "--callers device --altmaps none,altmap --property " + FREED).endsWith(12);
    run.hasLine("VIOLATED check@v5.8/" + FREED + " reach=exhaustive depth=2 ");
    assertTrue(run.calls().get(0).endsWith(", altmap) = 0"), run.calls()::toString);
    assertTrue(run.calls().get(1).endsWith(", altmap)"), run.calls()::toString);
    assertTrue(run.out().contains("mended by ef69bc9f689d"), run::out);
  }

  @Test
  void v612GivesADevicesMemmapBack() {
    check("v6.12", "--callers device --faults --altmaps none,altmap --property " + FREED)
        .endsWith(0)
        .hasLine("HOLDS check@v6.12/" + FREED + " reach=exhaustive ");
  }

  /** An adversary's mismatched remove is its own fault; who asks all the same is told. */
  @Test
  void anAdversaryIsNotAskedWhetherItMirrors() {
    check("v6.12", "--altmaps none,altmap").hasLine("NOT ASKED " + FREED + ": ");
    check("v6.12", "--altmaps none,altmap --property " + FREED).endsWith(12);
  }

  @Test
  void withoutAltmapsNeitherIsAsked() {
    CommandLineRun run = check("v6.12-debian", "").endsWith(12);
    assertTrue(run.resultLines().stream().noneMatch(l -> l.contains(FREED) || l.contains(WRITTEN)));
    assertTrue(run.out().contains("needs altmap among the altmaps"), run::out);
  }
}
