package org.mhpcheck.reports.junit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.reports.terminal.TraceWriter;
import org.mhpcheck.reports.text.ByScenario;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.FindingText;
import org.mhpcheck.reports.text.Fingerprint;
import org.mhpcheck.reports.text.QuestionText;
import org.mhpcheck.reports.text.Standing;
import org.mhpcheck.reports.text.Tally;

/** Writes a run as JUnit XML. */
public final class JUnitWriter {
  private static final int WIDTH = 100;

  private XmlElements xml;
  private boolean times;

  /** Writes all of {@code report}; leaves {@code out} open. */
  public void write(RunReport report, OutputStream out) throws IOException {
    times = report.timing().isPresent();
    try {
      xml = new XmlElements(out);
      xml.start("testsuites");
      xml.attribute("name", "mhpcheck " + report.command());
      for (List<Finding> scenario : ByScenario.of(report.findings()).values()) {
        suite(scenario, report);
      }
      notAsked(report.notAsked());
      completeness(report);
      xml.end();
      xml.finish();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void suite(List<Finding> findings, RunReport report) throws XMLStreamException {
    xml.start("testsuite");
    xml.attribute("name", findings.get(0).scenario().name());
    counts(
        findings.size(),
        count(findings, Standing.FAIL) + count(findings, Standing.VACUOUS),
        count(findings, Standing.UNKNOWN),
        0);
    if (times) {
      xml.attribute("timestamp", report.timing().get().started().toString());
    }
    xml.start("properties");
    property("asked", QuestionText.of(findings.get(0).scenario().question()));
    property("command", report.command());
    property("version", report.version());
    xml.end();
    for (Finding finding : findings) {
      testcase(finding);
    }
    xml.end();
  }

  private static long count(List<Finding> findings, Standing standing) {
    return findings.stream().filter(f -> Standing.of(f) == standing).count();
  }

  private void counts(long tests, long failures, long errors, long skipped)
      throws XMLStreamException {
    xml.attribute("tests", String.valueOf(tests));
    xml.attribute("failures", String.valueOf(failures));
    xml.attribute("errors", String.valueOf(errors));
    xml.attribute("skipped", String.valueOf(skipped));
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.start("property");
    xml.attribute("name", name);
    xml.attribute("value", value);
    xml.end();
  }

  private void testcase(Finding finding) throws XMLStreamException {
    String part = finding.subject().isEmpty() ? "" : "[" + finding.subject() + "]";
    start(
        finding.scenario().name() + "@" + finding.kernel() + part,
        finding.property().name(),
        times
            ? Optional.of(
                "%d.%03d"
                    .formatted(
                        finding.statistics().time().toSeconds(),
                        finding.statistics().time().toMillisPart()))
            : Optional.empty());
    String verdict = FindingText.verdict(finding);
    switch (Standing.of(finding)) {
      case PASS -> {}
      case FAIL -> problem("failure", finding.verdict().word().name(), verdict, text(finding));
      case VACUOUS -> problem("failure", "VACUOUS", verdict, FindingText.reason(finding));
      case UNKNOWN -> problem("error", "INCONCLUSIVE", verdict, FindingText.reason(finding));
    }
    xml.start("system-out");
    xml.text(verdict + "\nfingerprint " + Fingerprint.of(finding) + "\n");
    xml.end();
    xml.end();
  }

  private void start(String classname, String name, Optional<String> time)
      throws XMLStreamException {
    xml.start("testcase");
    xml.attribute("classname", classname);
    xml.attribute("name", name);
    if (time.isPresent()) {
      xml.attribute("time", time.get());
    }
  }

  private void problem(String element, String type, String message, String text)
      throws XMLStreamException {
    xml.start(element);
    xml.attribute("type", type);
    xml.attribute("message", message);
    xml.text(text);
    xml.end();
  }

  /** The counterexample as a terminal has it, or what there is instead. */
  private static String text(Finding finding) {
    Optional<Trace> trace = Counterexample.of(finding);
    if (trace.isEmpty()) {
      return FindingText.reason(finding);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TraceWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), WIDTH, false)
        .write(trace.get());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void notAsked(List<NotAsked> notAsked) throws XMLStreamException {
    if (notAsked.isEmpty()) {
      return;
    }
    xml.start("testsuite");
    xml.attribute("name", "not asked");
    counts(notAsked.size(), 0, 0, notAsked.size());
    for (NotAsked n : notAsked) {
      start("not asked", n.property(), Optional.empty());
      xml.start("skipped");
      xml.attribute("message", n.reason());
      xml.end();
      xml.end();
    }
    xml.end();
  }

  /** There always, so that a run that was cut short cannot be taken for a whole one. */
  private void completeness(RunReport report) throws XMLStreamException {
    Tally tally = new Tally(report);
    Optional<String> shortfall = tally.shortfall();
    xml.start("testsuite");
    xml.attribute("name", "run");
    counts(1, 0, shortfall.isPresent() ? 1 : 0, 0);
    start("run", "complete", Optional.empty());
    if (shortfall.isPresent()) {
      problem("error", "INCOMPLETE", shortfall.get(), tally.verdicts());
    }
    xml.end();
    xml.end();
  }
}
