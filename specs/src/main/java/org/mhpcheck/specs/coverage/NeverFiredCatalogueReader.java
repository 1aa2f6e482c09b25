package org.mhpcheck.specs.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Syntax;
import org.mhpcheck.specs.toml.Table;

/** Reads the catalogue of what never fires. That it names what can fire is for who judges a run. */
final class NeverFiredCatalogueReader {
  private NeverFiredCatalogueReader() {}

  /**
   * @param file what problems call it
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  static NeverFiredCatalogue read(String file, String text) {
    Problems problems = new Problems(file);
    Table table = Syntax.parse(text, problems);
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Located<String> what : table.keys()) {
      table
          .text(what.value())
          .ifPresent(
              reason -> {
                if (reason.value().isBlank()) {
                  problems.add(reason.at(), "nothing", "why this never fires: " + what.value());
                }
                reasons.put(what.value(), reason.value().strip().replaceAll("\\s+", " "));
              });
    }
    problems.throwIfAny();
    return new NeverFiredCatalogue(reasons);
  }
}
