package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DesignLawTest {

  @Property
  void aDesignIsReadFromItsName(@ForAll("designs") Design design) {
    assertEquals(design, Design.parse(design.name()));
  }

  @Property
  void aDesignHasWhatItsChangesNeed(@ForAll("designs") Design design) {
    for (Change change : design.changes()) {
      assertTrue(design.changes().containsAll(change.needs()), design::name);
    }
  }

  @Property
  void withAChangeIsReadFromItsNameAndHasNoMoreThanIsNeeded(
      @ForAll("designs") Design design, @ForAll Change change) {
    if (design.has(change)) {
      return;
    }
    Design more = design.with(change);
    assertEquals(more, Design.parse(more.name()));
    Set<Change> expected = EnumSet.of(change);
    while (expected.addAll(expected.stream().flatMap(c -> c.needs().stream()).toList())) {
      assertTrue(expected.size() <= Change.values().length);
    }
    expected.addAll(design.changes());
    assertEquals(expected, more.changes());
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDesign.any();
  }
}
