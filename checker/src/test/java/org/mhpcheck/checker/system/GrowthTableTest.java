package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;

/** The table of how state spaces grow that the documentation prints, where that is quickly seen. */
class GrowthTableTest {
  private static final Path PAGE = Path.of("..", "docs", "performance.md");
  private static final List<Integer> SUBSECTIONS = List.of(2, 4, 8);
  private static final long QUICK = 10_000;

  /** What the page says of a world. */
  record Cell(Caller caller, int sections, int subsections, long states) {}

  static List<Cell> cells() throws IOException {
    return Files.readAllLines(PAGE).stream().flatMap(GrowthTableTest::cells).toList();
  }

  private static Stream<Cell> cells(String line) {
    String[] columns = line.split("\\|", -1);
    Optional<Caller> caller =
        Stream.of(Caller.values())
            .filter(c -> columns.length > 5 && c.callerName().equals(columns[1].strip()))
            .findFirst();
    if (caller.isEmpty()) {
      return Stream.empty();
    }
    int sections = Integer.parseInt(columns[2].strip());
    return Stream.iterate(0, i -> i < SUBSECTIONS.size(), i -> i + 1)
        .filter(i -> !columns[3 + i].isBlank())
        .map(
            i ->
                new Cell(
                    caller.get(),
                    sections,
                    SUBSECTIONS.get(i),
                    Long.parseLong(columns[3 + i].strip().replace(",", ""))))
        .filter(cell -> cell.states() < QUICK);
  }

  @Test
  void isFound() throws IOException {
    assertEquals(3, cells().stream().map(Cell::caller).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isWhatThereIs(Cell cell) {
    Question.Explore world = Worlds.device(cell.sections(), cell.subsections(), true);
    Question.Explore asked =
        new Question.Explore(
            world.world(),
            world.boot(),
            List.of(cell.caller()),
            world.altmaps(),
            world.faults(),
            Limits.NONE);
    assertEquals(cell.states(), Worlds.explore(Worlds.kernel("v6.12"), asked).states());
  }
}
