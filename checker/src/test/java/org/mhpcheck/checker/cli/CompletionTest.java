package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.tool.Commands;

/** bash is asked what it would complete, as it asks itself when someone types a tab. */
class CompletionTest {
  private static final String ASK =
      """
      source ./completion || exit
      compopt() { :; } # only bash itself may call it
      while read -r -a COMP_WORDS; do
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMPREPLY=()
        function=$(complete -p mhpcheck | sed 's/.* -F \\([^ ]*\\) .*/\\1/')
        "$function" mhpcheck "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[*]}"
      done
      """;

  @TempDir private Path directory;

  private List<String> completed(String... typed) throws IOException {
    Assumptions.assumeTrue(Commands.isInstalled("bash"), "no bash");
    Files.writeString(
        directory.resolve("completion"),
        CommandLineRun.of("generate-completion").endsWith(0).out());
    String in = String.join("\n", typed) + "\n";
    Commands.Ended ended = Commands.run(List.of("bash", "-c", ASK), in, directory);
    assertEquals("", ended.err());
    return ended.out().lines().toList();
  }

  @Test
  void commandsOptionsAndWhatCanBeListed() throws IOException {
    assertEquals(
        List.of("check", "explain", "get", "--bisect", "--quiet", "designs", "properties", ""),
        completed(
            "mhpcheck che",
            "mhpcheck exp",
            "mhpcheck kernel g",
            "mhpcheck check --bis",
            "mhpcheck nightly --only x --qu",
            "mhpcheck list des",
            "mhpcheck list pr",
            "mhpcheck check --no-such-option"));
  }
}
