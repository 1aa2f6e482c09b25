package org.mhpcheck.checker.bind.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;

/** The C compiler. */
public final class Gcc {
  private static final String GCC = "gcc";
  private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include\\b.*$");

  private Gcc() {}

  /**
   * The first line of {@code gcc --version}.
   *
   * @param directory where gcc is to run
   * @throws BindException if there is no gcc
   */
  public static String version(Path directory) {
    Ended ended = Commands.run(List.of(GCC, "--version"), "", directory);
    return ended.out().lines().findFirst().orElse("unknown");
  }

  /**
   * Decides the conditionals of a file and nothing else: macros stay as they are, what it includes
   * stays out.
   *
   * @param name what line markers shall call it
   * @param header the configuration, in the directory where gcc is to run
   * @param configuration what else it is told
   * @throws BindException if there is no gcc, or it cannot read the file
   */
  public static String decideConditionals(
      String text, String name, Path header, Configuration configuration) {
    String marked = "# 1 \"" + name + "\"\n" + INCLUDE.matcher(text).replaceAll("");
    List<String> preprocessing =
        new ArrayList<>(
            List.of(
                GCC,
                "-E",
                "-fdirectives-only",
                "-fno-diagnostics-show-caret",
                "-w",
                "-DSECTION_SIZE_BITS=27"));
    configuration.definitions().forEach(d -> preprocessing.add("-D" + d));
    preprocessing.addAll(List.of("-imacros", header.getFileName().toString(), "-x", "c", "-"));
    Ended ended = Commands.run(preprocessing, marked, header.toAbsolutePath().getParent());
    if (ended.status() != 0) {
      throw new BindException(
          "gcc cannot preprocess %s: %s"
              .formatted(name, GccErrors.of(ended.err(), Set.of(name)).first()));
    }
    return ended.out();
  }

  /**
   * Compiles one file into a program, by way of an object file beside it.
   *
   * @param source in the directory where gcc is to run
   * @param definitions of macros, each such as {@code NAME=1}
   * @param files of the kernel that it is made of, by their paths within the tree
   * @return what is wrong with it; empty if the program is there
   * @throws BindException if there is no gcc
   * @throws IOException if the object file cannot be deleted
   */
  public static Optional<GccErrors> compile(
      Path source,
      Path program,
      Flavour flavour,
      List<String> definitions,
      Collection<String> files)
      throws IOException {
    Path object = program.resolveSibling(program.getFileName() + ".o");
    List<String> compiling = new ArrayList<>(List.of(GCC, "-c", "-o", object.toString()));
    compiling.addAll(flavour.options());
    definitions.forEach(d -> compiling.add("-D" + d));
    compiling.add(source.getFileName().toString());
    Path directory = source.toAbsolutePath().getParent();
    Ended ended = Commands.run(compiling, "", directory);
    if (ended.status() != 0) {
      return Optional.of(GccErrors.of(ended.err(), files));
    }
    List<String> linking =
        new ArrayList<>(List.of(GCC, "-o", program.toString(), object.toString()));
    linking.addAll(flavour.options());
    ended = Commands.run(linking, "", directory);
    if (ended.status() != 0) {
      return Optional.of(GccErrors.of(ended.err(), files));
    }
    Files.delete(object);
    return Optional.empty();
  }
}
