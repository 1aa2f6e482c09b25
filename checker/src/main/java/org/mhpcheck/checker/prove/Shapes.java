package org.mhpcheck.checker.prove;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mhpcheck.model.logic.Bit;

/**
 * What obligations look like when it is left out how many subsections there are.
 *
 * <p>Four kinds of formula have such a shape: one that speaks of no subsection; one that speaks of
 * a single subsection; that all subsections are alike in something ("for all", which is what asking
 * a bitmap whether it is empty comes to); and that a bitmap only rises, or only falls, from one
 * subsection to the next, as the ends of ranges do. A formula that joins subsections in any other
 * way, or that treats one of them unlike the others, has none; but subsection 0 may be named.
 *
 * <p>Shapes of formulas over different circuits, of different sizes, can be compared.
 */
final class Shapes {
  /** Numbers of what is alike, whatever the size. */
  private final Map<List<Object>, Integer> numbers = new HashMap<>();

  /** Obligations over one circuit have most of their formulas in common: each is read once. */
  private final Map<Integer, Reading> readings = new HashMap<>();

  /**
   * The shape of an obligation.
   *
   * @param formulas what is required, by number
   * @param room so many subsections can show each answer that is no: one for each different thing
   *     that is asked of all, and two for each bitmap that is asked to rise or to fall
   */
  record Shape(Set<Integer> formulas, int room) {}

