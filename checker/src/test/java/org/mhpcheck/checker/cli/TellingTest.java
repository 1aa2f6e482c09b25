package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.specs.property.Properties;

/** How much is said, and what can be looked up. */
class TellingTest {
  private static final String READDED =
      "--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed ";

  @TempDir private Path directory;

  @Test
  void quietTellsNoCounterexample() {
    CommandLineRun run = CommandLineRun.check(directory, READDED + "--quiet").endsWith(12);
    assertEquals(List.of(), run.calls());
    assertEquals(1, run.resultLines().size());
  }

  @Test
  void nothingButColourlessTextWhereThereIsNoTerminal() {
    CommandLineRun run = CommandLineRun.check(directory, READDED).endsWith(12);
    assertFalse(run.out().contains("\u001b"));
    assertFalse(run.err().contains("\u001b"));
  }

  @Test
  void propertiesThatSayNothingAreListed() {
    CommandLineRun.check(directory, "--design v6.12 --sections 1 --subsections 4 --callers device")
        .endsWith(12)
        .hasLine("NOT ASKED failed-add-changes-nothing: needs ")
        .hasLine("NOT ASKED usage-stride-aligned: ");
  }

  @Test
  void onlyWhatSurprisesIsToldOfScenariosAtNight() {
    CommandLineRun.check(directory, "history/b01-readded-early-usage")
        .endsWith(0)
        .hasLine("1. arch_remove_memory(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"designs", "changes", "properties", "arches", "scenarios", "corpus"})
  void listsWhatCanBeNamed(String what) {
    assertTrue(CommandLineRun.of("list", what).endsWith(0).out().lines().count() >= 4);
  }

  /** A line an architecture as it is configured, and where memory can be hotplugged so. */
  @Test
  void architecturesAreATable() {
    CommandLineRun run = CommandLineRun.of("list", "arches").endsWith(0);
    run.hasLine(
            "architecture       shift  shift     bits  order      order  sect.  long  VMEMMAP  since")
        .hasLine(
            "riscv64               12     21       27     10          9     64     8  yes      v6.11")
        .hasLine(
            "alpha                 13      -       27     10         10     64     8  no       -");
    assertTrue(run.out().lines().allMatch(l -> l.length() <= 100));
  }

  @Test
  void everythingListedCanBeExplained() {
    Stream.of("properties", "scenarios")
        .flatMap(what -> CommandLineRun.of("list", what).out().lines())
        .map(line -> line.split(" ")[0])
        .forEach(
            name ->
                assertTrue(
                    CommandLineRun.of("explain", name).endsWith(0).out().startsWith(name), name));
    CommandLineRun.of("list", "changes")
        .out()
        .lines()
        .forEach(line -> CommandLineRun.of("explain", line.split(" +")[1]).endsWith(0));
  }

  @Test
  void everyPropertyIsListed() {
    String listed = CommandLineRun.of("list", "properties").out();
    Properties.all().forEach(p -> assertTrue(listed.contains(p.name())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nightly", "check", "prove", "conform", "replay", "show", "list", "explain"})
  void everyCommandHasHelp(String command) {
    assertTrue(
        CommandLineRun.of(command, "--help")
            .endsWith(0)
            .out()
            .contains("Usage: mhpcheck " + command));
  }

  @Test
  void theVersion() {
    assertTrue(CommandLineRun.of("--version").endsWith(0).out().startsWith("mhpcheck "));
  }
}
