package org.mhpcheck.checker.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that picocli refuses: in the words of those that we refuse. */
final class UsageMessage {
  private UsageMessage() {}

  static String of(ParameterException refused) {
    if (refused instanceof UnmatchedArgumentException e && !e.isUnknownOption()) {
      return unmatched(e);
    }
    ArgSpec argument = refused.getArgSpec();
    return argument == null || refused.getValue() == null
        ? refused.getMessage()
        : expected(argument.type(), refused.getValue())
            .map(
                expected ->
                    "%s is '%s', expected %s"
                        .formatted(name(argument), refused.getValue(), expected))
            .orElseGet(refused::getMessage);
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    return e.getCommandLine().getSubcommands().isEmpty()
        ? "'%s' is one argument too many".formatted(first)
        : "no command is named '%s'".formatted(first);
  }

  private static Optional<String> expected(Class<?> type, String found) {
    if (type.isEnum()) {
      return Optional.of(
          "one of "
              + Stream.of(type.getEnumConstants())
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")));
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "int", "integer", "long" ->
          Optional.of(found.matches("-?[0-9]+") ? "a number nearer to 0" : "a whole number");
      default -> Optional.empty();
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
