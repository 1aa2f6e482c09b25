package org.mhpcheck.checker.cli.command;

import java.util.concurrent.Callable;
import org.mhpcheck.checker.cli.console.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "generate-man-page",
    hidden = true,
    description = "Writes the manual page to standard output, for man(1).")
public final class ManPageCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec private CommandSpec spec;

  public ManPageCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String version = spec.root().name() + " " + environment.version();
    environment.console().out().print(new ManPage(spec.root(), version).text());
    return 0;
  }
}
