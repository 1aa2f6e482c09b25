package org.mhpcheck.specs.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.About.Need;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.specs.toml.SourceText;

/** Small properties and files to read. */
final class Samples {
  static final Property USAGE_PRESENT =
      new Property.OfState(about("usage-present"), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
  static final Property BOOT_USAGE =
      new Property.OfStep(
          about("boot-usage-never-freed", Need.BOOT_MEMORY), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
  static final Property ADD_FAILS =
      new Property.OfCall(
          about("add-fails-cleanly", Need.FAILING_CALLS),
          (operation, rc) -> true,
          (before, after) -> Bit.TRUE,
          c -> "");
  static final Property ALIGNED =
      new Property.Arithmetic(
          about("usage-aligned"),
          Property.Arithmetic.Scope.ANY_PARAMETERS,
          layout -> {
            throw new AssertionError("reading evaluates nothing");
          });

  static final List<Property> PROPERTIES = List.of(USAGE_PRESENT, BOOT_USAGE, ADD_FAILS, ALIGNED);

  /** A good scenario of five lines; what is put after it begins in line 6. */
  static final String GOOD =
      """
      title = "t"
      why = "w"
      designs = ["v5.4"]
      sections = 1
      subsections = 4
      """;

  private Samples() {}

  private static About about(String name, Need... needs) {
    return new About(name, "statement", "premise", "rationale", "citation", Set.of(needs));
  }

  static ScenarioReader reader() {
    return new ScenarioReader(PROPERTIES);
  }

  static String file(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return SourceText.of(name, in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
