package org.mhpcheck.specs.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Names;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.toml.PackagedFiles;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.UnreadableException;

/**
 * The scenarios that ship with mhpcheck, by name: {@code history/b01-readded-early-usage} is {@code
 * scenarios/history/b01-readded-early-usage.toml}. Users' own files are read here too.
 */
public final class ScenarioCatalogue {
  private static final String FOLDER = "scenarios";

  private final ScenarioReader reader;
  private final List<String> names;

  /**
   * @param properties the catalogue that scenarios name properties of
   */
  public ScenarioCatalogue(List<Property> properties) {
    this.reader = new ScenarioReader(properties);
    try {
      this.names =
          PackagedFiles.list(FOLDER).stream()
              .filter(f -> f.endsWith(ScenarioReader.SUFFIX))
              .map(f -> ScenarioReader.withoutSuffix(f.substring(FOLDER.length() + 1)))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the packaged scenarios cannot be listed", e);
    }
  }

  /** Sorted. */
  public List<String> names() {
    return names;
  }

  /**
   * The packaged scenario {@code name}.
   *
   * @throws NoSuchScenarioException saying what was probably meant
   * @throws UnreadableException with everything that is wrong with it
   */
  public Scenario read(String name) {
    if (!names.contains(name)) {
      throw new NoSuchScenarioException(
          "no scenario is named %s, %s".formatted(name, Names.suggestion(name, names)));
    }
    String file = FOLDER + "/" + name + ScenarioReader.SUFFIX;
    return reader.read(name, file, PackagedFiles.text(file));
  }

  /**
   * The scenario in a user's own file, named by the file's own name.
   *
   * @throws UnreadableException with everything that is wrong with it
   */
  public Scenario read(Path file) {
    return reader.read(file);
  }

  /**
   * All packaged scenarios, in the order of their names.
   *
   * @throws UnreadableException with everything that is wrong with any of them
   */
  public List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      try {
        scenarios.add(read(name));
      } catch (UnreadableException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableException(problems);
    }
    return scenarios;
  }
}
