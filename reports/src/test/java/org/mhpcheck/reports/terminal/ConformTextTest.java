package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.reports.ConformMaker;
import org.mhpcheck.reports.terminal.ConformText.How;

class ConformTextTest {
  private static String text(ConformReport report, How how) {
    Captured out = new Captured();
    ConformText text = new ConformText(out.stream(), report.design(), how);
    text.kernel(report.kernel());
    report.comparisons().forEach(text::compared);
    report.notCompared().forEach(text::notCompared);
    report.lines().ifPresent(text::lines);
    text.total(report);
    return out.text();
  }

  @Test
  void bothDoTheSame() {
    assertEquals(
        """
        kernel ../linux (linux 5.4.99), gcc 99
        1 functions of its own, 1 names shimmed
        AGREES v5.4 systems=2x4 states=12 pairs=1000 pairs/s=2000 exposed=3
        AGREES v5.4 all sections=1x2 states=12 pairs=1000 pairs/s=2000 exposed=4
        kernel lines reached: 7 of 9 (not reached: mm/a.c:4 in f, mm/a.c:9 in g)
        in 3 pairs pfn_valid() was true, at a point on the way, of a subsection that had no memmap \
        (L06); after the call it was what the model says
        AGREES v5.4 with linux-5.4.99: 2000 pairs in all, 2000 pairs/s; linux 5.4.99, \
        2 files sha256 0123456789abcdef..., gcc 99
        """,
        text(
            ConformMaker.report(ConformMaker.agrees(), ConformMaker.agreesOnAnyState()),
            How.PLAIN));
  }

  @Test
  void theyDiffer() {
    assertEquals(
        """
        kernel ../linux (linux 5.4.99), gcc 99
        1 functions of its own, 1 names shimmed
        __remove_pages(), subsections 0-3
          model     rc=0 flags=----
          compiled  rc=0 flags=PM--
                    at ALREADY_DEACTIVATED: f a.c:1
          again     remove range=1111
          ran       mm/a.c:1-3,5
        To do one again: cache/kernel-4 2 text, and its line
        DISAGREES v5.4 systems=2x4 states=12 pairs=1000 pairs/s=2000, stopped at 1
        kernel lines reached: 7 of 9 (not reached: mm/a.c:4 in f, mm/a.c:9 in g)
        DISAGREES v5.4 with linux-5.4.99: 1000 pairs in all, 2000 pairs/s; linux 5.4.99, \
        2 files sha256 0123456789abcdef..., gcc 99
        """,
        text(ConformMaker.report(ConformMaker.disagrees()), How.PLAIN));
  }

  @Test
  void whatWasNotFinishedIsInconclusive() {
    assertEquals(
        """
        AGREES v5.4 systems=2x4 states=12 pairs=1000 pairs/s=2000 exposed=3
        INCONCLUSIVE v5.4 all sections=1x2: interrupted
        in 3 pairs pfn_valid() was true, at a point on the way, of a subsection that had no memmap \
        (L06); after the call it was what the model says
        INCONCLUSIVE v5.4 with linux-5.4.99 under sanitizers: interrupted, 1 of 2 comparisons \
        finished; 1000 pairs in all, 2000 pairs/s; linux 5.4.99, \
        2 files sha256 0123456789abcdef..., gcc 99
        """,
        text(ConformMaker.interrupted(ConformMaker.agrees()), How.QUIET));
  }
}
