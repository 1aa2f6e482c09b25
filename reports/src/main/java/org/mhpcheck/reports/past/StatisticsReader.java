package org.mhpcheck.reports.past;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.reports.past.JsonCursor.Value;

/** Reads back what an engine went through. */
final class StatisticsReader {
  private static final int MOST_LEVELS = 1_000_000;
  private static final int MOST_CALLS = 1000;

  private static final Map<String, Value<?>> STATISTICS =
      Map.of(
          "states",
          StatisticsReader::count,
          "transitions",
          StatisticsReader::count,
          "sectionStates",
          StatisticsReader::count,
          "depth",
          c -> (int) c.number(Integer.MAX_VALUE),
          "seconds",
          JsonCursor::seconds,
          "statesByDepth",
          c -> new ByDepth(c.list(MOST_LEVELS, StatisticsReader::count)),
          "transitionsByCall",
          c -> new ByCall(c.map(MOST_CALLS, StatisticsReader::count)),
          "allExplored",
          JsonCursor::truth,
          "bytes",
          StatisticsReader::count);

  private record ByDepth(List<Long> all) {}

  private record ByCall(Map<String, Long> all) {}

  private StatisticsReader() {}

  static Statistics read(JsonCursor at) throws IOException {
    JsonFields fields = at.object("statistics", STATISTICS);
    return new Statistics(
        fields.get("states", Long.class),
        fields.get("transitions", Long.class),
        fields.get("sectionStates", Long.class),
        fields.get("depth", Integer.class),
        fields.find("seconds", Duration.class).orElse(Duration.ZERO),
        fields.find("statesByDepth", ByDepth.class).map(levels -> space(levels, fields)));
  }

  private static Space space(ByDepth levels, JsonFields fields) {
    return new Space(
        levels.all(),
        fields.get("transitionsByCall", ByCall.class).all(),
        fields.get("allExplored", Boolean.class),
        fields.find("bytes", Long.class).orElse(0L));
  }

  private static Long count(JsonCursor at) throws IOException {
    return at.number(Long.MAX_VALUE);
  }
}
