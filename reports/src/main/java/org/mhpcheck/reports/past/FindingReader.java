package org.mhpcheck.reports.past;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.past.JsonCursor.Value;
import org.mhpcheck.reports.text.Fingerprint;
import org.mhpcheck.reports.text.Words;

/** Reads a finding back, and holds it against what it says of itself. */
final class FindingReader {
  private static final int MOST_REMARKS = 10_000;

  /** Longer than any that is written. */
  private static final int LONGEST_ID = 1000;

  private static final Map<String, Value<?>> TRACE = Map.of("clause", JsonCursor::text);

  private static final Map<String, Value<?>> EXPECTED =
      Map.of(
          "verdict",
          FindingReader::word,
          "depth",
          c -> (int) c.number(Integer.MAX_VALUE),
          "known",
          JsonCursor::text);

  private final KnownNames known;
  private final Path traces;
  private final Map<String, Value<?>> finding;

  private record Remarks(List<String> all) {}

  private record Expected(Optional<Expectation> by) {}

  /**
   * @param traces what the names of trace files are relative to
   */
  FindingReader(KnownNames known, Path traces) {
    this.known = known;
    this.traces = traces;
    Map<String, Value<?>> scenario = Map.of("name", this::scenario);
    Map<String, Value<?>> property = Map.of("name", this::property);
    this.finding =
        Map.ofEntries(
            Map.entry("id", JsonCursor::text),
            Map.entry("fingerprint", JsonCursor::fingerprint),
            Map.entry("scenario", c -> c.object("a scenario", scenario)),
            Map.entry("design", FindingReader::design),
            Map.entry("kernel", FindingReader::ofTree),
            Map.entry("subject", JsonCursor::text),
            Map.entry("property", c -> c.object("a property", property)),
            Map.entry("verdict", FindingReader::word),
            Map.entry("reach", PastRunReader::reach),
            Map.entry("statistics", StatisticsReader::read),
            Map.entry("expected", c -> new Expected(c.optional(FindingReader::expectation))),
            Map.entry("grade", c -> c.named(Finding.Grade.values(), Finding.Grade::word)),
            Map.entry("remarks", c -> new Remarks(c.list(MOST_REMARKS, JsonCursor::text))),
            Map.entry("reason", JsonCursor::text),
            Map.entry("premise", JsonCursor::text),
            Map.entry("numbers", JsonCursor::text),
            Map.entry("trace", c -> c.object("a trace", TRACE)),
            Map.entry("traceFile", FindingReader::traceFile));
  }

  Finding read(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a finding", finding);
    Design design = fields.get("design", Design.class);
    Scenario scenario = fields.get("scenario", JsonFields.class).get("name", Scenario.class);
    Property property = fields.get("property", JsonFields.class).get("name", Property.class);
    Finding read =
        new Finding(
            scenario,
            design,
            fields.get("subject", String.class),
            property,
            verdict(fields, scenario, design, property),
            fields.get("statistics", Statistics.class),
            fields.get("expected", Expected.class).by(),
            fields.get("grade", Finding.Grade.class),
            List.copyOf(fields.get("remarks", Remarks.class).all()));
    requireAsTold(fields, "id", read.id());
    requireAsTold(fields, "fingerprint", Fingerprint.of(read));
    if (!read.expected().equals(scenario.expectation(design, property))) {
      throw fields.wrong("found an expectation that %s has not".formatted(scenario.name()));
    }
    return read;
  }

  private static void requireAsTold(JsonFields fields, String name, String is) {
    String told = fields.get(name, String.class);
    if (!told.equals(is)) {
      throw fields.wrong(
          "found the %s \"%s\", expected \"%s\""
              .formatted(name, Words.brief(told, LONGEST_ID), Words.brief(is, LONGEST_ID)));
    }
  }

  private Verdict verdict(JsonFields fields, Scenario scenario, Design design, Property property) {
    PastReach told = fields.get("reach", PastReach.class);
    Reach reach = new Reach.Told(told.word(), told.text());
    return switch (fields.get("verdict", Expectation.Word.class)) {
      case HOLDS -> new Verdict.Holds(reach);
      case VACUOUS -> new Verdict.Vacuous(reach, fields.get("premise", String.class));
      case INCONCLUSIVE -> new Verdict.Inconclusive(reach, fields.get("reason", String.class));
      case VIOLATED ->
          new Verdict.Violated(
              reach,
              fields
                  .find("numbers", String.class)
                  .<Evidence>map(Evidence.Numbers::new)
                  .orElseGet(() -> trace(fields, scenario, design, property)));
    };
  }

  private Trace trace(JsonFields fields, Scenario scenario, Design design, Property property) {
    Path file = traces.resolve(fields.get("traceFile", String.class));
    return known
        .replayed(
            scenario.of(design),
            property,
            file,
            fields.get("trace", JsonFields.class).get("clause", String.class))
        .orElseThrow(
            () ->
                fields.wrong(
                    "found that it is violated, but done again, %s breaks nothing"
                        .formatted(file.getFileName())));
  }

  private Scenario scenario(JsonCursor at) throws IOException {
    return known.scenario(at.text()).orElseThrow(() -> at.notExpected("a packaged scenario"));
  }

  private Property property(JsonCursor at) throws IOException {
    return known.property(at.text()).orElseThrow(() -> at.notExpected("a property's name"));
  }

  static Object ofTree(JsonCursor at) {
    throw at.notExpected("no kernel tree: its counterexamples can be done again only beside it");
  }

  private static Design design(JsonCursor at) throws IOException {
    try {
      return Design.parse(at.text());
    } catch (NoSuchDesignException e) {
      throw at.notExpected("a design");
    }
  }

  private static Expectation.Word word(JsonCursor at) throws IOException {
    return at.named(Expectation.Word.values(), Enum::name);
  }

  private static Expectation expectation(JsonCursor at) throws IOException {
    JsonFields fields = at.object("what was expected", EXPECTED);
    return new Expectation(
        fields.get("verdict", Expectation.Word.class),
        fields.find("depth", Integer.class),
        fields.find("known", String.class));
  }

  /** No other file is to be opened, whatever somebody wrote there. */
  private static String traceFile(JsonCursor at) throws IOException {
    return at.text("traces/[A-Za-z0-9_][A-Za-z0-9._+@-]{0,250}", "the name of a file in traces/");
  }
}
