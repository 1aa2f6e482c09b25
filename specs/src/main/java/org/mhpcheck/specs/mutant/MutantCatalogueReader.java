package org.mhpcheck.specs.mutant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.NoSuchDesignException;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Syntax;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;

/** Reads the catalogue of mutants. That it names scenarios there are is for who asks them. */
final class MutantCatalogueReader {
  private static final String SURVIVORS = "survivors";

  private final Problems problems;

  private MutantCatalogueReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param file what problems call it
   * @throws org.mhpcheck.specs.toml.UnreadableException with everything that is wrong with it
   */
  static MutantCatalogue read(String file, String text) {
    Problems problems = new Problems(file);
    MutantCatalogueReader reader = new MutantCatalogueReader(problems);
    Table table = Syntax.parse(text, problems);
    table.requires("design", "design = \"v6.12\"");
    table.requires("scenarios", "scenarios = [\"releases/v6.12-direct-2x8\"]");
    Optional<Design> design = table.text("design").flatMap(reader::design);
    List<String> scenarios =
        table.names("scenarios").orElse(List.of()).stream().map(Located::value).toList();
    Map<String, String> survivors =
        table.has(SURVIVORS)
            ? table.table(SURVIVORS).map(t -> t.reasons("why nobody notices")).orElse(Map.of())
            : Map.of();
    table.rejectOthers("a key of the catalogue of mutants");
    problems.throwIfAny();
    return new MutantCatalogue(design.orElseThrow(), scenarios, survivors);
  }

  private Optional<Design> design(Located<String> name) {
    try {
      return Optional.of(Design.parse(name.value()));
    } catch (NoSuchDesignException e) {
      problems.add(name.at(), Wording.quoted(name.value()), "a design: " + e.getMessage());
      return Optional.empty();
    }
  }
}
