package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.design.Release;

class ProveTest {
  @TempDir private Path directory;

  @Test
  void provesOneProperty() {
    CommandLineRun run =
        CommandLineRun.withOut(
            "prove", directory, "--design v6.12 --arch ppc64 --property boot-usage-never-freed");
    run.endsWith(0)
        .hasLine("HOLDS prove@v6.12[ppc64]/boot-usage-never-freed reach=any-length depth=0 ");
    assertEquals(1, run.resultLines().size());
  }

  @Test
  void refutesByATraceThatCanBeReplayed() {
    CommandLineRun run =
        CommandLineRun.withOut(
            "prove", directory, "--design v5.4 --arch ppc64 --property boot-usage-never-freed");
    run.endsWith(12)
        .hasLine("VIOLATED prove@v5.4[ppc64]/boot-usage-never-freed reach=any-length depth=2 ");
    assertEquals(2, run.calls().size());
    Path trace = directory.resolve("out/traces/prove@v5.4-ppc64--boot-usage-never-freed.itf.json");
    CommandLineRun.of("replay", trace.toString()).endsWith(12);
  }

  /** B02, one patch before and one after it came. */
  @Test
  void alsoOfWholeSections() {
    CommandLineRun.withOut(
            "prove",
            directory,
            "--design v5.2+1..1 --arch x86_64 --property boot-usage-never-freed")
        .endsWith(0)
        .hasLine("HOLDS prove@v5.2+1..1[x86_64]/boot-usage-never-freed reach=any-length depth=0 ");
    CommandLineRun.withOut(
            "prove",
            directory,
            "--design v5.2+1..2 --arch x86_64 --property boot-usage-never-freed")
        .endsWith(12)
        .hasLine(
            "VIOLATED prove@v5.2+1..2[x86_64]/boot-usage-never-freed reach=any-length depth=1 ");
  }

  @Test
  void showsTheSizesOfEveryRelease() {
    CommandLineRun run = CommandLineRun.withOut("prove", directory, "--usemap").endsWith(0);
    assertEquals(3 * Release.values().length, run.resultLines().size());
    assertTrue(run.resultLines().stream().allMatch(l -> l.startsWith("HOLDS ")));
    String unwrapped = run.out().replaceAll("\\s+", " ");
    assertTrue(
        unwrapped.contains(
            "x86_64: sizeof(struct mem_section_usage) 8 + usemap_size() 32 = 40 bytes a usage"));
    assertTrue(
        unwrapped.contains(
            "x86_64: sizeof(struct mem_section_usage) 24 + usemap_size() 32 = 56 bytes a usage"));
    assertTrue(
        unwrapped.contains(
            "x86_64: sizeof(struct mem_section_usage) 24 + usemap_size() 64 = 88 bytes a usage"));
  }
}
