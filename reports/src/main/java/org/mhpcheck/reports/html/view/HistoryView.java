package org.mhpcheck.reports.html.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.past.RunDifference;
import org.mhpcheck.reports.terminal.DifferenceText;

/** The runs before this one, and how things went since. */
public record HistoryView(History history) {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 60;

  /**
   * A run as a line of a table.
   *
   * @param since what differs from the run before, in numbers; empty for the oldest
   * @param differences the same, one line each
   */
  public record Row(
      String started,
      boolean complete,
      int exitStatus,
      long violated,
      long answers,
      String seconds,
      String since,
      List<String> differences) {}

  /**
   * A number from run to run, drawn.
   *
   * @param points as a polyline of SVG has them, the oldest run first
   */
  public record Trend(String name, String points, String first, String last) {}

  public boolean isEmpty() {
    return history.runs().size() < 2;
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  /** The newest first. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (History.Entry entry : history.runs()) {
      PastRun run = entry.run();
      rows.add(
          0,
          new Row(
              run.started().map(HistoryView::second).orElse("without times"),
              run.complete(),
              run.exitStatus(),
              run.count(Word.VIOLATED),
              run.findings().size(),
              run.time().map(t -> String.valueOf(t.toSeconds())).orElse(""),
              entry.sinceBefore().map(DifferenceText::counts).orElse(""),
              entry.sinceBefore().stream().flatMap(HistoryView::lines).toList()));
    }
    return rows;
  }

  private static Stream<String> lines(RunDifference difference) {
    return DifferenceText.all(difference).stream();
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public List<Trend> trends() {
    return List.of(
        trend("seconds", r -> r.time().map(Duration::toSeconds).orElse(0L)),
        trend("states", PastRun::states),
        trend("answers", r -> r.findings().size()),
        trend("violated", r -> r.count(Word.VIOLATED)));
  }

  private Trend trend(String name, ToLongFunction<PastRun> number) {
    List<Long> numbers = history.runs().stream().map(e -> number.applyAsLong(e.run())).toList();
    long most = Math.max(1, numbers.stream().mapToLong(n -> n).max().orElse(1));
    int gaps = Math.max(1, numbers.size() - 1);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      long y = HEIGHT - Math.round((double) numbers.get(i) / most * (HEIGHT - 4)) - 2;
      points.append(i == 0 ? "" : " ").append(i * WIDTH / gaps).append(',').append(y);
    }
    return new Trend(
        name,
        points.toString(),
        "%,d".formatted(numbers.get(0)),
        "%,d".formatted(numbers.get(numbers.size() - 1)));
  }
}
