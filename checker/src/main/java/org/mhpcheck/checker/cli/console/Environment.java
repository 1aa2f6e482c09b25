package org.mhpcheck.checker.cli.console;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a command finds around it.
 *
 * @param arguments as they were typed, after the program's name
 */
public record Environment(Console console, Interrupt interrupt, List<String> arguments) {

  /** From the jar; of a build that was never packaged, that word. */
  public String version() {
    return Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /** The version, and of a jar its size and time: two builds of one version may differ. */
  public String build() {
    CodeSource source = Environment.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? "%s %d %s".formatted(version(), Files.size(jar), Files.getLastModifiedTime(jar))
          : version();
    } catch (URISyntaxException | IOException e) {
      return version();
    }
  }

  /** The arguments, quoted where a shell would need it. */
  public String command() {
    return arguments.stream()
        .map(a -> a.matches("[A-Za-z0-9_./:=,@%^+-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
