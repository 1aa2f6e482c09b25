package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.reports.RunMaker;

/** What became of mutants, for eyes and for grep. */
class MutantTableTest {

  private static List<String> lines(MutantReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MutantTable table =
        new MutantTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80, false);
    report.rows().forEach(table::write);
    table.writeScore(report);
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineEachThenTheScore() {
    String property = RunMaker.holds().property().name();
    assertEquals(
        List.of(
            "killed      section_deactivate.usage skipped                  by "
                + property
                + " in releases/x",
            "survived    section_deactivate.usage delayed                  nobody looks",
            "survived    section_activate.if 1 true                        NOT ARGUED: nothing"
                + " notices it",
            "equivalent  section_activate.if 1 false                       the same in 8 steps",
            "argued for, and does not survive: a mutant",
            "killed 1 of 4, 1 equivalent"),
        lines(RunMaker.mutants("nobody\nlooks", List.of("a mutant"), true, "releases/x")));
  }

  @Test
  void whatIsNotWholeSaysSo() {
    MutantReport report = RunMaker.mutants("why", List.of(), false, "releases/x");
    List<String> lines = lines(report);
    assertEquals("killed 1 of 4, 1 equivalent, not all were asked", lines.get(lines.size() - 1));
    assertEquals(ExitStatus.VIOLATED, report.exitStatus());
  }
}
