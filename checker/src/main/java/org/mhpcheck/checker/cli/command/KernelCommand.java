package org.mhpcheck.checker.cli.command;

import org.mhpcheck.checker.bind.source.KernelPackage;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.option.OptionValue;
import org.mhpcheck.checker.cli.tree.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "kernel", description = "Fetches kernel source trees.")
public final class KernelCommand implements Runnable {
  private final Environment environment;

  @Spec private CommandSpec spec;

  public KernelCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: get");
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = {
        "Fetches Debian's linux-source-VERSION into the cache, as far as conform needs it.",
        "The last line on standard output is the tree's path."
      })
  int get(@Parameters(paramLabel = "VERSION", description = "Such as 6.12.") String version) {
    Console console = environment.console();
    KernelTree tree =
        OptionValue.of("VERSION", () -> new KernelPackage(version))
            .get(CacheDirectory.ofProcess(), console::remark);
    console.remark("linux " + tree.release());
    Tree.newerThanCatalogue(tree.release()).ifPresent(console::remark);
    console.out().println(tree.directory());
    return 0;
  }
}
