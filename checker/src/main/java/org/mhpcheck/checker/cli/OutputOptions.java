package org.mhpcheck.checker.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every command that runs something: where results go, and how much is said. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory of this run's files (default: mhpcheck-out/<time>).")
  Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the JSON summary here too.")
  Path json;

  @Option(names = "--quiet", description = "Result lines and summary only.")
  boolean quiet;

  @Option(names = "--verbose", description = "Every counterexample, and every remark.")
  boolean verbose;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (default: one a processor). Results do not depend on it.")
  Integer threads;
}
