package org.mhpcheck.checker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.mhpcheck.checker.architecture.Sources;
import org.mhpcheck.checker.tool.Commands;
import picocli.CommandLine;

/** Where the shell commands of {@code contrib} are run: a directory with a launcher in it. */
record Workspace(Path directory) {

  /** Its launcher runs what was packaged, and builds nothing. */
  static Workspace in(Path directory) throws IOException {
    String launcher =
        "#!/bin/sh\nexec '%s' \"$@\"\n"
            .formatted(String.join("' '", PackagedJar.java(PackagedJar.path().toString())));
    Path file = Files.writeString(directory.resolve("mhpcheck"), launcher);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Workspace(directory);
  }

  /** A file of {@code contrib}. */
  static String contrib(String name) throws IOException {
    return Files.readString(Sources.root().resolve("contrib").resolve(name));
  }

  /** Runs {@code script} as {@code shell} would, with {@code environment} and its own besides. */
  Commands.Ended run(List<String> shell, String script, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.add("MHPCHECK_CACHE=" + directory.resolve("cache"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(shell);
    command.add(script);
    return Commands.run(command, "", directory);
  }

  /** For files that use what this command line may not have. */
  static void assumeKnown(String command, String... options) {
    CommandLine known = CommandLineRun.commandLine().getSubcommands().get(command);
    Assumptions.assumeTrue(known != null, "no command " + command);
    for (String option : options) {
      Assumptions.assumeTrue(
          known.getCommandSpec().findOption(option) != null, command + " has no " + option);
    }
  }
}
