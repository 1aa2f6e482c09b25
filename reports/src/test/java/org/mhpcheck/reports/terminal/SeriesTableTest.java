package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.reports.RunMaker;

/** What each patch of a series did, on a screen and in a log. */
class SeriesTableTest {

  private static String text(boolean colour, Finding... findings) {
    Captured out = new Captured();
    new SeriesTable(out.stream(), 80, colour)
        .write(RunMaker.run(true, ExitStatus.VIOLATED, findings), Series.SUBSECTION);
    return out.text();
  }

  @Test
  void aLineAPropertyAColumnAPatch() {
    String text =
        text(
            false,
            RunMaker.in("v5.2", RunMaker.holds()),
            RunMaker.in("v5.2+1..1", RunMaker.vacuous()),
            RunMaker.in("v5.2+1..2", RunMaker.violated()),
            RunMaker.in("v5.2+1..3", RunMaker.inconclusive()),
            RunMaker.in("v5.2+1..13", RunMaker.violated()));
    assertEquals(
        """

        after patch            v5.2 1 2 3 4 5 6 7 8 9 10 11 12 13
        boot-usage-never-freed    . - 3 ? - - - - - -  -  -  -  3
        a number: violated by so many calls; . holds; - never met, or not asked; ? not known

         1  f1eca35a0dc7  mm/sparsemem: introduce struct mem_section_usage
         2  326e1b8f83a4  mm/sparsemem: introduce a SECTION_IS_EARLY flag
        """,
        text.lines().limit(7).map(l -> l + "\n").reduce("", String::concat));
    List<String> lines = text.lines().toList();
    assertEquals(5 + 13, lines.size());
    assertEquals(" 7                mm: kill is_dev_zone() helper", lines.get(11));
    assertEquals(" 9  ba72b4c8cf60  mm/sparsemem: support sub-section hotplug", lines.get(13));
    assertEquals(
        "13                libnvdimm/pfn: stop padding pmem namespaces to section alignment",
        lines.get(lines.size() - 1));
  }

  /** What is of another design is in no column. */
  @Test
  void onlyTheSeriesIsTold() {
    String text = text(false, RunMaker.in("v5.3", RunMaker.violated()));
    assertTrue(
        text.contains("\nboot-usage-never-freed    - - - - - - - - - -  -  -  -  -\n"), text);
  }

  @Test
  void theHeadingStandsOut() {
    String text = text(true, RunMaker.in("v5.2", RunMaker.holds()));
    assertTrue(text.startsWith("\n\033[1mafter patch "), text);
  }
}
