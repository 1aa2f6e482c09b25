package org.mhpcheck.reports.past;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Fate;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.reports.past.JsonCursor.Value;
import org.mhpcheck.reports.text.Words;

/** Reads back what became of planted faults. */
final class MutantsReader {
  private static final int MOST = 100_000;

  private final KnownNames known;
  private final Map<String, Value<?>> mutants;
  private final Map<String, Value<?>> row;

  private record Rows(List<Row> all) {}

  private record Names(List<String> all) {}

  private record By(List<Property> all) {}

  MutantsReader(KnownNames known) {
    this.known = known;
    this.row =
        Map.of(
            "function",
            JsonCursor::text,
            "site",
            JsonCursor::text,
            "way",
            c -> c.named(Mutant.Way.values(), Enum::name),
            "fate",
            JsonCursor::text,
            "scenario",
            JsonCursor::text,
            "by",
            c -> new By(c.list(MOST, this::property)),
            "shownFor",
            JsonCursor::text,
            "why",
            JsonCursor::text);
    this.mutants =
        Map.of(
            "design",
            JsonCursor::text,
            "complete",
            JsonCursor::truth,
            "mutants",
            c -> new Rows(c.list(MOST, this::row)),
            "stale",
            c -> new Names(c.list(MOST, JsonCursor::text)));
  }

  MutantReport read(JsonCursor at) throws IOException {
    JsonFields fields = at.object("planted faults", mutants);
    return new MutantReport(
        fields.get("design", String.class),
        List.copyOf(fields.get("mutants", Rows.class).all()),
        List.copyOf(fields.get("stale", Names.class).all()),
        fields.get("complete", Boolean.class));
  }

  private Row row(JsonCursor at) throws IOException {
    JsonFields fields = at.object("a mutant", row);
    Site site = new Site(fields.get("function", String.class), fields.get("site", String.class));
    Fate fate = fate(fields);
    String told = fields.get("fate", String.class);
    if (!told.equals(fate.word())) {
      throw fields.wrong(
          "found that it is \"%s\", expected \"%s\"".formatted(Words.brief(told), fate.word()));
    }
    return new Row(new Mutant(site, fields.get("way", Mutant.Way.class)), fate);
  }

  /** By what is told of it. */
  private static Fate fate(JsonFields fields) {
    if (fields.has("by")) {
      return new Killed(
          fields.get("scenario", String.class), List.copyOf(fields.get("by", By.class).all()));
    }
    return fields.has("shownFor")
        ? new Equivalent(fields.get("shownFor", String.class))
        : new Survived(fields.find("why", String.class));
  }

  private Property property(JsonCursor at) throws IOException {
    return known.property(at.text()).orElseThrow(() -> at.notExpected("a property's name"));
  }
}
