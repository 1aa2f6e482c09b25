package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mhpcheck.checker.prove.Shapes.NoShapeException;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;

/** What has a shape can be met at some size exactly if it can be met at every size with room. */
class CutOffLawTest {
  private static final int LARGEST = 5;

  /** A conjunction of a few questions about three bitmaps, the same one at every size. */
  private static List<Bit> formulas(Circuit circuit, int subsections, long seed) {
    Random random = new Random(seed);
    List<Bits> bitmaps = new ArrayList<>();
    for (String name : List.of("map", "boot", "buddy")) {
      bitmaps.add(Bits.unknown(circuit, name, subsections));
    }
    List<Bit> formulas = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      Bit question = question(bitmaps, random);
      formulas.add(random.nextBoolean() ? question : question.not().or(question(bitmaps, random)));
    }
    return formulas;
  }

  private static Bit question(List<Bits> bitmaps, Random random) {
    Bits one = bitmaps.get(random.nextInt(3));
    Bits other = bitmaps.get(random.nextInt(3));
    Bits third = bitmaps.get(random.nextInt(3));
    Bit question =
        switch (random.nextInt(6)) {
          case 0 -> one.isEmpty();
          case 1 -> one.isFull();
          case 2 -> one.minus(other).subsetOf(third);
          case 3 -> one.or(other).intersects(third);
          case 4 -> one.xor(other).sameAs(third);
          default -> one.and(other).holdsFirst();
        };
    return random.nextBoolean() ? question : question.not();
  }

  private static boolean canBeMet(int subsections, long seed) {
    Circuit circuit = new Circuit();
    List<Bit> formulas = formulas(circuit, subsections, seed);
    List<Bit> variables = circuit.variables();
    for (int values = 0; values < 1 << variables.size(); values++) {
      Assignment assignment = new Assignment();
      for (int i = 0; i < variables.size(); i++) {
        assignment.set(variables.get(i), (values >> i & 1) != 0);
      }
      if (assignment.holds(formulas)) {
        return true;
      }
    }
    return false;
  }

  private static int enough(long seed) {
    return new Shapes().of(formulas(new Circuit(), 8, seed), 8).room() + 1;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void whatHasRoomDecidesForAllSizes(@ForAll long seed) {
    boolean earlier = canBeMet(2, seed);
    for (int subsections = 3; subsections <= LARGEST; subsections++) {
      boolean now = canBeMet(subsections, seed);
      assertTrue(now || !earlier, "a subsection more takes it away");
      if (subsections > enough(seed)) {
        assertEquals(earlier, now, "it needs more than " + enough(seed));
      }
      earlier = now;
    }
  }

  private static Ledger ledger(String name, Bit required, boolean canBeMet) {
    Ledger ledger = new Ledger();
    ledger.note(new Obligation(name, List.of(required)), canBeMet);
    return ledger;
  }

  private static Bits map(int subsections) {
    return Bits.unknown(new Circuit(), "map", subsections);
  }

  @Example
  void oneQuestionNeedsTwoSubsections() {
    assertEquals(
        new CutOff(2),
        CutOff.of(
            ledger("a", map(8).isEmpty(), false), 8, ledger("a", map(64).isEmpty(), false), 64));
  }

  @Example
  void anotherFormulaAtAnotherSizeIsNoticed() {
    Ledger one = ledger("a", map(8).isEmpty(), false);
    Ledger other = ledger("a", map(64).isFull(), false);
    assertThrows(NoShapeException.class, () -> CutOff.of(one, 8, other, 64));
    Ledger none = ledger("b", map(64).isEmpty(), false);
    assertThrows(NoShapeException.class, () -> CutOff.of(one, 8, none, 64));
    Ledger more = ledger("a", map(64).isEmpty(), false);
    more.note(new Obligation("b", List.of(map(64).isFull())), false);
    assertThrows(NoShapeException.class, () -> CutOff.of(one, 8, more, 64));
  }
}
