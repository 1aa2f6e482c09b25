package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.state.Geometry;

/** From boot on, at the real size. */
class BoundedSearchTest {
  private static Optional<Script> search(
      String design, String property, int subsections, boolean faults) {
    ModelledKernel kernel = (ModelledKernel) Worlds.kernel(design);
    return new BoundedSearch(kernel, subsections, faults, new Prover(() -> false))
        .breaking(Worlds.property(property));
  }

  /** Each is found by exploration in small sections, after as many calls; B01 among them. */
  @ParameterizedTest
  @CsvSource({
    "v5.4,     boot-usage-never-freed,         64, false, 3",
    "v5.4,     boot-usage-never-freed,         64, true,  2",
    "v5.2+1..2, boot-usage-never-freed,        64, false, 1",
    "v5.8,     early-memmap-whole,             64, false, 1",
    "v5.5,     memmap-decodes-to-own-section,  8,  false, 1",
    "v6.12,    added-section-has-clear-flags,  64, false, 2",
  })
  void findsAShortestTrace(
      String design, String property, int subsections, boolean faults, int depth) {
    Script script = search(design, property, subsections, faults).orElseThrow();
    assertEquals(new Geometry(1, subsections), script.geometry());
    Property asked = Worlds.property(property);
    Trace trace = new Tracer(Worlds.kernel(design)).trace(script, asked);
    assertEquals(depth, trace.depth());
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertEquals(Optional.empty(), search("v5.5", "boot-usage-never-freed", 4, false));
  }
}
