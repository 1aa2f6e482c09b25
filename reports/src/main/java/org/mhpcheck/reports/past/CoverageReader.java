package org.mhpcheck.reports.past;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.CoverageReport.Judgement;
import org.mhpcheck.model.answer.CoverageReport.NeverFired;
import org.mhpcheck.reports.past.JsonCursor.Value;

/** Reads back what has fired of the modelled kernel. */
final class CoverageReader {
  private static final int MOST = 100_000;

  private static final Map<String, Value<?>> NEVER_FIRED =
      Map.of("what", JsonCursor::text, "reason", JsonCursor::text);

  private static final Map<String, Value<?>> COVERAGE =
      Map.of(
          "fired",
          CoverageReader::texts,
          "neverFired",
          c -> new Never(c.list(MOST, CoverageReader::neverFired)),
          "stale",
          CoverageReader::texts);

  private record Texts(List<String> all) {}

  private record Never(List<NeverFired> all) {}

  private CoverageReader() {}

  static CoverageReport read(JsonCursor at) throws IOException {
    JsonFields fields = at.object("what has fired", COVERAGE);
    List<String> fired = List.copyOf(fields.get("fired", Texts.class).all());
    if (!fields.has("neverFired")) {
      return new CoverageReport(fired, Optional.empty());
    }
    return new CoverageReport(
        fired,
        Optional.of(
            new Judgement(
                List.copyOf(fields.get("neverFired", Never.class).all()),
                List.copyOf(fields.get("stale", Texts.class).all()))));
  }

  private static NeverFired neverFired(JsonCursor at) throws IOException {
    JsonFields fields = at.object("what has never fired", NEVER_FIRED);
    return new NeverFired(fields.get("what", String.class), fields.find("reason", String.class));
  }

  private static Texts texts(JsonCursor at) throws IOException {
    return new Texts(at.list(MOST, JsonCursor::text));
  }
}
