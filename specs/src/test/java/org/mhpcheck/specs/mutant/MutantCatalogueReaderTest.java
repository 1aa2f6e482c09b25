package org.mhpcheck.specs.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.UnreadableException;

/** What the catalogue of mutants says, and every way it can be wrong. */
class MutantCatalogueReaderTest {
  private static final String GOOD =
      """
      design = "v6.12"
      scenarios = ["releases/a", "releases/b"]
      [survivors]
      "f.usage skipped" = "nobody looks"
      """;

  @Test
  void everythingIsRead() {
    assertEquals(
        new MutantCatalogue(
            Design.parse("v6.12"),
            List.of("releases/a", "releases/b"),
            Map.of("f.usage skipped", "nobody looks")),
        MutantCatalogueReader.read("f", GOOD));
  }

  @Test
  void thereMayBeNoSurvivors() {
    String text = GOOD.substring(0, GOOD.indexOf("[survivors]"));
    assertEquals(Map.of(), MutantCatalogueReader.read("f", text).survivors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v6.12\" | \"v6.99\" | f:1:1: found \"v6.99\", expected a design: ",
        "design =  | plan =    | f:1:1: found no design, expected design = \"v6.12\"",
        "[\"releases/a\", \"releases/b\"] | [] | f:2:1: found an empty array, expected at least one",
        "\"nobody looks\" | \" \" | f:4:1: found nothing, expected why nobody notices f.usage skipped",
        "[survivors] | [survivers] | f:3:1: found the key \"survivers\", expected a key of the"
      })
  void whatIsWrongIsNamed(String found, String instead, String problem) {
    UnreadableException e =
        assertThrows(
            UnreadableException.class,
            () -> MutantCatalogueReader.read("f", GOOD.replace(found, instead)));
    List<String> problems = e.problems().stream().map(Problem::text).toList();
    assertTrue(problems.stream().anyMatch(p -> p.startsWith(problem)), problems.toString());
  }

  /** Its scenarios are explorations, and those it argues for are mutants there are. */
  @Test
  void thePackagedOneSpeaksOfWhatThereIs() {
    MutantCatalogue catalogue = MutantCatalogue.packaged();
    ScenarioCatalogue scenarios = new ScenarioCatalogue(Properties.all());
    catalogue
        .scenarios()
        .forEach(s -> assertTrue(scenarios.read(s).question() instanceof Question.Explore, s));
    Set<String> mutants =
        new ModelledKernel(catalogue.design())
            .code().mutants().stream().map(Mutant::toString).collect(Collectors.toSet());
    assertTrue(mutants.size() >= 40, mutants.size() + " mutants");
    assertTrue(mutants.containsAll(catalogue.survivors().keySet()));
  }
}
