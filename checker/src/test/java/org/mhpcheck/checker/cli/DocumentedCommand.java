package org.mhpcheck.checker.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.architecture.Sources;

/**
 * A command that a page tells people to type.
 *
 * @param text from its first argument on, without what a page says of it
 * @param shown what the page says that it prints; none if it says nothing
 * @param isInText whether it stands within a sentence
 */
record DocumentedCommand(Path page, int number, String text, List<String> shown, boolean isInText) {
  private static final Pattern LINE = Pattern.compile("(\\$ )?\\./mhpcheck (.*)");
  private static final Pattern IN_TEXT = Pattern.compile("`\\./mhpcheck ([^`]+)`");

  /** What a page puts behind a command: two blanks, then what it is good for. */
  private static final Pattern REMARK = Pattern.compile("  .*");

  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|([^ ']+)");

  static List<DocumentedCommand> all() {
    return Documentation.pages().stream()
        .flatMap(p -> in(p, Documentation.lines(p)).stream())
        .toList();
  }

  static List<DocumentedCommand> in(Path page, List<String> lines) {
    List<DocumentedCommand> commands = new ArrayList<>();
    Documentation.blocks(lines).forEach(b -> addBlock(page, b, commands));
    for (int i = 0; i < lines.size(); i++) {
      Matcher inText = IN_TEXT.matcher(lines.get(i));
      while (inText.find()) {
        commands.add(new DocumentedCommand(page, i + 1, inText.group(1), List.of(), true));
      }
    }
    return commands;
  }

  private static void addBlock(
      Path page, Documentation.Block block, List<DocumentedCommand> commands) {
    List<String> lines = block.lines();
    for (int i = 0; i < lines.size(); ) {
      Matcher command = LINE.matcher(lines.get(i));
      if (!command.matches()) {
        i++;
        continue;
      }
      int number = block.number() + i;
      StringBuilder text = new StringBuilder(command.group(2));
      i++;
      while (text.charAt(text.length() - 1) == '\\' && i < lines.size()) {
        text.setLength(text.length() - 1);
        text.append(lines.get(i++).strip());
      }
      int shown = i;
      while (i < lines.size() && !LINE.matcher(lines.get(i)).matches()) {
        i++;
      }
      commands.add(
          new DocumentedCommand(
              page,
              number,
              REMARK.matcher(text).replaceFirst(""),
              command.group(1) == null ? List.of() : List.copyOf(lines.subList(shown, i)),
              false));
    }
  }

  /** Whether it tells which options there are, rather than what to type. */
  boolean isSynopsis() {
    return text.contains("[") || text.contains("|") || text.contains("...");
  }

  /**
   * As a shell would split it; of a synopsis all that may be given, and of what is one of several
   * the first.
   */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(text.replaceAll("[\\[\\]]| \\.\\.\\.|\\|[^ \\]]*", ""));
    while (argument.find()) {
      arguments.add(argument.group(1) != null ? argument.group(1) : argument.group(2));
    }
    return arguments;
  }

  @Override
  public String toString() {
    return "%s:%d %s".formatted(Sources.root().relativize(page), number, text);
  }
}
