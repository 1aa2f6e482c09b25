package org.mhpcheck.checker.prove;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mhpcheck.checker.prove.Shapes.NoShapeException;
import org.mhpcheck.checker.prove.Shapes.Shape;

/**
 * Why a proof at one size holds at every size.
 *
 * <p>If every obligation has a shape ({@link Shapes}), and the same one at two sizes, it is one
 * formula with the number of subsections left open. A section that meets it can lose subsections
 * and still meet it, as long as one stays for each question whose answer is no, and subsection 0;
 * and any subsection can be there twice. So where nothing meets it at a size that has room for all
 * of these, nothing does at any size.
 *
 * @param enough so many subsections have room for a counterexample, if there is one at any size
 */
record CutOff(int enough) {

  /**
   * Compares the obligations that were refuted at two sizes.
   *
   * @throws NoShapeException if one has no shape, or another one
   */
  static CutOff of(Ledger ledger, int subsections, Ledger other, int otherSubsections) {
    Shapes shapes = new Shapes();
    Map<String, Shape> known = new HashMap<>();
    for (Ledger.Entry entry : other.entries()) {
      known.put(
          entry.obligation().name(), shapes.of(entry.obligation().required(), otherSubsections));
    }
    int room = 0;
    for (Ledger.Entry entry : ledger.entries()) {
      Shape shape = shapes.of(entry.obligation().required(), subsections);
      if (!entry.canBeMet() && !shape.equals(known.get(entry.obligation().name()))) {
        throw new NoShapeException(
            "%s is another formula at %d subsections than at %d"
                .formatted(entry.obligation().name(), subsections, otherSubsections));
      }
      room = Math.max(room, shape.room());
    }
    Set<String> refuted = refuted(ledger);
    for (String name : refuted(other)) {
      if (!refuted.contains(name)) {
        throw new NoShapeException(
            "%s is asked at %d subsections, and not at %d"
                .formatted(name, otherSubsections, subsections));
      }
    }
    return new CutOff(room + 1); // for subsection 0
  }

  private static Set<String> refuted(Ledger ledger) {
    return ledger.entries().stream()
        .filter(e -> !e.canBeMet())
        .map(e -> e.obligation().name())
        .collect(Collectors.toSet());
  }
}
