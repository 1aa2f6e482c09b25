package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The states reached, level by level, each once: by the packed states of all sections but the last,
 * the last section's states as bits. Most of what is next to what is reached is reached too, so a
 * state takes little more than its bit and its byte in its level.
 */
final class Reached {
  /** Beside its states. */
  private static final long OF_ROW = 100;

  /** What may be added by a thread before it looks whether there is room. */
  private static final long BETWEEN_LOOKS = 1 << 20;

  private final PrefixMap<Row> rows = new PrefixMap<>();
  private final List<Level> levels = new ArrayList<>();
  private long size;
  private long bytesOfLevels;
  private long bytesOfRows;
  private final LongAdder adding = new LongAdder();
  private final Watch watch;

  Reached(Watch watch) {
    this.watch = watch;
  }

  /** The states of earlier levels, and those of the level that is being filled. */
  private static final class Row {
    final long prefix;
    final IdSet visited = new IdSet();
    final IdSet next = new IdSet();

    Row(long prefix) {
      this.prefix = prefix;
    }

    /** How many of {@code last} are new. */
    synchronized int add(Bitmap last, Filling filling) {
      boolean first = next.size() == 0;
      long before = next.bytes();
      int added = next.addAll(last, visited);
      if (added > 0) {
        filling.bytes += next.bytes() - before;
        if (first) {
          filling.touched.add(this);
        }
      }
      return added;
    }
  }

  /** Adds to the next level; one thread's own, beside those of others. */
  final class Filling implements Sink {
    private final List<Row> touched = new ArrayList<>();
    private long added;
    private long bytes;

    /** Of those, what everybody knows of. */
    private long told;

    @Override
    public void to(long prefix, Bitmap last) {
      added += row(prefix).add(last, this);
      if (bytes - told >= BETWEEN_LOOKS) {
        adding.add(bytes - told);
        told = bytes;
        if (watch.isOutOfMemory(bytes())) {
          throw new StoppedException();
        }
      }
    }

    /** How many states it added that nobody had. */
    long added() {
      return added;
    }
  }

  private Row row(long prefix) {
    Row known = rows.get(prefix);
    return known == null ? rows.add(prefix, new Row(prefix)) : known;
  }

  /** All levels but the one that is being filled. */
  List<Level> levels() {
    return levels;
  }

  Level lastLevel() {
    return levels.get(levels.size() - 1);
  }

  /** How many states there are, in all levels. */
  long size() {
    return size;
  }

  /** Makes what was added a level. */
  void finishLevel(List<Filling> fillings) {
    List<Row> touched = new ArrayList<>();
    for (Filling filling : fillings) {
      touched.addAll(filling.touched);
      filling.touched.clear();
      filling.added = 0;
      bytesOfRows += filling.bytes;
      filling.bytes = 0;
      filling.told = 0;
    }
    adding.reset();
    touched.sort(Comparator.comparingLong(row -> row.prefix));
    Level.Writer writer = new Level.Writer(touched.size());
    Bitmap states = new Bitmap();
    for (Row row : touched) {
      states.clear();
      row.next.addTo(states);
      writer.add(row.prefix, states);
      row.next.clear();
    }
    keep(writer.level());
  }

  /** Makes {@code level}, none of whose states was reached before, the last one. */
  void keep(Level level) {
    Bitmap states = new Bitmap();
    for (int i = 0; i < level.rows(); i++) {
      long prefix = level.prefix(i);
      level.read(i, states);
      IdSet visited = row(prefix).visited;
      bytesOfRows -= visited.bytes();
      visited.addAll(states);
      bytesOfRows += visited.bytes();
    }
    levels.add(level);
    size += level.size();
    bytesOfLevels += level.bytes();
  }

  /** What all of it takes, with what is being added, but for the last bit of that. */
  long bytes() {
    return rows.bytes() + OF_ROW * rows.size() + bytesOfRows + bytesOfLevels + adding.sum();
  }
}
