package org.mhpcheck.checker.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a command finds around it.
 *
 * @param arguments as they were typed, after the program's name
 */
record Environment(Console console, Interrupt interrupt, List<String> arguments) {

  /** From the jar; of a build that was never packaged, that word. */
  String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  /** The arguments, quoted where a shell would need it. */
  String command() {
    return arguments.stream()
        .map(a -> a.matches("[A-Za-z0-9_./:=,@%^+-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
