package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The paths of any function share out its inputs: each input takes one, for each choice. */
class PathLawTest {
  /**
   * A function as a tree: it branches on {@code condition}, or on a choice if there is none, and
   * ends where it has no way on.
   */
  private record Tree(Optional<Formula> condition, List<Tree> ways) {}

  @Property
  void underAnyAssignmentThePathsThatHoldAreThoseThatTheFunctionTakes(
      @ForAll("trees") Tree tree, @ForAll("values") List<Boolean> values) {
    Circuit circuit = new Circuit();
    List<Bit> variables = Formula.variables(circuit);
    Assignment assignment = Formula.assignment(variables, values);
    List<String> holding =
        Path.all(circuit, path -> walk(tree, path, variables)).stream()
            .filter(run -> assignment.value(run.condition()))
            .map(Run::result)
            .toList();
    assertEquals(taken(tree, values), holding);
  }

  @Property
  void overKnownValuesAllPathsAreThoseThatTheFunctionTakes(
      @ForAll("trees") Tree tree, @ForAll("values") List<Boolean> values) {
    List<Bit> known = values.stream().map(Bit::of).toList();
    List<Run<String>> runs = Path.all(path -> walk(tree, path, known));
    assertEquals(taken(tree, values), runs.stream().map(Run::result).toList());
    assertTrue(runs.stream().allMatch(run -> run.conditions().isEmpty()));
  }

  @Property
  void noPathIsListedTwice(@ForAll("trees") Tree tree) {
    Circuit circuit = new Circuit();
    List<Bit> variables = Formula.variables(circuit);
    List<String> results =
        Path.all(circuit, path -> walk(tree, path, variables)).stream().map(Run::result).toList();
    assertEquals(results.size(), new HashSet<>(results).size());
  }

  /** The way through the tree, such as {@code /0/1}. */
  private static String walk(Tree tree, Path path, List<Bit> variables) {
    if (tree.ways().isEmpty()) {
      return "";
    }
    int way =
        tree.condition()
            .map(c -> path.test(c.bit().over(variables)) ? 0 : 1)
            .orElseGet(() -> path.choose(tree.ways().size()));
    return "/" + way + walk(tree.ways().get(way), path, variables);
  }

  /** The ways that {@code values} leave open to the environment's choices, in order. */
  private static List<String> taken(Tree tree, List<Boolean> values) {
    if (tree.ways().isEmpty()) {
      return List.of("");
    }
    List<String> taken = new ArrayList<>();
    for (int way = 0; way < tree.ways().size(); way++) {
      int number = way;
      if (tree.condition().map(c -> (c.value().test(values) ? 0 : 1) == number).orElse(true)) {
        taken(tree.ways().get(way), values).forEach(rest -> taken.add("/" + number + rest));
      }
    }
    return taken;
  }

  @Provide
  Arbitrary<Tree> trees() {
    return trees(4);
  }

  private static Arbitrary<Tree> trees(int depth) {
    Arbitrary<Tree> leaf = Arbitraries.just(new Tree(Optional.empty(), List.of()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Tree> smaller = Arbitraries.lazy(() -> trees(depth - 1));
    Arbitrary<Tree> branch =
        Combinators.combine(Formula.any(), smaller.list().ofSize(2))
            .as((condition, ways) -> new Tree(Optional.of(condition), ways));
    Arbitrary<Tree> choice =
        smaller.list().ofMinSize(1).ofMaxSize(3).map(ways -> new Tree(Optional.empty(), ways));
    return Arbitraries.oneOf(branch, branch, choice, leaf);
  }

  @Provide
  Arbitrary<List<Boolean>> values() {
    return Formula.values();
  }
}
