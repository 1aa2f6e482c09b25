package org.mhpcheck.checker.explore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Section states that are come by between calls, by numbers of their own: those within calls are
 * many more, and rows of bits would be mostly room for them.
 */
final class AtRest {
  private static final int NONE = -1;

  private final int count;
  private int[] numbers = new int[0];
  private int[] states = new int[64];
  private int size;
  private int written;

  /**
   * @param count how many sections there are
   */
  AtRest(int count) {
    this.count = count;
  }

  /** The number of a state that the system has; it gets one if it has none. */
  int number(int state) {
    if (state >= numbers.length) {
      int known = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(state + 64, 2 * known));
      Arrays.fill(numbers, known, numbers.length, NONE);
    }
    if (numbers[state] == NONE) {
      if (size == states.length) {
        states = Arrays.copyOf(states, 2 * size);
      }
      states[size] = state;
      numbers[state] = size++;
    }
    return numbers[state];
  }

  /** The state with a number, as the system has it. */
  int state(int number) {
    return states[number];
  }

  /** Of all sections: what is behind them stays as it is. */
  int[] numbers(int[] system) {
    int[] all = system.clone();
    for (int i = 0; i < count; i++) {
      all[i] = number(system[i]);
    }
    return all;
  }

  /** Of all sections: what is behind them stays as it is. */
  int[] states(int[] numbered) {
    int[] all = numbered.clone();
    for (int i = 0; i < count; i++) {
      all[i] = states[numbered[i]];
    }
    return all;
  }

  /** The numbers given since this was called last. */
  void write(DataOutput out) throws IOException {
    out.writeInt(size - written);
    for (; written < size; written++) {
      out.writeInt(states[written]);
    }
  }

  void read(DataInput in) throws IOException {
    for (int rest = in.readInt(); rest > 0; rest--) {
      number(in.readInt());
    }
  }

  /** All of them are in the file: what is read, and then found to be torn, is not. */
  void isWritten() {
    written = size;
  }

  long bytes() {
    return 4L * (numbers.length + states.length);
  }
}
