package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.mhpcheck.checker.cli.command.CheckCommand;
import org.mhpcheck.checker.cli.command.ConformCommand;
import org.mhpcheck.checker.cli.command.DiffCommand;
import org.mhpcheck.checker.cli.command.EvidenceCommand;
import org.mhpcheck.checker.cli.command.ExplainCommand;
import org.mhpcheck.checker.cli.command.KernelCommand;
import org.mhpcheck.checker.cli.command.ListCommand;
import org.mhpcheck.checker.cli.command.ManPageCommand;
import org.mhpcheck.checker.cli.command.MergeCommand;
import org.mhpcheck.checker.cli.command.MutantsCommand;
import org.mhpcheck.checker.cli.command.NightlyCommand;
import org.mhpcheck.checker.cli.command.ProveCommand;
import org.mhpcheck.checker.cli.command.ReplayCommand;
import org.mhpcheck.checker.cli.command.ShowCommand;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Failure;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.option.BisectOption;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins and ends: arguments in, exit status out. */
public final class Main {
  /** Picocli refuses less. */
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 100;

  private Main() {}

  public static void main(String[] arguments) {
    // What is written is for programs too, and they take no other digits than 0 to 9.
    Locale.setDefault(Locale.ROOT);
    Environment environment =
        new Environment(Console.ofProcess(), Interrupt.ofProcess(), List.of(arguments));
    System.exit(run(environment));
  }

  /** Runs one command. Never throws: whatever goes wrong has a status and says why. */
  static int run(Environment environment) {
    try {
      int status = commandLine(environment).execute(environment.arguments().toArray(new String[0]));
      return environment.console().out().checkError() ? unwritable(environment, status) : status;
    } catch (OutOfMemoryError e) {
      return outOfMemory(environment.console());
    } catch (RuntimeException | Error e) {
      return failed(e, environment);
    }
  }

  /** For who installs it, so that it is not shown beside the others. */
  private static void addCompletion(CommandLine commandLine) {
    CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
    completion.getCommandSpec().usageMessage().hidden(true);
    commandLine.addSubcommand(completion);
  }

  /** What the process ends with that has no answer. */
  private static int code(ExitStatus why, Environment environment) {
    return environment.arguments().contains(BisectOption.NAME)
        ? BisectOption.unanswered(why)
        : why.code();
  }

  /** All commands, in the order that help has them. */
  static CommandLine commandLine(Environment environment) {
    PrintStream err = environment.console().err();
    CommandLine commandLine = new CommandLine(new Mhpcheck());
    commandLine.getCommandSpec().versionProvider(new VersionProvider(environment));
    commandLine.addSubcommand(new NightlyCommand(environment));
    commandLine.addSubcommand(new CheckCommand(environment));
    commandLine.addSubcommand(new ProveCommand(environment));
    commandLine.addSubcommand(new ConformCommand(environment));
    commandLine.addSubcommand(new KernelCommand(environment));
    commandLine.addSubcommand(new ReplayCommand(environment));
    commandLine.addSubcommand(new ShowCommand(environment));
    commandLine.addSubcommand(new EvidenceCommand(environment));
    commandLine.addSubcommand(new DiffCommand(environment));
    commandLine.addSubcommand(new MergeCommand(environment));
    commandLine.addSubcommand(new MutantsCommand(environment));
    commandLine.addSubcommand(new ListCommand(environment));
    commandLine.addSubcommand(new ExplainCommand(environment));
    commandLine.addSubcommand(new CommandLine.HelpCommand());
    commandLine.addSubcommand(new ManPageCommand(environment));
    addCompletion(commandLine);
    commandLine
        .getSubcommands()
        .values()
        .forEach(
            c -> c.getCommandSpec().mixinStandardHelpOptions(!c.getCommandName().equals("help")));
    // What a run was asked is told by the words as they were typed, which must be all there are.
    commandLine.setExpandAtFiles(false);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(
        Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, environment.console().width())));
    commandLine.setOut(new PrintWriter(environment.console().out(), true));
    commandLine.setErr(new PrintWriter(err, true));
    commandLine.setParameterExceptionHandler((e, args) -> usage(e, environment));
    commandLine.setExecutionExceptionHandler((e, command, result) -> failed(e, environment));
    return commandLine;
  }

  private static int usage(ParameterException e, Environment environment) {
    PrintStream err = environment.console().err();
    environment.console().remark(UsageMessage.of(e));
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true));
    if (e.getCommandLine().getParent() == null) {
      e.getCommandLine().usage(err); // which commands there are is what was missed
    } else {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      err.println("Try '" + command + " --help'.");
    }
    return code(ExitStatus.USAGE, environment);
  }

  private static int failed(Throwable e, Environment environment) {
    Failure failure = Failure.of(e);
    failure.tell(environment.console());
    return code(failure.status(), environment);
  }

  /** What was to be said has not been read by anyone, which is no success. */
  private static int unwritable(Environment environment, int status) {
    environment.console().remark("standard output cannot be written");
    return status == ExitStatus.OK.code() ? ExitStatus.SYSTEM.code() : status;
  }

  private static int outOfMemory(Console console) {
    console.remark(
        "out of memory; what was found is lost. Give --memory to end in time, or more heap by"
            + " JAVA_TOOL_OPTIONS=-Xmx8g");
    return ExitStatus.SYSTEM.code();
  }
}
