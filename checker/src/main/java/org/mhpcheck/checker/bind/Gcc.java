package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.nio.file.Files;
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
  static String version(Path directory) {
    Ended ended = Commands.run(List.of(GCC, "--version"), "", directory);
    return ended.out().lines().findFirst().orElse("unknown");
  }

  /**
   * Decides the conditionals of a file and nothing else: macros stay as they are, what it includes
   * stays out.
   *
   * @param name what line markers shall call it
   * @param configuration a header, in the directory where gcc is to run
   */
  static String decideConditionals(String text, String name, Path configuration) {
    String marked = "# 1 \"" + name + "\"\n" + INCLUDE.matcher(text).replaceAll("");
    Ended ended =
        Commands.run(
            List.of(
                GCC,
                "-E",
                "-fdirectives-only",
                "-fno-diagnostics-show-caret",
                "-w",
                "-DSECTION_SIZE_BITS=27",
                "-imacros",
                configuration.getFileName().toString(),
                "-x",
                "c",
                "-"),
            marked,
            configuration.toAbsolutePath().getParent());
    if (ended.status() != 0) {
      throw new BindException(
          "gcc cannot preprocess %s: %s".formatted(name, GccErrors.of(ended.err()).first()));
    }
    return ended.out();
  }

  /**
   * Compiles one file into a program, by way of an object file beside it.
   *
   * @param source in the directory where gcc is to run
   * @param release what the kernel calls itself
   */
  static void compile(
      Path source, Path program, Flavour flavour, List<String> definitions, String release)
      throws IOException {
    Path object = program.resolveSibling(program.getFileName() + ".o");
    List<String> compiling = new ArrayList<>(List.of(GCC, "-c", "-o", object.toString()));
    compiling.addAll(flavour.options());
    definitions.forEach(d -> compiling.add("-D" + d));
    compiling.add(source.getFileName().toString());
    Path directory = source.toAbsolutePath().getParent();
    Ended ended = Commands.run(compiling, "", directory);
    if (ended.status() != 0) {
      throw new BindException(GccErrors.of(ended.err()).message(release));
    }
    List<String> linking =
        new ArrayList<>(List.of(GCC, "-o", program.toString(), object.toString()));
    linking.addAll(flavour.options());
    ended = Commands.run(linking, "", directory);
    if (ended.status() != 0) {
      throw new BindException(GccErrors.of(ended.err()).message(release));
    }
    Files.delete(object);
  }
}
