package org.mhpcheck.checker.explore;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mhpcheck.checker.explore.CheckpointFile.Writing;

/**
 * Writes an exploration down at each depth once it has taken long enough, and takes one up again.
 *
 * <p>States are tuples of numbers, which mean something to this process only: with them is written
 * how sections came by their numbers ({@link AskLog}). Agendas are not: they are asked again.
 */
final class Checkpointing implements AutoCloseable {
  private static final String FORMAT = "mhpcheck exploration 2";

  private final Checkpoints checkpoints;
  private final AskLog log;
  private final AtRest atRest;
  private final Reached reached;
  private Optional<CheckpointFile> file = Optional.empty();

  /** How many levels are in the file. */
  private int written;

  private boolean cannotBeKept;

  Checkpointing(Checkpoints checkpoints, AskLog log, AtRest atRest, Reached reached) {
    this.checkpoints = checkpoints;
    this.log = log;
    this.atRest = atRest;
    this.reached = reached;
  }

  /**
   * What is kept beside states and numbers.
   *
   * @param fired by kind of call
   * @param time that it has taken
   */
  record Kept(
      int depth, Duration time, List<Long> fired, long met, Map<Integer, Violation> violations) {}

  /** To be told at each depth, when all before it is expanded and judged. */
  void levelIsDone(Kept kept) {
    if (file.isEmpty() && kept.time().compareTo(checkpoints.after()) < 0) {
      return;
    }
    if (cannotBeKept || written == reached.levels().size()) {
      return; // the latter where it was taken up from there
    }
    try {
      if (file.isEmpty()) {
        file = Optional.of(CheckpointFile.create(checkpoints.file(), this::head));
      }
      write(kept);
    } catch (IOException e) {
      notKept(e);
      close();
    }
  }

  /** Says so once. */
  private void notKept(IOException why) {
    if (!cannotBeKept) {
      cannotBeKept = true;
      checkpoints.notKept().accept(why);
    }
  }

  private void head(DataOutput out) throws IOException {
    out.writeUTF(FORMAT);
    text(out, checkpoints.of());
  }

  private static void text(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** All new levels; what is kept goes with the last, and the others lack it. */
  private void write(Kept kept) throws IOException {
    CheckpointFile to = file.orElseThrow();
    for (; written < reached.levels().size(); written++) {
      Level level = reached.levels().get(written);
      boolean isLast = written == reached.levels().size() - 1;
      for (int block = 0; block < level.blocks(); block++) {
        int number = block;
        Writing head = out -> head(level, isLast ? Optional.of(kept) : Optional.empty(), out);
        Writing chunk =
            out -> {
              out.writeBoolean(false);
              level.write(number, out);
            };
        to.add(block == 0 ? head : chunk);
      }
    }
  }

  private void head(Level level, Optional<Kept> kept, DataOutput out) throws IOException {
    out.writeBoolean(true);
    log.write(out);
    atRest.write(out);
    out.writeBoolean(kept.isPresent());
    if (kept.isPresent()) {
      write(kept.get(), out);
    }
    level.write(0, out);
  }

  private void write(Kept kept, DataOutput out) throws IOException {
    List<String> beside = checkpoints.beside().gathered();
    out.writeInt(beside.size());
    for (String each : beside) {
      text(out, each);
    }
    out.writeInt(kept.depth());
    out.writeLong(kept.time().toNanos());
    out.writeLong(kept.met());
    out.writeInt(kept.fired().size());
    for (long fired : kept.fired()) {
      out.writeLong(fired);
    }
    out.writeInt(kept.violations().size());
    for (Map.Entry<Integer, Violation> each : kept.violations().entrySet()) {
      out.writeInt(each.getKey());
      out.writeBoolean(each.getValue().isOfTransition());
      out.writeInt(each.getValue().path().size());
      for (List<Integer> state : each.getValue().path()) {
        out.writeInt(state.size());
        for (int part : state) {
          out.writeInt(part);
        }
      }
    }
  }

  /**
   * Takes up what the file has, if there is one and it is asked for: levels, numbers and the log
   * are as they were then.
   *
   * @throws CheckpointException if it is another exploration's, or cannot be read
   */
  Optional<Kept> resume() {
    if (!checkpoints.resumes() || !Files.exists(checkpoints.file())) {
      return Optional.empty();
    }
    Resuming resuming = new Resuming();
    try {
      file = Optional.of(CheckpointFile.read(checkpoints.file(), resuming::block));
    } catch (IOException | CheckpointException e) {
      throw new CheckpointException(
          "cannot go on from %s: %s".formatted(checkpoints.file(), e.getMessage()), e);
    }
    written = reached.levels().size();
    checkpoints.beside().gatheredBefore(resuming.beside);
    if (resuming.kept.isEmpty()) {
      close();
      file = Optional.empty();
    }
    return resuming.kept;
  }

  /** Levels are kept when the last of those that were written together is whole. */
  private final class Resuming {
    private final Level.Reading reading = new Level.Reading();
    private final List<Level> waiting = new ArrayList<>();
    private Optional<Kept> kept = Optional.empty();
    private Optional<Kept> coming = Optional.empty();
    private List<String> beside = List.of();
    private List<String> comingBeside = List.of();
    private boolean begun;

    boolean block(DataInputStream in) throws IOException {
      if (!begun) {
        begun = true;
        String format = in.readUTF();
        String of = text(in);
        if (!format.equals(FORMAT) || !of.equals(checkpoints.of())) {
          throw new CheckpointException("it is of another exploration, or another mhpcheck");
        }
        return true;
      }
      if (in.readBoolean()) {
        log.read(in);
        atRest.read(in);
        coming = in.readBoolean() ? Optional.of(kept(in)) : Optional.empty();
        reading.begin(in);
      } else {
        reading.goOn(in);
      }
      if (!reading.isWhole()) {
        return false;
      }
      waiting.add(reading.level());
      if (coming.isEmpty()) {
        return false;
      }
      waiting.forEach(reached::keep);
      waiting.clear();
      log.isWritten();
      atRest.isWritten();
      kept = coming;
      beside = comingBeside;
      return true;
    }

    private Kept kept(DataInputStream in) throws IOException {
      List<String> gathered = new ArrayList<>();
      for (int rest = in.readInt(); rest > 0; rest--) {
        gathered.add(text(in));
      }
      comingBeside = List.copyOf(gathered);
      int depth = in.readInt();
      Duration time = Duration.ofNanos(in.readLong());
      long met = in.readLong();
      List<Long> fired = new ArrayList<>();
      for (int rest = in.readInt(); rest > 0; rest--) {
        fired.add(in.readLong());
      }
      Map<Integer, Violation> violations = new TreeMap<>();
      for (int rest = in.readInt(); rest > 0; rest--) {
        int property = in.readInt();
        boolean isOfTransition = in.readBoolean();
        List<List<Integer>> path = new ArrayList<>();
        for (int states = in.readInt(); states > 0; states--) {
          List<Integer> state = new ArrayList<>();
          for (int parts = in.readInt(); parts > 0; parts--) {
            state.add(in.readInt());
          }
          path.add(List.copyOf(state));
        }
        violations.put(property, new Violation(List.copyOf(path), isOfTransition));
      }
      return new Kept(depth, time, fired, met, violations);
    }
  }

  /** The exploration is complete: there is nothing to go on with. */
  void done() {
    close();
    try {
      Files.deleteIfExists(checkpoints.file());
    } catch (IOException e) {
      notKept(e);
    }
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      notKept(e);
    }
  }
}
