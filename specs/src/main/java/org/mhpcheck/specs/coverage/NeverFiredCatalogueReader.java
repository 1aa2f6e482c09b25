package org.mhpcheck.specs.coverage;

import java.util.Map;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Syntax;

/** Reads the catalogue of what never fires. That it names what can fire is for who judges a run. */
final class NeverFiredCatalogueReader {
  private NeverFiredCatalogueReader() {}

  /**
   * @param file what problems call it
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  static NeverFiredCatalogue read(String file, String text) {
    Problems problems = new Problems(file);
    Map<String, String> reasons = Syntax.parse(text, problems).reasons("why this never fires:");
    problems.throwIfAny();
    return new NeverFiredCatalogue(reasons);
  }
}
