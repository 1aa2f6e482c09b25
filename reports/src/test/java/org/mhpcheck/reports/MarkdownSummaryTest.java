package org.mhpcheck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;

class MarkdownSummaryTest {
  private static String text(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MarkdownSummary(f -> Optional.of("traces/a.itf.json")).write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsAsExpectedIsFolded() throws IOException {
    String text = text(RunMaker.run(true, ExitStatus.OK, RunMaker.violated(), RunMaker.holds()));
    assertFalse(text.contains("To look at"), text);
    assertTrue(
        text.indexOf("history/b01") > text.indexOf("<details><summary>All answers: 2"), text);
  }

  @Test
  void whatHasToBeLookedAtComesWithItsCalls() throws IOException {
    String text = text(RunMaker.everything());
    String told = text.substring(text.indexOf("## To look at"), text.indexOf("<details>"));
    assertEquals(5, told.lines().filter(l -> l.startsWith("### ")).count(), told);
    assertTrue(told.contains("3. arch_remove_memory(section 1, subsections 0-3)\n"), told);
    assertTrue(told.contains("mended by 8068df3b6037"), told);
    assertTrue(told.contains("### HOLDS history/mended"), told);
    assertTrue(told.contains("Expected: VIOLATED at depth 3"), told);
  }

  @Test
  void thatItIsNotCompleteComesFirst() throws IOException {
    assertTrue(
        text(RunMaker.everything())
            .startsWith("# INCOMPLETE, not everything asked was answered to the end: mhpcheck "));
    String nothing = text(Runs.nothingAnswered());
    assertTrue(nothing.startsWith("# INCOMPLETE, nothing was answered: mhpcheck "), nothing);
    assertFalse(nothing.contains("complete: everything"), nothing);
    String whole = text(RunMaker.run(true, ExitStatus.OK, RunMaker.holds()));
    assertTrue(whole.startsWith("# mhpcheck "), whole);
  }

  @Test
  void namesAreText() throws IOException {
    String text = text(RunMaker.everything());
    assertFalse(text.contains("<script>"), text);
    assertTrue(text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
    assertTrue(
        text.contains("| VIOLATED | &lt;script>alert(1)&lt;/script> &amp; \"quotes\" \\| \\#"),
        text);
  }
}
