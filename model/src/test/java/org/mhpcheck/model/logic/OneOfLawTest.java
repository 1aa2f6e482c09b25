package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An unknown one of several behaves as the constant it is under an assignment. */
class OneOfLawTest {
  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  /** A value overwritten under conditions. */
  private record Overwritten(Colour first, List<Write> writes, List<Boolean> values) {}

  private record Write(Formula condition, Colour then) {}

  @Property
  void theLastWriteWhoseConditionHeldWins(@ForAll("overwritten") Overwritten o) {
    Circuit circuit = new Circuit();
    List<Bit> variables = Formula.variables(circuit);
    Assignment assignment = Formula.assignment(variables, o.values());
    OneOf<Colour> value = OneOf.unknown(circuit, "colour", Colour.class);
    assignment.set(value, o.first());
    Colour expected = o.first();
    for (Write write : o.writes()) {
      value = value.orWhen(write.condition().bit().over(variables), write.then());
      expected = write.condition().value().test(o.values()) ? write.then() : expected;
    }
    assertEquals(expected, assignment.value(value, Colour.class));
    assertEquals(true, assignment.value(value.isWellFormed()));
  }

  @Property
  void sameAsIsEqualityOfValues(
      @ForAll("overwritten") Overwritten o, @ForAll Colour second, @ForAll boolean known) {
    Circuit circuit = new Circuit();
    OneOf<Colour> a = OneOf.unknown(circuit, "a", Colour.class);
    OneOf<Colour> b = known ? OneOf.of(second) : OneOf.unknown(circuit, "b", Colour.class);
    Assignment assignment = new Assignment();
    assignment.set(a, o.first());
    assignment.set(b, second);
    assertEquals(o.first() == second, assignment.value(a.sameAs(b)));
    assertEquals(o.first() == second, assignment.value(b.sameAs(a)));
  }

  @Provide
  Arbitrary<Overwritten> overwritten() {
    Arbitrary<Write> write =
        Combinators.combine(Formula.any(), Arbitraries.of(Colour.class)).as(Write::new);
    return Combinators.combine(
            Arbitraries.of(Colour.class), write.list().ofMaxSize(4), Formula.values())
        .as(Overwritten::new)
        .withoutEdgeCases();
  }
}
