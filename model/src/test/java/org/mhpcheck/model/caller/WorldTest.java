package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.state.Geometry;

/** What calls are made on, and what there cannot be. */
class WorldTest {
  private static final Geometry FOUR = new Geometry(4, 2);

  @ParameterizedTest
  @CsvSource({
    "0, 0,    'a memory block of 0 sections, expected a divisor of 4'",
    "-1, 0,   'a memory block of -1 sections, expected a divisor of 4'",
    "3, 0,    'a memory block of 3 sections, expected a divisor of 4'",
    "8, 0,    'a memory block of 8 sections, expected a divisor of 4'",
    "1, -1,   'node -1, expected 0 to 1023'",
    "1, 1024, 'node 1024, expected 0 to 1023'"
  })
  void whatThereIsNot(int block, int node, String message) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new World(FOUR, Arch.S390, block, node));
    assertEquals(message, e.getMessage());
  }

  @Test
  void theUsualOne() {
    assertEquals(new World(FOUR, Arch.X86_64, 1, 0), World.of(FOUR));
    Design design = Design.parse("v6.12");
    assertEquals(new Machine(design, World.of(FOUR)), Machine.of(design, FOUR));
  }

  @Test
  void otherMemoryChangesNothingElse() {
    World world = new World(FOUR, Arch.S390, 2, 1023);
    Geometry two = new Geometry(2, 8);
    assertEquals(new World(two, Arch.S390, 2, 1023), world.with(two));
    assertThrows(IllegalArgumentException.class, () -> world.with(new Geometry(3, 8)));
    Machine machine = new Machine(Design.parse("v6.12"), world);
    assertEquals(new Machine(machine.design(), world.with(two)), machine.with(two));
    assertEquals(two, machine.with(two).geometry());
    assertEquals(new Machine(Design.parse("v6.1"), world), machine.with(Design.parse("v6.1")));
  }
}
