package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;

/** States per depth as a plot, and transitions by the kernel function called. */
public record SpaceView(String kernel, Space space, Statistics statistics) {
  private static final int STEP = 26;
  private static final int HEIGHT = 90;

  /** One depth; a bar's height goes with the logarithm, so that small levels are seen. */
  public record Bar(int depth, long states, int x, int y, int width, int height) {}

  public int width() {
    return Math.max(1, space.byDepth().size()) * STEP;
  }

  public int height() {
    return HEIGHT;
  }

  public List<Bar> bars() {
    double most = Math.log1p(space.byDepth().stream().mapToLong(n -> n).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int depth = 0; depth < space.byDepth().size(); depth++) {
      long states = space.byDepth().get(depth);
      int height = most == 0 ? 0 : (int) Math.round(Math.log1p(states) / most * HEIGHT);
      bars.add(new Bar(depth, states, depth * STEP, HEIGHT - height, STEP - 4, height));
    }
    return bars;
  }

  /** The plot in words. */
  public String text() {
    return "States by the fewest calls that lead to them: "
        + IntStream.range(0, space.byDepth().size())
            .mapToObj(d -> "%d: %,d".formatted(d, space.byDepth().get(d)))
            .collect(Collectors.joining(", "));
  }

  public Map<String, Long> byCall() {
    return new TreeMap<>(space.byCall());
  }
}
