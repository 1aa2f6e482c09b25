package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.question.Limits;

/** What is cut off is not finished, and says by what. */
class LimitsTest {
  private static final int LENGTH = 2000;
  private static final long LAST = 1;

  /** A chain whose last state breaks a property. */
  private static Graph chain() {
    Graph chain = Graph.from(0).breaks(LENGTH, LAST);
    for (int i = 0; i < LENGTH; i++) {
      chain.edge(i, i + 1);
    }
    return chain;
  }

  private static Exploration cutOff(Settings settings, String reason) {
    Exploration exploration = chain().explore(LAST, settings);
    assertEquals(Optional.of(reason), exploration.unfinished());
    assertFalse(exploration.isComplete());
    assertTrue(exploration.states() <= LENGTH);
    assertTrue(exploration.violations().isEmpty());
    return exploration;
  }

  private static Limits depth(int depth) {
    return new Limits(Optional.of(depth), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Limits states(long states) {
    return new Limits(Optional.empty(), Optional.empty(), Optional.of(states), Optional.empty());
  }

  @Test
  void noLimitIsTheWholeChain() {
    Exploration whole = chain().explore(LAST);
    assertTrue(whole.isComplete());
    assertEquals(LENGTH + 1, whole.states());
    assertEquals(Set.of(0), whole.violations().keySet());
  }

  @Test
  void ofDepth() {
    Exploration exploration = cutOff(Graph.limits(depth(5)), "depth limit of 5 calls");
    assertEquals(5, exploration.depth());
    assertEquals(6, exploration.states());
    assertEquals(5, exploration.transitions());
  }

  @Test
  void ofDepthWhereTheLastLevelWasNotExpanded() {
    Exploration exploration = chain().explore(LAST, Graph.limits(depth(LENGTH)));
    assertEquals(Set.of(0), exploration.violations().keySet());
    assertFalse(exploration.isComplete());
  }

  @Test
  void ofDepthBeyondTheEnd() {
    assertTrue(chain().explore(LAST, Graph.limits(depth(LENGTH + 1))).isComplete());
  }

  @Test
  void ofStates() {
    assertEquals(100, cutOff(Graph.limits(states(100)), "limit of 100 states").states());
  }

  @Test
  void ofStatesInTheMiddleOfALevelLeavesTheDepthOfTheLevelBefore() {
    Graph fan = Graph.from(0);
    for (int i = 1; i <= 1000; i++) {
      fan.edge(0, i).edge(i, 1000 + i);
    }
    Exploration exploration = fan.explore(0, Graph.limits(states(1100)));
    assertFalse(exploration.isComplete());
    assertEquals(1, exploration.depth());
  }

  @Test
  void ofTime() {
    Limits nothing =
        new Limits(
            Optional.empty(), Optional.of(Duration.ofNanos(1)), Optional.empty(), Optional.empty());
    cutOff(Graph.limits(nothing), "time limit of 0 s");
  }

  @Test
  void ofMemory() {
    Limits nothing =
        new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1L));
    cutOff(Graph.limits(nothing), "memory limit of 0 MB");
  }

  @Test
  void cancelled() {
    cutOff(new Settings(1, Limits.NONE, false, () -> true), "interrupted");
  }

  /** Looked at between transitions too: one state can have very many. */
  @Test
  void cancelledInTheMiddleOfAState() {
    Graph fan = Graph.from(0);
    for (int i = 1; i <= 100_000; i++) {
      fan.edge(0, i);
    }
    Exploration exploration = fan.explore(0, new Settings(1, Limits.NONE, false, () -> true));
    assertEquals(Optional.of("interrupted"), exploration.unfinished());
    assertEquals(1, exploration.states());
    assertEquals(0, exploration.transitions());
    assertEquals(0, exploration.depth());
  }

  @Test
  void stateSpaceThatCannotBeHeld() {
    Graph refusing =
        new Graph() {
          @Override
          public void initial(Consumer<int[]> states) {
            states.accept(new int[] {0});
          }

          @Override
          public Outcome[] outcomes(int step, int state) {
            if (state == 10) {
              throw new StateSpaceTooLargeException("no room");
            }
            return new Outcome[] {new Edge(state + 1, false, 0, 0)};
          }
        };
    Exploration exploration = refusing.explore(LAST, Graph.threads(2));
    assertEquals(Optional.of("no room"), exploration.unfinished());
    assertEquals(11, exploration.states());
  }

  @Test
  void stopAtFirst() {
    Graph graph = chain().breaks(3, 2);
    Exploration exploration =
        graph.explore(LAST | 2, new Settings(1, Limits.NONE, true, () -> false));
    assertEquals(Optional.of("stopped at the first violation"), exploration.unfinished());
    assertEquals(Set.of(1), exploration.violations().keySet());
    assertEquals(4, exploration.states());
  }

  @Test
  void stopAtFirstWithoutAnyIsComplete() {
    Exploration exploration = chain().explore(2, new Settings(1, Limits.NONE, true, () -> false));
    assertTrue(exploration.isComplete());
    assertEquals(LENGTH + 1, exploration.states());
  }
}
