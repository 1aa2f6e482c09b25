package org.mhpcheck.checker.cli;

import org.mhpcheck.checker.cli.console.Environment;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionProvider implements IVersionProvider {
  private final Environment environment;

  VersionProvider(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"mhpcheck " + environment.version()};
  }
}
