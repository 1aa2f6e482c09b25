package org.mhpcheck.checker.explore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;

/**
 * What a system was asked that it answered with a state of its own numbering that nobody had come
 * by before. Asked the same in the same order again, it numbers all states the same.
 */
final class AskLog implements Transitions {
  /** A section with its bitmaps, and what steps make of it. */
  private static final long OF_STATE = 1000;

  private final Transitions asked;
  private final Sections logged;
  private int[] entries = new int[1 << 8];
  private int size;
  private int written;
  private int highest = -1;
  private int highestWord = -1;

  /** Of all answers that are in the log, one after the other. */
  private long hash;

  /**
   * @param asked the system; from now on it is to be asked through this
   */
  AskLog(Transitions asked) {
    this.asked = asked;
    this.logged = new LoggedSections(asked.sections());
  }

  @Override
  public int count() {
    return asked.count();
  }

  @Override
  public Sections sections() {
    return logged;
  }

  @Override
  public List<SpanningCall> calls() {
    return asked.calls();
  }

  /** Initial states are not in the log: they are there anyway, and first. */
  @Override
  public void initial(Consumer<int[]> states) {
    asked.initial(
        state -> {
          isNew(state);
          states.accept(state);
        });
  }

  @Override
  public Optional<Whole> whole() {
    return asked.whole().map(LoggedWhole::new);
  }

  @Override
  public long metBy(int operation, int code) {
    return asked.metBy(operation, code);
  }

  @Override
  public long ofCalls() {
    return asked.ofCalls();
  }

  @Override
  public long spoiltBy(int before, int after) {
    return asked.spoiltBy(before, after);
  }

  @Override
  public long ofRecovery() {
    return asked.ofRecovery();
  }

  @Override
  public long notRecoveredIn(int state) {
    return asked.notRecoveredIn(state);
  }

  private final class LoggedSections implements Sections {
    private final Sections sections;

    LoggedSections(Sections sections) {
      this.sections = sections;
    }

    @Override
    public boolean meets(int condition, int state) {
      return sections.meets(condition, state);
    }

    @Override
    public Outcome[] outcomes(int step, int state) {
      Outcome[] outcomes = sections.outcomes(step, state);
      int before = highest;
      for (Outcome outcome : outcomes) {
        highest = outcome.isLost() ? highest : Math.max(highest, outcome.next());
      }
      if (highest > before) {
        add(step);
        add(state);
        for (Outcome outcome : outcomes) {
          hash = 31 * hash + (outcome.isLost() ? -1 : outcome.next());
          hash = 31 * hash + outcome.code();
        }
      }
      return outcomes;
    }

    @Override
    public long brokenBy(int state) {
      return sections.brokenBy(state);
    }

    @Override
    public long metBy(int state) {
      return sections.metBy(state);
    }
  }

  private final class LoggedWhole implements Whole {
    private final Whole whole;

    LoggedWhole(Whole whole) {
      this.whole = whole;
    }

    @Override
    public Came step(int step, int[] state) {
      Came came = whole.step(step, state);
      if (!came.isLost() && isNew(came.next())) {
        add(~step);
        for (int part : state) {
          add(part);
        }
        hash = 31 * hash + Arrays.hashCode(came.next());
      }
      return came;
    }

    @Override
    public long brokenBy(int[] state) {
      return whole.brokenBy(state);
    }

    @Override
    public long metBy(int[] state) {
      return whole.metBy(state);
    }
  }

  private boolean isNew(int[] state) {
    int before = highest;
    int wordBefore = highestWord;
    for (int i = 0; i < count(); i++) {
      highest = Math.max(highest, state[i]);
    }
    if (state.length > count()) {
      highestWord = Math.max(highestWord, state[count()]);
    }
    return highest > before || highestWord > wordBefore;
  }

  private void add(int number) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, Math.multiplyExact(size, 2));
    }
    entries[size++] = number;
  }

  /** With what is behind the states that are in it, about. */
  long bytes() {
    return 4L * entries.length + OF_STATE * (highest + 1);
  }

  /** What was asked since this was called last. */
  void write(DataOutput out) throws IOException {
    out.writeInt(size - written);
    for (; written < size; written++) {
      out.writeInt(entries[written]);
    }
    out.writeLong(hash);
  }

  /**
   * Asks all that again.
   *
   * @throws CheckpointException if the answers are not the same
   */
  void read(DataInput in) throws IOException {
    int end = size + in.readInt();
    int[] again = new int[end - size];
    for (int i = 0; i < again.length; i++) {
      again[i] = in.readInt();
    }
    for (int i = 0; i < again.length; ) {
      if (again[i] >= 0) {
        sections().outcomes(again[i], again[i + 1]);
        i += 2;
      } else {
        int length = count() + 1;
        whole().orElseThrow().step(~again[i], Arrays.copyOfRange(again, i + 1, i + 1 + length));
        i += 1 + length;
      }
    }
    if (size != end || hash != in.readLong()) {
      throw new CheckpointException("the kernel answers otherwise than when it was written");
    }
  }

  /** All of it is in the file: what is read, and then found to be torn, is not. */
  void isWritten() {
    written = size;
  }
}
