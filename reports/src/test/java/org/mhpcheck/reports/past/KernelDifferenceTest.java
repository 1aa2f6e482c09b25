package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.CompiledFrom.Texts;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.json.RunWriter;
import org.mhpcheck.reports.terminal.DifferenceText;

/** What became of a kernel's functions from one run to the next, and of the verdicts. */
class KernelDifferenceTest {
  private static final PastRun RUN =
      PastMaker.run(PastMaker.finding("check@linux-6.12.1/p", Word.HOLDS));

  private static PastKernel kernel(
      String name, String file, Map<String, String> functions, Map<String, String> definitions) {
    return new PastKernel(
        name,
        "../linux",
        Map.of("mm/sparse.c", file),
        Optional.of(new Texts(functions, definitions)));
  }

  private static PastKernel kernel(String file, Map<String, String> functions) {
    return kernel("linux-6.12.1", file, functions, Map.of());
  }

  private static List<String> told(PastKernel before, PastKernel after) {
    return DifferenceText.all(
        RunDifference.of(PastMaker.of(RUN, before), PastMaker.of(RUN, after)));
  }

  @Test
  void functionsAreNamed() {
    assertEquals(
        List.of(
            "linux-6.12.1 since 2025-01-02T03:04:05Z: functions changed: b, c; functions gone: d;"
                + " functions new: e; the verdicts are the same"),
        told(
            kernel("1", Map.of("a", "1", "b", "1", "c", "1", "d", "1")),
            kernel("2", Map.of("a", "1", "b", "2", "c", "2", "e", "1"))));
  }

  @Test
  void soIsWhatTheyMention() {
    assertEquals(
        List.of(
            "linux-6.12.1 since 2025-01-02T03:04:05Z: definitions changed: SECTION_SHIFT; the"
                + " verdicts are the same"),
        told(
            kernel("linux-6.12.1", "1", Map.of("a", "1"), Map.of("SECTION_SHIFT", "1")),
            kernel("linux-6.12.1", "2", Map.of("a", "1"), Map.of("SECTION_SHIFT", "2"))));
  }

  @Test
  void filesMayChangeAndNoFunction() {
    assertEquals(
        List.of(
            "linux-6.12.1 since 2025-01-02T03:04:05Z: files changed: mm/sparse.c; none of the"
                + " functions asked; the verdicts are the same"),
        told(kernel("1", Map.of("a", "1")), kernel("2", Map.of("a", "1"))));
    assertEquals(List.of(), told(kernel("1", Map.of("a", "1")), kernel("1", Map.of("a", "1"))));
  }

  @Test
  void ofARunThatKeptNoTextsOnlyFilesAreKnown() {
    PastKernel old =
        new PastKernel("linux-6.12.1", "../linux", Map.of("mm/sparse.c", "1"), Optional.empty());
    String told = told(old, kernel("2", Map.of("a", "1"))).get(0);
    assertTrue(told.contains("files changed: mm/sparse.c; which functions is not known"), told);
  }

  /** A stable release is the same tree a week later: its verdicts are not lost. */
  @Test
  void aTreeMayBecomeAnotherRelease() {
    PastRun before =
        PastMaker.of(
            PastMaker.run(
                PastMaker.violated("check@linux-6.12.1/p", "a", 3),
                PastMaker.finding("check@v6.12/q", Word.HOLDS)),
            kernel("linux-6.12.1", "1", Map.of("a", "1"), Map.of()));
    PastRun after =
        PastMaker.of(
            PastMaker.run(
                PastMaker.violated("check@linux-6.12.2/p", "b", 3),
                PastMaker.finding("check@v6.12/q", Word.HOLDS)),
            kernel("linux-6.12.2", "1", Map.of("a", "1"), Map.of()));
    RunDifference difference = RunDifference.of(before, after);
    assertEquals(List.of(), difference.differences());
    assertEquals(
        List.of(
            "linux-6.12.2, which was linux-6.12.1, since 2025-01-02T03:04:05Z: the same files; the"
                + " verdicts are the same"),
        DifferenceText.all(difference));
  }

  @Test
  void whatThatDidToTheVerdictsIsTold() {
    PastRun before = PastMaker.of(RUN, kernel("1", Map.of("a", "1")));
    PastRun after =
        PastMaker.of(
            PastMaker.run(PastMaker.violated("check@linux-6.12.1/p", "a", 3)),
            kernel("2", Map.of("a", "2")));
    List<String> told = DifferenceText.all(RunDifference.of(before, after));
    assertTrue(told.get(0).endsWith(": functions changed: a; 1 verdict differs"), told.get(0));
    assertTrue(told.get(1).startsWith("NEW check@linux-6.12.1/p: HOLDS "), told.get(1));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RunWriter().write(RunMaker.runOfTree(), out);
    PastRun read = PastRunReader.read("a", new ByteArrayInputStream(out.toByteArray()));
    assertEquals(PastRun.of(RunMaker.runOfTree()), read);
    assertEquals(1, read.kernels().size());
  }
}
