package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.json.RunWriter;

class RunReaderTest {
  static final RunReport RUN =
      RunMaker.run(
              false,
              ExitStatus.VIOLATED,
              RunMaker.violated(),
              RunMaker.holds(),
              RunMaker.vacuous(),
              RunMaker.inconclusive(),
              RunMaker.numbers(),
              RunMaker.mended())
          .with(RunMaker.mutants("nobody reads it", List.of("stale one"), false, "limits"));

  @TempDir private Path directory;

  /** As a run of {@link #RUN} has them; of the one trace, it is believed that it breaks it. */
  static class Names implements KnownNames {
    @Override
    public Optional<Scenario> scenario(String name) {
      return RUN.findings().stream()
          .map(Finding::scenario)
          .filter(s -> s.name().equals(name))
          .findFirst();
    }

    @Override
    public Optional<Property> property(String name) {
      return Stream.of(TraceMaker.BOOT_USAGE_NEVER_FREED)
          .<Property>map(p -> p)
          .filter(p -> p.name().equals(name))
          .findFirst();
    }

    @Override
    public Optional<Trace> replayed(Scenario asked, Property property, Path file, String clause) {
      Trace trace = TraceMaker.b01();
      boolean isIt =
          Files.exists(file)
              && trace.script().equals(ItfReader.read(file).script())
              && trace.clause().equals(clause);
      return isIt ? Optional.of(trace) : Optional.empty();
    }
  }

  @BeforeEach
  void write() {
    RunDirectory.at(directory).writeAnswers(RUN);
  }

  private RunReport read() {
    return new RunReader(new Names()).read(directory);
  }

  private static String json(RunReport run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RunWriter().write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void change(String old, String now) throws IOException {
    Path file = directory.resolve("summary.json");
    String text = Files.readString(file);
    assertTrue(text.contains(old), old);
    Files.writeString(file, text.replace(old, now));
  }

  private String refusal() {
    return assertThrows(PastRunException.class, this::read).getMessage();
  }

  /** Rates are of times that are no more exact than they are written. */
  @Test
  void whatIsReadIsWrittenAgainAsItWas() throws IOException {
    assertEquals(json(RUN), json(read()));
    assertEquals(
        RUN.findings().stream().map(Finding::statistics).toList(),
        read().findings().stream().map(Finding::statistics).toList());
    assertEquals(RUN.mutants(), read().mutants());
  }

  @Test
  void withoutTimesToo() throws IOException {
    RunDirectory.at(directory).writeAnswers(RUN.withoutTiming());
    assertEquals(json(RUN.withoutTiming()), json(read()));
    assertFalse(read().timing().isPresent());
  }

  @Test
  void whatWasChangedIsRefused() throws IOException {
    change(
        "\"fingerprint\" : \"",
        "\"fingerprint\" : \"00000000000000000000000000000000\", \"x\" : \"");
    assertTrue(
        refusal().contains("found the fingerprint \"00000000000000000000000000000000\", expected"),
        refusal());
  }

  /** A text of a file may be of any length, a line of ours is not. */
  @Test
  void ofALongNameTheBeginningIsTold() throws IOException {
    change("\"id\" : \"", "\"id\" : \"" + "x".repeat(100_000));
    assertTrue(refusal().contains("found the id \"" + "x".repeat(1000) + "...\""), refusal());
  }

  @Test
  void anotherExpectationIsRefused() throws IOException {
    change("\"known\" : \"B01\"", "\"known\" : \"B02\"");
    assertTrue(
        refusal().endsWith("found an expectation that history/b01-readded-early-usage has not"));
  }

  @Test
  void anotherScenarioIsRefused() throws IOException {
    change("\"name\" : \"limits\"", "\"name\" : \"elsewhere\"");
    assertTrue(refusal().endsWith("found \"elsewhere\", expected a packaged scenario"), refusal());
  }

  @Test
  void noOtherFileIsOpened() throws IOException {
    change("\"traceFile\" : \"traces/", "\"traceFile\" : \"traces/../../");
    assertTrue(refusal().endsWith("expected the name of a file in traces/"), refusal());
  }

  @Test
  void aTraceThatBreaksNothingIsRefused() {
    KnownNames names =
        new Names() {
          @Override
          public Optional<Trace> replayed(
              Scenario asked, Property property, Path file, String clause) {
            return Optional.empty();
          }
        };
    String why =
        assertThrows(PastRunException.class, () -> new RunReader(names).read(directory))
            .getMessage();
    assertTrue(why.endsWith(".itf.json breaks nothing"), why);
  }

  @Test
  void aRunOfATreeIsRefused() {
    RunDirectory.at(directory).writeAnswers(RunMaker.runOfTree());
    assertTrue(refusal().contains("found \"linux-5.4.99\", expected no kernel tree"), refusal());
  }
}
