package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ConformReport.Asked;
import org.mhpcheck.model.answer.ConformReport.Compared;
import org.mhpcheck.model.answer.ConformReport.Conclusion;
import org.mhpcheck.model.answer.ConformReport.Difference;
import org.mhpcheck.model.answer.ConformReport.LinesReached;
import org.mhpcheck.model.answer.ConformReport.NotCompared;
import org.mhpcheck.model.design.Design;

/**
 * How a model and a compiled kernel compare, told as it is found. Lines for eyes and for grep: none
 * is wrapped, and one that begins with a conclusion stands for a comparison, or, last, for all.
 */
public final class ConformText {
  /** Of places that are not reached, unless all are told. */
  private static final int MOST_PLACES = 6;

  /** Of a digest: enough to tell two trees from one another. */
  private static final int DIGITS = 16;

  private final PrintStream out;
  private final Design design;
  private final How how;

  /** How much is told: results only, also what differs, or also what it was made of. */
  public enum How {
    QUIET,
    PLAIN,
    VERBOSE
  }

  public ConformText(PrintStream out, Design design, How how) {
    this.out = out;
    this.design = design;
    this.how = how;
  }

  /** What it is that was compiled. */
  public void kernel(CompiledFrom made) {
    if (how == How.QUIET) {
      return;
    }
    line("kernel %s (linux %s), %s", made.tree(), made.release(), made.compiler());
    line(
        "%d functions of its own, %d names shimmed",
        made.functions().size(), made.shimmed().size());
    if (how == How.VERBOSE) {
      new TreeMap<>(made.files()).forEach((file, sha256) -> line("  %s  %s", sha256, file));
      line("  its own: %s", String.join(", ", new TreeSet<>(made.functions())));
      line("  shimmed: %s", String.join(", ", new TreeSet<>(made.shimmed())));
    }
  }

  public void compared(Compared compared) {
    if (how != How.QUIET && !compared.agrees()) {
      compared.differences().forEach(this::difference);
      line("To do one again: %s, and its line", compared.program());
    }
    line(
        "%s %s %s states=%d pairs=%d pairs/s=%.0f%s%s",
        compared.agrees() ? Conclusion.AGREES : Conclusion.DISAGREES,
        design,
        compared.asked().text(),
        compared.states(),
        compared.pairs(),
        speed(compared.pairs(), compared.time()),
        compared.exposed() == 0 ? "" : " exposed=" + compared.exposed(),
        compared.agrees() ? "" : ", stopped at " + compared.differences().size());
  }

  private void difference(Difference difference) {
    line("%s", difference.asked());
    line("  model     %s", difference.modelled());
    line("  compiled  %s", difference.compiled());
    difference.places().forEach(p -> line("            at %s", p));
    line("  again     %s", difference.line());
    difference.ran().forEach(r -> line("  ran       %s", r));
  }

  /** One that says nothing. */
  public void notCompared(NotCompared not) {
    Asked asked = not.asked();
    line("%s %s %s: %s", Conclusion.INCONCLUSIVE, design, asked.text(), not.reason());
  }

  public void lines(LinesReached lines) {
    List<String> places = lines.notReached();
    int told = how == How.VERBOSE ? places.size() : Math.min(places.size(), MOST_PLACES);
    String rest = told < places.size() ? ", and %d more".formatted(places.size() - told) : "";
    line(
        "kernel lines reached: %d of %d%s",
        lines.reached(),
        lines.lines(),
        places.isEmpty()
            ? ""
            : " (not reached: %s%s)".formatted(String.join(", ", places.subList(0, told)), rest));
  }

  /** What all of it comes to. */
  public void total(ConformReport report) {
    if (report.exposed() > 0) {
      line(
          "in %d pairs pfn_valid() was true, at a point on the way, of a subsection that had no"
              + " memmap (L06); after the call it was what the model says",
          report.exposed());
    }
    CompiledFrom made = report.kernel();
    int finished = report.comparisons().size();
    line(
        "%s %s with %s%s: %s%d pairs in all, %.0f pairs/s; linux %s, %d files sha256 %s, %s",
        report.conclusion(),
        design,
        made.kernel(),
        report.sanitized() ? " under sanitizers" : "",
        report.complete()
            ? ""
            : "interrupted, %d of %d comparisons finished; "
                .formatted(finished, finished + report.notCompared().size()),
        report.pairs(),
        speed(report.pairs(), report.timeComparing()),
        made.release(),
        made.files().size(),
        made.sources().substring(0, DIGITS) + "...",
        made.compiler());
  }

  private static double speed(long pairs, Duration time) {
    return pairs * 1e9 / Math.max(time.toNanos(), 1_000_000);
  }

  private void line(String format, Object... arguments) {
    out.print(String.format(Locale.ROOT, format, arguments) + "\n");
  }
}
