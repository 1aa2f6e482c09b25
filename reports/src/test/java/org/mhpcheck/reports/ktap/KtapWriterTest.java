package org.mhpcheck.reports.ktap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.Runs;
import org.mhpcheck.reports.ktap.Ktap.Result;
import org.mhpcheck.reports.text.Standing;

class KtapWriterTest {
  private static String text(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new KtapWriter().write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Result> parsed(RunReport report) throws IOException {
    return Ktap.parse(text(report));
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return Arbitraries.of(RunMaker.everything().findings()).list().ofMaxSize(8);
  }

  @Property(tries = 100)
  void everyFindingIsASubtestAndOnlyPassesAreOk(
      @ForAll("findings") List<Finding> findings, @ForAll boolean complete) throws IOException {
    List<Result> results =
        parsed(RunMaker.run(complete, ExitStatus.OK, findings.toArray(new Finding[0])));
    assertEquals(
        findings.stream().filter(f -> Standing.of(f) == Standing.PASS).count(),
        results.stream().flatMap(r -> r.subtests().stream()).filter(Result::ok).count());
    assertEquals(findings.size(), results.stream().mapToInt(r -> r.subtests().size()).sum());
    Result last = results.get(results.size() - 1);
    assertEquals("run-is-complete", last.name());
    assertEquals(complete && !findings.isEmpty(), last.ok());
    for (Result scenario : results) {
      if (!scenario.subtests().isEmpty()) {
        assertEquals(scenario.subtests().stream().allMatch(Result::ok), scenario.ok());
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whateverItIsCalledItIsOneLineOfText(@ForAll("runs") RunReport report) throws IOException {
    List<Result> results = parsed(report);
    assertEquals(
        report.findings().size(), results.stream().mapToInt(r -> r.subtests().size()).sum());
    assertEquals(report.notAsked().size(), results.stream().filter(Result::skipped).count());
    assertTrue(text(report).codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
  }

  @Provide
  Arbitrary<RunReport> runs() {
    return Runs.any();
  }

  @Test
  void whatWasNotAskedIsSkipped() throws IOException {
    Result skipped = parsed(RunMaker.run(true, ExitStatus.OK, RunMaker.holds())).get(1);
    assertEquals("usemap-fits", skipped.name());
    assertTrue(skipped.skipped());
  }

  @Test
  void aFailureTellsItsCalls() throws IOException {
    String text = text(RunMaker.everything());
    assertTrue(text.contains("  # 3. arch_remove_memory(section 1, subsections 0-3)\n"), text);
    assertTrue(text.contains("  # not known: the limit of 1000 states was reached\n"), text);
  }

  @Test
  void theParserRefusesOtherPlansAndNumbers() throws IOException {
    String text = text(RunMaker.everything());
    assertThrows(AssertionError.class, () -> Ktap.parse(text.replaceFirst("1\\.\\.", "1..1")));
    assertThrows(AssertionError.class, () -> Ktap.parse(text.replaceFirst("ok 1", "ok 2")));
    assertThrows(AssertionError.class, () -> Ktap.parse(text.replaceFirst("  KTAP", " KTAP")));
  }
}
