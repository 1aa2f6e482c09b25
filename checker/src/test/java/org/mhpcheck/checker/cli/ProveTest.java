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

  /** What is known of a release is no news: L12, B24 and L01; the rest is proved. */
  @Test
  void aReleaseIsHeldAgainstWhatIsKnownOfIt() {
    CommandLineRun run =
        CommandLineRun.withOut("prove", directory, "--design v6.12 --arch ppc64").endsWith(0);
    assertEquals(
        3, run.resultLines().stream().filter(l -> l.startsWith("VIOLATED ")).count(), run.out());
    assertTrue(run.resultLines().stream().allMatch(l -> l.endsWith(" expected")));
    run.hasLine(" 6  added-section-has-clear-flags  violated, known as L12")
        .hasLine("ppc64           8   p  p  p  p  p  V  p")
        .hasLine("all that is proved of 8 subsections")
        .hasLine("  cut-off: none at 8 subsections; proofs at 28 or more are of any number")
        .hasLine("Choco took ");
  }

  /** Who names a property is told what it comes to. */
  @Test
  void aPropertyThatIsNamedIsExpectedNothingOf() {
    CommandLineRun.withOut(
            "prove",
            directory,
            "--design v6.12 --arch ppc64 --property added-section-has-clear-flags")
        .endsWith(12)
        .hasLine("VIOLATED prove@v6.12[ppc64]/added-section-has-clear-flags reach=any-length");
  }

  /** Without hotplug there is what boot makes, and of that nothing but states. */
  @Test
  void whereMemoryIsNotHotplugged() {
    CommandLineRun run =
        CommandLineRun.withOut(
            "prove",
            directory,
            "--design v6.12 --arch sparc64 --property early-memmap-whole,boot-usage-never-freed");
    run.endsWith(0)
        .hasLine("HOLDS prove@v6.12[sparc64]/early-memmap-whole reach=any-length ")
        .hasLine("sparc64       512   b");
    assertEquals(1, run.resultLines().size());
    CommandLineRun.withOut(
            "prove", directory, "--design v6.10 --arch riscv64 --property boot-usage-never-freed")
        .endsWith(64)
        .complains("nothing to prove: memory is not hotplugged on riscv64 in v6.10");
  }

  @Test
  void whereThereIsNoVmemmap() {
    CommandLineRun.withOut("prove", directory, "--design v6.12 --arch mips32")
        .endsWith(64)
        .complains("nothing to prove: mips32 has no SPARSEMEM_VMEMMAP");
  }

  /** A file an obligation, with the status that z3 comes to as well. */
  @Test
  void obligationsAreWrittenAsSmtLib() throws IOException {
    Path export = directory.resolve("smt");
    CommandLineRun.withOut(
            "prove",
            directory,
            "--design v6.12 --arch ppc64 --property boot-usage-never-freed --export " + export)
        .endsWith(0);
    List<Path> files;
    try (Stream<Path> all = Files.walk(export)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertTrue(files.size() > 100, "so many: " + files.size());
    Path freed =
        files.stream()
            .filter(f -> f.endsWith("boot-usage-never-freed.smt2"))
            .filter(f -> f.toString().contains("sparse_remove_section"))
            .findFirst()
            .orElseThrow();
    String text = Files.readString(freed);
    assertTrue(text.contains("(set-info :status unsat)"), text);
    assertTrue(text.startsWith("(set-option :global-declarations true)"), text);
    assertTrue(text.endsWith("(check-sat)\n(exit)\n"), text);
  }

  @Test
  void whatIsNoDirectoryIsNotExportedTo() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    CommandLineRun.withOut("prove", directory, "--design v6.12 --arch ppc64 --export " + file)
        .endsWith(153)
        .complains("not a directory");
  }

  /** A table, then each claim: proved, or refuted with numbers. */
  @Test
  void showsTheSizesAndWhatIsRefutedOfThem() {
    CommandLineRun run =
        CommandLineRun.withOut("prove", directory, "--usemap --design v6.8 --arch x86_64");
    run.endsWith(0)
        .hasLine("        v6.8")
        .hasLine("x86_64  24+32=56")
        .hasLine("HOLDS prove@v6.8/packed-usages-do-not-overlap reach=exhaustive depth=0 ")
        .hasLine("VIOLATED prove@v6.8/usage-pages-all-counted reach=exhaustive depth=0 ");
    assertEquals(12, run.resultLines().size());
    assertEquals(2, run.resultLines().stream().filter(l -> l.startsWith("VIOLATED ")).count());
    String unwrapped = run.out().replaceAll("\\s+", " ");
    assertTrue(
        unwrapped.contains("a usage starts at byte 4088, ends at 4144, counted up to 4096"),
        unwrapped);
    assertTrue(run.out().lines().allMatch(l -> l.length() <= 100 || l.contains("reach=")));
  }

  @Test
  void ofV5_2NothingIsSaidOfSubsections() {
    CommandLineRun.withOut(
            "prove",
            directory,
            "--usemap --design v5.2 --arch s390 --property usage-stride-aligned")
        .endsWith(0)
        .hasLine("s390  0+128=128")
        .hasLine("HOLDS prove@v5.2/usage-stride-aligned reach=exhaustive depth=0 ");
    CommandLineRun.withOut(
            "prove", directory, "--usemap --design v5.2 --property mask-covers-its-range")
        .endsWith(5)
        .hasLine("NOT ASKED mask-covers-its-range: says nothing there: ");
  }
}
