package org.mhpcheck.checker.agree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.OutputFile;

/** Two engines that cannot both be right; with files that ask them again. */
final class Contradiction extends AssertionError {
  private static final long serialVersionUID = 1L;

  /** Where files are left, in the module that is tested. */
  private static final Path DIRECTORY = Path.of("target/contradictions");

  private final transient List<Scenario> scenarios;

  /**
   * @param what contradicts what
   * @param scenarios which ask for either
   */
  Contradiction(String what, List<Scenario> scenarios) {
    super(what + "\n" + texts(scenarios));
    this.scenarios = List.copyOf(scenarios);
  }

  private static String texts(List<Scenario> scenarios) {
    return scenarios.stream().map(s -> "\n" + ScenarioText.of(s)).collect(Collectors.joining());
  }

  List<Scenario> scenarios() {
    return scenarios;
  }

  /** Leaves a file of each scenario, to be asked of {@code ./mhpcheck check}. */
  List<Path> write(String law) {
    try {
      Files.createDirectories(DIRECTORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return IntStream.range(0, scenarios.size())
        .mapToObj(i -> write("%s-%d.toml".formatted(law, i + 1), scenarios.get(i)))
        .toList();
  }

  private static Path write(String name, Scenario scenario) {
    Path file = DIRECTORY.resolve(name);
    byte[] text = ScenarioText.of(scenario).getBytes(StandardCharsets.UTF_8);
    OutputFile.write(file, out -> out.write(text));
    return file;
  }
}
