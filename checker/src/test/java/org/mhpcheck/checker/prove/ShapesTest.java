package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.prove.Shapes.NoShapeException;
import org.mhpcheck.checker.prove.Shapes.Shape;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;

/** What has a shape, and what has none. */
class ShapesTest {
  private final Shapes shapes = new Shapes();

  /** Formulas over two bitmaps, a truth value and a range. */
  private interface Of {
    Bit formula(Bits map, Bits memmap, Bit early, Ranges.Unknown range);
  }

  private Shape shape(int subsections, Of of) {
    Circuit circuit = new Circuit();
    Bits map = Bits.unknown(circuit, "map", subsections);
    Bits memmap = Bits.unknown(circuit, "memmap", subsections);
    Bit early = circuit.variable("early");
    Ranges.Unknown range = Ranges.contiguous(circuit, "range", subsections);
    return shapes.of(List.of(of.formula(map, memmap, early, range)), subsections);
  }

  private void isAlike(int room, Of of) {
    Shape shape = shape(5, of);
    assertEquals(room, shape.room());
    assertEquals(shape, shape(8, of));
    assertEquals(shape, shape(64, of));
  }

  @Test
  void whatBitmapsAreAsked() {
    isAlike(1, (map, memmap, early, range) -> map.isEmpty());
    isAlike(1, (map, memmap, early, range) -> map.isFull().not());
    isAlike(1, (map, memmap, early, range) -> map.subsetOf(memmap));
    isAlike(1, (map, memmap, early, range) -> map.intersects(memmap).and(early));
    isAlike(1, (map, memmap, early, range) -> map.sameAs(memmap.when(early)));
    isAlike(2, (map, memmap, early, range) -> map.isEmpty().or(memmap.minus(map).isEmpty()));
    isAlike(0, (map, memmap, early, range) -> early.and(map.holdsFirst()).not());
  }

  @Test
  void ranges() {
    isAlike(5, (map, memmap, early, range) -> range.wellFormed()); // two ends, and not empty
    isAlike(6, (map, memmap, early, range) -> range.wellFormed().and(range.bits().isFull()));
  }

  @Test
  void aQuestionWithinAQuestion() {
    isAlike(2, (map, memmap, early, range) -> map.when(memmap.isEmpty()).isEmpty());
  }

  @Test
  void differentFormulasHaveDifferentShapes() {
    assertNotEquals(
        shape(8, (map, memmap, early, range) -> map.subsetOf(memmap)),
        shape(8, (map, memmap, early, range) -> memmap.subsetOf(map)));
    assertNotEquals(
        shape(8, (map, memmap, early, range) -> map.isEmpty()),
        shape(8, (map, memmap, early, range) -> map.isFull()));
  }

  private void hasNone(Of of) {
    assertThrows(NoShapeException.class, () -> shape(8, of));
  }

  @Test
  void aSubsectionOfItsOwn() {
    hasNone((map, memmap, early, range) -> map.bit(3));
    hasNone((map, memmap, early, range) -> map.bit(7).or(early));
  }

  @Test
  void allButOne() {
    hasNone(
        (map, memmap, early, range) -> {
          List<Bit> allButOne = new ArrayList<>();
          for (int i = 0; i < 7; i++) {
            allButOne.add(map.bit(i));
          }
          return Bit.allOf(allButOne);
        });
  }

  /** A count would look like this: two bits, and not three. */
  @Test
  void severalAtOnce() {
    hasNone((map, memmap, early, range) -> map.bit(1).and(map.bit(5)).not());
    hasNone(
        (map, memmap, early, range) -> {
          List<Bit> neighboursDiffer = new ArrayList<>();
          for (int i = 0; i + 1 < 8; i++) {
            neighboursDiffer.add(map.bit(i).xor(map.bit(i + 1)));
          }
          return Bit.allOf(neighboursDiffer);
        });
  }

  @Test
  void oneThatIsTreatedUnlikeTheOthers() {
    hasNone(
        (map, memmap, early, range) ->
            Bits.of(8, i -> i == 4 ? map.bit(i) : map.bit(i).and(memmap.bit(i))).isEmpty());
  }
}
