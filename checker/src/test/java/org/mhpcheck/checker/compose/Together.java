package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mhpcheck.checker.explore.Transitions;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;

/** So many sections of a system that is told section by section, for the explorer. */
public class Together implements Transitions {
  private final BootedSections one;
  private final List<SpanningCall> calls;
  private final int count;

  public <S extends BootedSections & Calls> Together(S one, int count) {
    this.one = one;
    this.calls = one.over(count);
    this.count = count;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Sections sections() {
    return one;
  }

  @Override
  public List<SpanningCall> calls() {
    return calls;
  }

  @Override
  public void initial(Consumer<int[]> states) {
    List<Integer> choices = new ArrayList<>();
    one.initial(choices::add);
    initial(choices, new int[count], 0, states);
  }

  private void initial(List<Integer> choices, int[] state, int section, Consumer<int[]> states) {
    if (section == count) {
      states.accept(state.clone());
      return;
    }
    for (int choice : choices) {
      state[section] = choice;
      initial(choices, state, section + 1, states);
    }
  }
}
