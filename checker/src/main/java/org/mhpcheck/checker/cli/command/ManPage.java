package org.mhpcheck.checker.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page, in the roff that man(1) reads. It is made of the command line itself, so that no
 * option is missing from it.
 */
final class ManPage {
  /** What the environment says; the command line does not know of it. */
  private static final Map<String, String> ENVIRONMENT =
      new TreeMap<>(
          Map.of(
              "JAVA_HOME", "The Java to run on; else the one in the path.",
              "JAVA_TOOL_OPTIONS", "More for the Java virtual machine, such as -Xmx8g.",
              "MHPCHECK_CACHE",
                  "Kernel trees, what is compiled of them, and explorations that were cut off"
                      + " (default: mhpcheck in XDG_CACHE_HOME or ~/.cache).",
              "NO_COLOR", "If not empty, no colours on a terminal."));

  private final CommandSpec root;
  private final String version;
  private final List<String> lines = new ArrayList<>();

  ManPage(CommandSpec root, String version) {
    this.root = root;
    this.version = version;
  }

  /** All of it; without a date, so that it is the same bytes whenever it is made. */
  String text() {
    String name = root.name();
    lines.add(".TH %s 1 \"\" %s".formatted(name.toUpperCase(Locale.ROOT), quoted(version)));
    lines.addAll(List.of(".nh", ".ad l")); // names are broken nowhere
    section("NAME");
    lines.add(text(name) + " \\- Linux memory hotplug keeps its section invariants, or does not");
    section("SYNOPSIS");
    lines.add(".B %s".formatted(text(name)));
    lines.add("\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
    section("DESCRIPTION");
    paragraphs(root);
    section("COMMANDS");
    commands(root).forEach(this::command);
    section("EXIT STATUS");
    lines.add("The worst of several wins. With --bisect, what git\\-bisect(1) expects instead.");
    for (ExitStatus status : ExitStatus.values()) {
      item("\\fB" + status.code() + "\\fR", status.text());
    }
    section("ENVIRONMENT");
    ENVIRONMENT.forEach((variable, what) -> item("\\fB" + variable + "\\fR", what));
    return String.join("\n", lines) + "\n";
  }

  /** Those that are shown, with those below them. */
  private static List<CommandSpec> commands(CommandSpec above) {
    List<CommandSpec> all = new ArrayList<>();
    for (CommandLine below : above.subcommands().values()) {
      CommandSpec spec = below.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        all.add(spec);
        all.addAll(commands(spec));
      }
    }
    return all;
  }

  private void section(String title) {
    lines.add(".SH " + title);
  }

  private void command(CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(p -> " " + label(p))
            .collect(Collectors.joining());
    lines.add(".SS " + quoted(command.qualifiedName(" ") + parameters));
    paragraphs(command);
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      item("\\fI" + text(label(parameter)) + "\\fR", String.join(" ", parameter.description()));
    }
    command.options().stream()
        .filter(o -> !o.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(o -> item(names(o), String.join(" ", o.description())));
  }

  private static String label(ArgSpec argument) {
    return argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(n -> "\\fB" + text(n) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0 ? names : names + " \\fI" + text(option.paramLabel()) + "\\fR";
  }

  private void paragraphs(CommandSpec command) {
    for (String paragraph : command.usageMessage().description()) {
      lines.add(".PP");
      lines.add(text(paragraph));
    }
  }

  private void item(String term, String what) {
    lines.add(".TP");
    lines.add(term);
    lines.add(text(what));
  }

  private static String quoted(String argument) {
    return '"' + text(argument).replace("\"", "\\(dq") + '"';
  }

  /** What roff would take for its own, it shows; and a hyphen that can be typed stays one. */
  private static String text(String plain) {
    String escaped = plain.replace("\\", "\\(rs").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
