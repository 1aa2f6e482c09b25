package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;
import picocli.CommandLine;

/** One command, run as {@code main} would run it but for the exit, and what it wrote. */
public final class CommandLineRun {
  private final int status;
  private final String out;
  private final String err;

  private CommandLineRun(int status, String out, String err) {
    this.status = status;
    this.out = out;
    this.err = err;
  }

  static CommandLineRun of(String... arguments) {
    return of(new Interrupt(), arguments);
  }

  /** One that was asked to stop before it began. */
  public static CommandLineRun interrupted(String... arguments) {
    Interrupt interrupt = new Interrupt();
    interrupt.request(130);
    return of(interrupt, arguments);
  }

  private static CommandLineRun of(Interrupt interrupt, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(environment(out, err, interrupt, arguments));
    return new CommandLineRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What can be typed; what it would write is lost. */
  static CommandLine commandLine() {
    return Main.commandLine(
        environment(new ByteArrayOutputStream(), new ByteArrayOutputStream(), new Interrupt()));
  }

  private static Environment environment(
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      Interrupt interrupt,
      String... arguments) {
    Console console = new Console(stream(out), stream(err), false, false, 80);
    return new Environment(console, interrupt, List.of(arguments));
  }

  /** {@code check} of these arguments, separated by blanks, with its files in {@code directory}. */
  static CommandLineRun check(Path directory, String arguments) {
    return withOut("check", directory, arguments);
  }

  public static CommandLineRun withOut(String command, Path directory, String arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    Stream.of(arguments.split(" ")).filter(a -> !a.isEmpty()).forEach(all::add);
    all.add("--out");
    all.add(directory.resolve("out").toString());
    return of(all.toArray(new String[0]));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  int status() {
    return status;
  }

  String out() {
    return out;
  }

  public String err() {
    return err;
  }

  public CommandLineRun endsWith(int expected) {
    assertEquals(expected, status, () -> out + err);
    return this;
  }

  /** Some line of what was written begins so. */
  CommandLineRun hasLine(String beginning) {
    assertTrue(out.lines().anyMatch(l -> l.startsWith(beginning)), () -> out + err);
    return this;
  }

  CommandLineRun hasNoLine(String beginning) {
    assertTrue(out.lines().noneMatch(l -> l.startsWith(beginning)), () -> out + err);
    return this;
  }

  /** Lines that begin with a verdict. */
  List<String> resultLines() {
    return out.lines().filter(l -> l.matches("(HOLDS|VIOLATED|VACUOUS|INCONCLUSIVE) .*")).toList();
  }

  /** The only trace that was told: the numbered lines of its calls. */
  List<String> calls() {
    return out.lines().filter(l -> l.matches("[0-9]+\\. .*")).toList();
  }

  /** Nothing but messages on standard error, all of them meant for people. */
  public CommandLineRun complains(String about) {
    assertTrue(err.contains(about), () -> "expected '" + about + "' in: " + out + err);
    assertFalse(err.contains("\tat "), () -> "a stack trace: " + err);
    assertTrue(err.startsWith("mhpcheck: "), err);
    return this;
  }
}