  /** A formula that is not alike in all subsections. */
  static final class NoShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoShapeException(String message) {
      super(message);
    }
  }

  /** What a formula speaks of. */
  private enum Of {
    NO_SUBSECTION,
    ONE_SUBSECTION,
    /** One and the next, of which it says that a bitmap does not rise or fall between them. */
    NEIGHBOURS
  }

  /**
   * @param index of the subsection, or of the first of two
   * @param number what it says
   * @param room for the answers to what it asks
   */
  private record Formula(Of of, int index, int number, Room room) {}

  /**
   * What is asked, by number.
   *
   * @param questions of all subsections
   * @param orders of bitmaps that are to rise or to fall
   */
  private record Room(Set<Integer> questions, Set<Integer> orders) {
    static final Room NONE = new Room(Set.of(), Set.of());

    Room and(Room other) {
      return holds(other)
          ? this
          : new Room(
              Sets.union(questions, other.questions).immutableCopy(),
              Sets.union(orders, other.orders).immutableCopy());
    }

    private boolean holds(Room other) {
      return questions.containsAll(other.questions) && orders.containsAll(other.orders);
    }

    int size() {
      return questions.size() + 2 * orders.size();
    }
  }

  /**
   * The shape of {@code required}.
   *
   * @throws NoShapeException if it has none
   */
  Shape of(List<Bit> required, int subsections) {
    Reading reading = readings.computeIfAbsent(subsections, Reading::new);
    Set<Integer> formulas = new HashSet<>();
    Room room = Room.NONE;
    for (Bit bit : required) {
      Formula formula = reading.read(bit);
      if (formula.of() == Of.NEIGHBOURS || formula.index() > 0) {
        throw new NoShapeException("it names a subsection other than 0: " + bit);
      }
      formulas.add(formula.number());
      room = room.and(formula.room());
    }
    return new Shape(formulas, room.size());
  }

  private int number(Object... what) {
    return numbers.computeIfAbsent(List.of(what), w -> numbers.size());
  }

  /** What was read of obligations of one size. */
  private final class Reading {
    private final int subsections;
    private final Map<Bit, Formula> known = new IdentityHashMap<>();

    Reading(int subsections) {
      this.subsections = subsections;
    }

    Formula read(Bit bit) {
      Formula formula = known.get(bit);
      if (formula == null) {
        formula = classify(bit);
        known.put(bit, formula);
      }
      return formula;
    }

    private Formula classify(Bit bit) {
      if (bit.node() instanceof Bit.Constant c) {
        return ofNone(number("constant", c.value()), Room.NONE);
      }
      if (bit.node() instanceof Bit.Variable v) {
        return v.index() == Bit.Variable.OF_NO_SUBSECTION
            ? ofNone(number("variable", v.name()), Room.NONE)
            : new Formula(Of.ONE_SUBSECTION, v.index(), number("bit", v.name()), Room.NONE);
      }
      if (bit.node() instanceof Bit.Not n) {
        Formula operand = read(n.operand());
        return new Formula(
            operand.of(), operand.index(), number("not", operand.number()), operand.room());
      }
      return conjunction((Bit.And) bit.node());
    }

    private Formula conjunction(Bit.And and) {
      Set<Integer> ofNone = new HashSet<>();
      TreeMap<Integer, Set<Integer>> ofOne = new TreeMap<>();
      TreeMap<Integer, Set<Integer>> ofNeighbours = new TreeMap<>();
      Room room = Room.NONE;
      for (Bit operand : and.operands()) {
        Formula formula = read(operand);
        room = room.and(formula.room());
        switch (formula.of()) {
          case NO_SUBSECTION -> ofNone.add(formula.number());
          case ONE_SUBSECTION -> add(ofOne, formula);
          case NEIGHBOURS -> add(ofNeighbours, formula);
        }
      }
      if (ofOne.isEmpty() && ofNeighbours.isEmpty()) {
        return ofNone(number("and", ofNone), room);
      }
      if (ofOne.size() == 1 && ofNeighbours.isEmpty()) {
        int index = ofOne.firstKey();
        return new Formula(
            Of.ONE_SUBSECTION, index, number("and", ofNone, ofOne.firstEntry().getValue()), room);
      }
      if (isStep(and)) {
        return step(and, room);
      }
      List<Object> what = new ArrayList<>(List.of("for all", ofNone));
      if (!ofOne.isEmpty()) {
        Set<Integer> each = alike(ofOne, subsections, and);
        room = room.and(new Room(Set.of(number("question", each)), Set.of()));
        what.add(each);
      }
      if (!ofNeighbours.isEmpty()) {
        Set<Integer> each = alike(ofNeighbours, subsections - 1, and);
        room = room.and(new Room(Set.of(), each));
        what.add(number("ordered", each));
      }
      return ofNone(number(what.toArray()), room);
    }

    private static void add(Map<Integer, Set<Integer>> to, Formula formula) {
      to.computeIfAbsent(formula.index(), i -> new HashSet<>()).add(formula.number());
    }

    private static Formula ofNone(int number, Room room) {
      return new Formula(Of.NO_SUBSECTION, 0, number, room);
    }

    /** What is said of each of {@code count}, which has to be the same. */
    private Set<Integer> alike(TreeMap<Integer, Set<Integer>> byIndex, int count, Bit.And and) {
      Set<Set<Integer>> different = new HashSet<>(byIndex.values());
      if (byIndex.size() != count || different.size() != 1) {
        throw new NoShapeException(
            "subsections are not alike in a conjunction of %d: %d of %d are spoken of, in %d ways"
                .formatted(and.operands().size(), byIndex.size(), count, different.size()));
      }
      return different.iterator().next();
    }

    /** Whether it is: a bit is set and the same bitmap's next is not, or the other way round. */
    private boolean isStep(Bit.And and) {
      return and.operands().size() == 2
          && set(and) != null
          && cleared(and) != null
          && set(and).name().equals(cleared(and).name())
          && Math.abs(set(and).index() - cleared(and).index()) == 1;
    }

    private Formula step(Bit.And and, Room room) {
      boolean falls = set(and).index() < cleared(and).index();
      return new Formula(
          Of.NEIGHBOURS,
          Math.min(set(and).index(), cleared(and).index()),
          number(falls ? "falls" : "rises", set(and).name()),
          room);
    }

    private static Bit.Variable set(Bit.And and) {
      return and.operands().stream()
          .filter(o -> o.node() instanceof Bit.Variable)
          .map(o -> (Bit.Variable) o.node())
          .findFirst()
          .orElse(null);
    }

    private static Bit.Variable cleared(Bit.And and) {
      return and.operands().stream()
          .filter(o -> o.node() instanceof Bit.Not n && n.operand().node() instanceof Bit.Variable)
          .map(o -> (Bit.Variable) ((Bit.Not) o.node()).operand().node())
          .findFirst()
          .orElse(null);
    }
  }
}
