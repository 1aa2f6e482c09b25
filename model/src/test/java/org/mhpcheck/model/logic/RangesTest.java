package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small sizes, every assignment: what an unknown range may be, and what it may not. */
class RangesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void contiguousIsEveryRangeThatIsNotEmpty(int size) {
    Circuit circuit = new Circuit();
    Ranges.Unknown range = Ranges.contiguous(circuit, "range", size);
    Set<String> expected = new TreeSet<>();
    for (int from = 0; from < size; from++) {
      for (int to = from + 1; to <= size; to++) {
        expected.add(Bits.range(size, from, to).toString());
      }
    }
    assertEquals(expected, wellFormedValues(circuit.variables(), range));
  }

  /** Of every bitmap, contiguous or not; the empty one has none. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void properPrefixIsEveryFirstPartThatIsNotTheWhole(int size) {
    for (int bits = 0; bits < 1 << size; bits++) {
      int number = bits;
      Bits range = Bits.of(size, i -> Bit.of((number >> i & 1) != 0));
      Set<String> expected = new TreeSet<>();
      for (int cut = 0; cut <= size; cut++) {
        Bits prefix = range.and(Bits.range(size, 0, cut));
        if (!prefix.equals(range)) {
          expected.add(prefix.toString());
        }
      }
      Circuit circuit = new Circuit();
      Ranges.Unknown prefix = Ranges.properPrefix(circuit, "populated", range);
      assertEquals(expected, wellFormedValues(circuit.variables(), prefix), range::toString);
    }
  }

  /** The prover has both unknown at once. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aProperPrefixOfAnUnknownRangeIsOneOfItsValue(int size) {
    Circuit circuit = new Circuit();
    Ranges.Unknown range = Ranges.contiguous(circuit, "range", size);
    Ranges.Unknown prefix = Ranges.properPrefix(circuit, "populated", range.bits());
    List<Bit> variables = circuit.variables();
    int prefixes = 0;
    for (int number = 0; number < 1 << variables.size(); number++) {
      Assignment assignment = assignment(variables, number);
      if (assignment.holds(List.of(range.wellFormed(), prefix.wellFormed()))) {
        Bits whole = assignment.value(range.bits());
        Bits part = assignment.value(prefix.bits());
        assertFalse(part.equals(whole));
        Bits rest = whole.minus(part);
        int cut = rest.toString().indexOf('1');
        assertEquals(whole.and(Bits.range(size, 0, cut)), part);
        prefixes++;
      }
    }
    assertFalse(prefixes == 0);
  }

  private static Set<String> wellFormedValues(List<Bit> variables, Ranges.Unknown unknown) {
    Set<String> values = new TreeSet<>();
    for (int number = 0; number < 1 << variables.size(); number++) {
      Assignment assignment = assignment(variables, number);
      if (assignment.value(unknown.wellFormed())) {
        values.add(assignment.value(unknown.bits()).toString());
      }
    }
    return values;
  }

  private static Assignment assignment(List<Bit> variables, int number) {
    Assignment assignment = new Assignment();
    for (int i = 0; i < variables.size(); i++) {
      assignment.set(variables.get(i), (number >> i & 1) != 0);
    }
    return assignment;
  }
}
