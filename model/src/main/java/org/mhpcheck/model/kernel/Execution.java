package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Path;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.state.Section;

/**
 * One run of kernel code along one path: the faults it met, what it noted, where it stored.
 *
 * <p>This is what the kernel functions see of the world around them.
 */
final class Execution {
  private final Path path;
  private final Optional<Mutant> mutant;
  private final boolean noted;
  private final List<Note> notes = new ArrayList<>();
  private final List<Firing> taken = new ArrayList<>();
  private final Optional<List<Instant>> trail;
  private Optional<Fault> fault = Optional.empty();

  /**
   * @param noted whether to keep what it takes
   */
  Execution(Path path, Optional<Mutant> mutant, boolean noted) {
    this(path, mutant, noted, Optional.empty());
  }

  /**
   * @param trail where to keep what others may see on the way
   */
  Execution(Path path, Optional<Mutant> mutant, boolean noted, Optional<List<Instant>> trail) {
    this.path = path;
    this.mutant = mutant;
    this.noted = noted;
    this.trail = trail;
  }

  /** A branch of the kernel's: test {@code number} of a function. */
  boolean is(String function, int number, Bit condition) {
    boolean result =
        mutant.isEmpty() ? path.test(condition) : testWithFault(function, number, condition);
    if (noted) {
      taken.add(new Firing.Test(function, number, result));
    }
    return result;
  }

  private boolean testWithFault(String function, int number, Bit condition) {
    Site test = Firing.Test.site(function, number);
    Optional<Mutant.Way> way = faultAt(test);
    if (way.isEmpty()) {
      return path.test(condition);
    }
    return switch (way.get()) {
      case TRUE -> true;
      case FALSE -> false;
      case NEGATED -> !path.test(condition);
      case SKIPPED, DELAYED ->
          throw new IllegalArgumentException("no test can be skipped or delayed: " + test);
    };
  }

  private Optional<Mutant.Way> faultAt(Site site) {
    return mutant.filter(m -> m.site().equals(site)).map(Mutant::way);
  }

  /** Goes on only where {@code condition} holds: of what the kernel is never asked. */
  void assume(Bit condition) {
    path.assume(condition);
  }

  /** Whether the one allocation at {@code point} fails. */
  boolean fails(FaultPoint point) {
    boolean fails = path.choose(2) == 1;
    if (fails) {
      fault = Optional.of(new Fault(point, 0));
    }
    return fails;
  }

  /**
   * The first part of {@code range} that was done before an allocation failed: any, but not all.
   */
  Bits doneBeforeFailure(Bits range) {
    if (path.circuit() != null) {
      Ranges.Unknown done = Ranges.properPrefix(path.circuit(), "populated", range);
      path.assume(done.wellFormed());
      return done.bits();
    }
    List<Integer> subsections = new ArrayList<>();
    for (int i = 0; i < range.size(); i++) {
      if (range.get(i)) {
        subsections.add(i);
      }
    }
    int occurrence = path.choose(subsections.size());
    fault = fault.map(f -> new Fault(f.point(), occurrence));
    return range.and(Bits.range(range.size(), 0, subsections.get(occurrence)));
  }

  void note(Event event, String function, Bit when) {
    if (!when.isFalse()) {
      notes.add(new Note(event, Place.in(function), when));
    }
  }

  /** Told of every store before it is done: the fault that is planted there, if one is. */
  Optional<Mutant.Way> faultOfStore(String function, String field) {
    if (noted) {
      taken.add(new Firing.Store(function, field));
    }
    return mutant.isEmpty() ? Optional.empty() : faultAt(new Site(function, field));
  }

  /** A store has been done; {@code now} is the section as others see it. */
  void stored(String function, String field, Supplier<Section> now) {
    trail.ifPresent(
        t -> t.add(new Instant("store to " + field + " in " + function, now.get(), false)));
  }

  /** The last store has done more than the section showed so far. */
  void seenAs(Supplier<Section> now) {
    trail
        .filter(t -> !t.isEmpty())
        .ifPresent(
            t -> {
              Instant last = t.remove(t.size() - 1);
              t.add(new Instant(last.after(), now.get(), last.freesUsage()));
            });
  }

  /** A usage has been given to kfree(), or to kfree_rcu(). */
  void freed(String function, Supplier<Section> now) {
    trail.ifPresent(t -> t.add(new Instant("kfree() in " + function, now.get(), true)));
  }

  /** Whether it runs on known values: what it takes is what happens, and not what might. */
  boolean isKnown() {
    return path.circuit() == null;
  }

  /** The stores it came to and the tests it did, in order, if they are kept. */
  List<Firing> taken() {
    return taken;
  }

  /** The allocation that failed, if one did. */
  Optional<Fault> fault() {
    return fault;
  }

  /** What was noted, in order. */
  List<Note> notes() {
    return notes;
  }

  Outcome outcome(MemSection section, Errno rc) {
    return new Outcome(section.state(), rc, fault, List.copyOf(notes));
  }
}
