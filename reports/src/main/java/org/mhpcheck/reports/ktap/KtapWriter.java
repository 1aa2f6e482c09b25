package org.mhpcheck.reports.ktap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.reports.text.ByScenario;
import org.mhpcheck.reports.text.CallLines;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.FindingText;
import org.mhpcheck.reports.text.Printable;
import org.mhpcheck.reports.text.Standing;
import org.mhpcheck.reports.text.Tally;

/** Writes a run as KTAP, version 1. */
public final class KtapWriter {
  private static final String VERSION = "KTAP version 1";
  private static final String INDENT = "  ";

  private Writer out;

  /** Writes all of {@code report}; leaves {@code stream} open. */
  public void write(RunReport report, OutputStream stream) throws IOException {
    out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    Map<String, List<Finding>> scenarios = ByScenario.of(report.findings());
    line(VERSION);
    // One test more than there are scenarios: whether the run is whole.
    line("1..%d".formatted(scenarios.size() + report.notAsked().size() + 1));
    int number = 0;
    for (Map.Entry<String, List<Finding>> scenario : scenarios.entrySet()) {
      number++;
      scenario(number, scenario.getKey(), scenario.getValue());
    }
    for (NotAsked notAsked : report.notAsked()) {
      number++;
      line(
          "ok %d %s # SKIP %s"
              .formatted(number, name(notAsked.property()), Printable.line(notAsked.reason())));
    }
    Optional<String> shortfall = new Tally(report).shortfall();
    if (shortfall.isPresent()) {
      line("# " + shortfall.get());
    }
    line(result(shortfall.isEmpty(), number + 1, "run-is-complete"));
    out.flush();
  }

  private void scenario(int number, String name, List<Finding> findings) throws IOException {
    line(INDENT + VERSION);
    line(INDENT + "# Subtest: " + name(name));
    line(INDENT + "1..%d".formatted(findings.size()));
    boolean passes = true;
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      boolean ok = Standing.of(finding) == Standing.PASS;
      passes &= ok;
      diagnostics(finding, ok);
      line(INDENT + result(ok, i + 1, name(finding.id())));
    }
    line(result(passes, number, name(name)));
  }

  /** What a failure comes from; of what passes the verdict alone. */
  private void diagnostics(Finding finding, boolean ok) throws IOException {
    diagnostic(FindingText.verdict(finding));
    if (ok) {
      return;
    }
    if (!FindingText.reason(finding).isEmpty()) {
      diagnostic(FindingText.reason(finding));
    }
    Optional<Trace> trace = Counterexample.of(finding);
    if (trace.isPresent()) {
      for (String line : CallLines.of(trace.get())) {
        diagnostic(line);
      }
      diagnostic(trace.get().clause());
    }
  }

  private void diagnostic(String text) throws IOException {
    line(INDENT + "# " + Printable.line(text));
  }

  private static String result(boolean ok, int number, String name) {
    return "%s %d %s".formatted(ok ? "ok" : "not ok", number, name);
  }

  /** A hash mark would begin a directive. */
  private static String name(String name) {
    return Printable.line(name).replace('#', '_');
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
