package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mhpcheck.checker.compose.Part.Done;

/**
 * All parts that need the same of a section, as one tree over its own steps: where they begin
 * alike, they are followed once.
 *
 * @param needs conditions
 */
record Program(int[] needs, Place start) {

  /** A place in it. */
  static final class Place {
    /** The part that ends here; {@code -1} if none does. */
    int end = -1;

    /** The part of a section that came to here when all was lost; {@code -1} if none does. */
    int lost = -1;

    /** Steps that may be next, by turns: who is beside decides. */
    final List<Way> ways = new ArrayList<>();

    private Place after(Done done) {
      Way way =
          ways.stream()
              .filter(w -> w.step == done.step())
              .findFirst()
              .orElseGet(
                  () -> {
                    Way added = new Way(done.step());
                    ways.add(added);
                    return added;
                  });
      return way.on.computeIfAbsent(done.code(), code -> new Place());
    }
  }

  /** A step and the places it leads to, by what it returned. */
  static final class Way {
    final int step;
    private final Map<Integer, Place> on = new TreeMap<>();

    private Way(int step) {
      this.step = step;
    }

    /** Where a step leads to; {@code null} if nobody plans for that. */
    Place on(int code) {
      return on.get(code);
    }
  }

  /** The programs of all parts of {@code seam}. */
  static List<Program> of(Seam seam) {
    Map<SortedSet<Integer>, Place> starts = new LinkedHashMap<>();
    for (int number = Seam.WALL + 1; number < seam.end(); number++) {
      Part part = seam.part(number);
      Place place = starts.computeIfAbsent(part.needs(), needs -> new Place());
      for (Done done : part.steps()) {
        place = place.after(done);
      }
      if (part.isLost()) {
        place.lost = number;
      } else {
        place.end = number;
      }
    }
    List<Program> programs = new ArrayList<>();
    starts.forEach(
        (needs, start) ->
            programs.add(new Program(needs.stream().flatMapToInt(IntStream::of).toArray(), start)));
    return List.copyOf(programs);
  }
}
