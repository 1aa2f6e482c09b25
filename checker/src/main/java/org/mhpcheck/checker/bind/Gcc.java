package org.mhpcheck.checker.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.Commands.Ended;

/** The C compiler. */
final class Gcc {
  private static final String GCC = "gcc";
  private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include\\b.*$");

  private Gcc() {}

  /** The first line of {@code gcc --version}. */
  static String version() {
    Ended ended = Commands.run(List.of(GCC, "--version"), "");
    return ended.out().lines().findFirst().orElse("unknown");
  }

  /**
   * Decides the conditionals of a file and nothing else: macros stay as they are, what it includes
   * stays out.
   *
   * @param name what line markers shall call it
   */
  static String decideConditionals(String text, String name, Path configuration) {
    String marked = "# 1 \"" + name + "\"\n" + INCLUDE.matcher(text).replaceAll("");
    Ended ended =
        Commands.run(
            List.of(
                GCC,
                "-E",
                "-fdirectives-only",
                "-w",
                "-DSECTION_SIZE_BITS=27",
                "-imacros",
                configuration.toString(),
                "-x",
                "c",
                "-"),
            marked);
    if (ended.status() != 0) {
      throw new BindException("gcc cannot preprocess " + name + ":\n" + ended.err().strip());
    }
    return ended.out();
  }

  /** Compiles one file into a program. */
  static void compile(Path source, Path program, List<String> definitions) {
    List<String> command =
        new ArrayList<>(
            List.of(
                GCC,
                "-std=gnu11",
                "-O2",
                "-g",
                "-w",
                "-fno-strict-aliasing",
                "-Werror=implicit-function-declaration",
                "-Werror=incompatible-pointer-types",
                "-Werror=int-conversion",
                "-o",
                program.toString()));
    definitions.forEach(d -> command.add("-D" + d));
    command.add(source.toString());
    Ended ended = Commands.run(command, "");
    if (ended.status() != 0) {
      throw new BindException("the sliced kernel does not compile:\n" + ended.err().strip());
    }
  }
}
