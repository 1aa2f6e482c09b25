package org.mhpcheck.checker.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
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

  /** The order in which the model's own documentation lists its packages. */
  private static List<String> declaredOrder() throws IOException {
    String text =
        Files.readString(
            Sources.root().resolve("model/src/main/java/org/mhpcheck/model/package-info.java"));
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
    Rules.eachOnThoseBefore(declaredOrder()).forEach(rule -> rule.check(house));
  }

  @Test
  void theDeclaredOrderIsOfAllPackagesThereAre() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (JavaClass javaClass : house) {
      String prefix = Rules.ROOT + ".model.";
      if (javaClass.getPackageName().startsWith(prefix)) {
        packages.add(javaClass.getPackageName().substring(prefix.length()));
      }
    }
    assertEquals(packages, new TreeSet<>(declaredOrder()));
  }

  @Test
  void chocoIsKnownToProofsOnly() {
    Rules.knownOnlyTo("prove", "org.chocosolver..").check(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picocli..", "org.mhpcheck.specs..", "org.mhpcheck.reports.."})
  void ofTheCheckerOnlyTheCommandLineKnows(String what) {
    Rules.ofTheCheckerKnownOnlyTo("cli", what).check(house);
  }

  @Test
  void explorationKnowsNothingOfKernels() {
    Rules.checkerPackage("explore", "model.question", "model.answer").check(house);
  }

  @Test
  void enginesKnowWhatTheySayTheyKnow() {
    Rules.checkerPackage("system", "checker.explore", "model..").check(house);
    Rules.checkerPackage("replay", "model..").check(house);
    Rules.checkerPackage("run", "checker.explore", "checker.system", "checker.replay", "model..")
        .check(house);
    Rules.checkerPackage("bind", "checker.system", "model..").check(house);
    Rules.checkerPackage("prove", "checker.run", "checker.replay", "model..").check(house);
  }

  @Test
  void onlyTheCompiledKernelStartsProcesses() {
    Rules.processesAreStartedOnlyBy("bind").check(house);
  }

  @Test
  void onlyTheCommandLinePrints() {
    Rules.nobodyPrintsBut("cli").check(house);
  }

  @Test
  void thereAreNoCycles() {
    Rules.noCycles(Rules.ROOT).check(house);
  }
}
