package org.mhpcheck.checker.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. */
class ArchitectureTest {
  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house = Rules.house();
  }

  private static final String MODEL = "model";
  private static final String SPECS = "specs";
  private static final String BIND = "checker.bind";
  private static final String COMMAND_LINE = "checker.cli";

  /** The order in which a package's own documentation lists those within it. */
  private static List<String> declaredOrder(String parent) throws IOException {
    String module = parent.split("\\.")[0];
    String text =
        Files.readString(
            Sources.root()
                .resolve(module + "/src/main/java/org/mhpcheck")
                .resolve(parent.replace('.', '/'))
                .resolve("package-info.java"));
    String list = text.substring(text.indexOf("From the bottom up:"), text.indexOf(';'));
    Matcher names = Pattern.compile("\\{@code\\s[\\s*]*(\\w+)}").matcher(list);
    return names.results().map(r -> r.group(1)).toList();
  }

  @Test
  void allModulesAreRead() {
    Rules.everythingIsInAModule().check(house);
    for (String module : List.of("model", "specs", "reports", "checker")) {
      assertTrue(
          house.stream().anyMatch(c -> c.getPackageName().startsWith("org.mhpcheck." + module)));
    }
  }

  @Test
  void arrowsBetweenModulesPointOneWay() {
    Rules.module("model").check(house);
    Rules.module("specs", "model").check(house);
    Rules.module("reports", "model").check(house);
    Rules.module("checker", "model", "specs", "reports").check(house);
  }

  @Test
  void packagesOfTheModelKnowOnlyThoseBelow() throws IOException {
    Rules.eachOnThoseBefore(MODEL, declaredOrder(MODEL)).forEach(rule -> rule.check(house));
  }

  @Test
  void packagesOfTheCompiledKernelKnowOnlyThoseBelow() throws IOException {
    List<String> order = declaredOrder(BIND);
    Rules.eachOnThoseBefore(BIND, order).forEach(rule -> rule.check(house));
    // The last two do not know each other: either may come first.
    List<String> other = new ArrayList<>(order);
    Collections.swap(other, order.size() - 2, order.size() - 1);
    Rules.eachOnThoseBefore(BIND, other).forEach(rule -> rule.check(house));
  }

  @Test
  void packagesOfTheSpecsKnowOnlyThoseBelow() throws IOException {
    Rules.eachOnThoseBefore(SPECS, declaredOrder(SPECS)).forEach(rule -> rule.check(house));
    Rules.specsPackageAlone("property").check(house);
  }

  @Test
  void packagesOfTheCommandLineKnowOnlyThoseBelow() throws IOException {
    Rules.eachOnThoseBefore(COMMAND_LINE, declaredOrder(COMMAND_LINE))
        .forEach(rule -> rule.check(house));
  }

  @ParameterizedTest
  @ValueSource(strings = {MODEL, SPECS, BIND, COMMAND_LINE})
  void theDeclaredOrderIsOfAllPackagesThereAre(String parent) throws IOException {
    Set<String> packages = new TreeSet<>();
    for (JavaClass javaClass : house) {
      String prefix = Rules.ROOT + "." + parent + ".";
      if (javaClass.getPackageName().startsWith(prefix)) {
        packages.add(javaClass.getPackageName().substring(prefix.length()));
      }
    }
    assertEquals(packages, new TreeSet<>(declaredOrder(parent)));
  }

  @Test
  void chocoIsKnownToProofsOnly() {
    Rules.knownOnlyTo("org.chocosolver..", "checker.prove").check(house);
  }

  @Test
  void templatesAreKnownToThePageOnly() {
    Rules.knownOnlyTo("gg.jte..", "reports.html..").check(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.mhpcheck.specs..", "org.mhpcheck.reports.."})
  void ofTheCheckerOnlyTheCommandLineKnows(String what) {
    Rules.ofTheCheckerKnownOnlyTo("cli..", what).check(house);
  }

  @Test
  void whatIsTypedIsKnownToCommandsAndTheirOptions() {
    Rules.knownOnlyTo("picocli..", "checker.cli", "checker.cli.option", "checker.cli.command")
        .check(house);
  }

  @Test
  void explorationKnowsNothingOfKernels() {
    Rules.checkerPackage("explore", "checker.parts", "model.question", "model.answer").check(house);
  }

  @Test
  void enginesKnowWhatTheySayTheyKnow() {
    Rules.checkerPackage("parts").check(house);
    Rules.checkerPackage("compose", "checker.parts").check(house);
    Rules.checkerPackage("system", "checker.explore", "checker.compose", "checker.parts", "model..")
        .check(house);
    Rules.checkerPackage("replay", "model..").check(house);
    Rules.checkerPackage(
            "run",
            "checker.explore",
            "checker.compose",
            "checker.system",
            "checker.replay",
            "model..")
        .check(house);
    Rules.checkerPackage("simulate", "checker.run", "checker.replay", "checker.system", "model..")
        .check(house);
    Rules.checkerPackage("tool").check(house);
    Rules.checkerPackage("bind", "checker.tool", "checker.parts", "checker.system", "model..")
        .check(house);
    Rules.checkerPackage("bind.tool", "checker.tool").check(house);
    Rules.checkerPackage("bind.shim", "checker.bind.tool").check(house);
    Rules.checkerPackage("bind.source", "checker.bind..", "checker.tool", "model..").check(house);
    Rules.checkerPackage("bind.build", "checker.bind..", "checker.tool", "model..").check(house);
    Rules.checkerPackage("bind.harness", "checker.bind..", "checker.tool", "model..").check(house);
    Rules.checkerPackage("bind.coverage", "checker.bind..", "checker.tool").check(house);
    Rules.checkerPackage("print", "checker.tool").check(house);
    Rules.checkerPackage("smt", "checker.tool", "model.logic").check(house);
    Rules.checkerPackage(
            "prove", "checker.smt", "checker.tool", "checker.run", "checker.replay", "model..")
        .check(house);
  }

  @Test
  void onlyToolsAndTheHarnessOfTheCompiledKernelStartProcesses() {
    Rules.processesAreStartedOnlyBy("tool", "bind.harness").check(house);
  }

  @Test
  void onlyTheCommandLinePrints() {
    Rules.nobodyPrintsBut("cli.console").check(house);
  }

  @Test
  void thereAreNoCycles() {
    Rules.noCycles(Rules.ROOT).check(house);
  }
}
