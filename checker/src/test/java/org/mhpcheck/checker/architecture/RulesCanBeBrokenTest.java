package org.mhpcheck.checker.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that nothing could break would say nothing. */
class RulesCanBeBrokenTest {
  private static final JavaClasses TRESPASSER =
      new ClassFileImporter().importClasses(Trespasser.class);

  private static final JavaClasses HOUSE = Rules.house();

  private static void broken(ArchRule rule, JavaClasses by) {
    assertTrue(rule.evaluate(by).hasViolation());
  }

  @Test
  void byKnowingChoco() {
    broken(Rules.knownOnlyTo("org.chocosolver..", "checker.prove"), TRESPASSER);
  }

  @Test
  void byKnowingReports() {
    broken(Rules.ofTheCheckerKnownOnlyTo("cli..", "org.mhpcheck.reports.."), TRESPASSER);
    broken(Rules.module("checker", "model", "specs"), TRESPASSER);
    broken(Rules.checkerPackage("architecture", "model.."), TRESPASSER);
  }

  @Test
  void byStartingProcesses() {
    broken(Rules.processesAreStartedOnlyBy("bind.tool", "bind.harness"), TRESPASSER);
    broken(Rules.processesAreStartedOnlyBy("bind.tool"), HOUSE);
    broken(Rules.processesAreStartedOnlyBy("bind.harness"), HOUSE);
  }

  @Test
  void byPrinting() {
    broken(Rules.nobodyPrintsBut("cli.console"), TRESPASSER);
  }

  @Test
  void byACycle() {
    String tangled = "org.mhpcheck.checker.architecture.tangled";
    broken(Rules.noCycles(tangled), new ClassFileImporter().importPackages(tangled));
  }

  @Test
  void byTheModelInAnotherOrder() {
    List<ArchRule> upsideDown = Rules.eachOnThoseBefore("model", List.of("state", "logic"));
    broken(upsideDown.get(0), HOUSE);
  }

  @Test
  void byTheSpecsInAnotherOrder() {
    broken(Rules.eachOnThoseBefore("specs", List.of("scenario", "toml")).get(0), HOUSE);
    broken(Rules.specsPackageAlone("scenario"), HOUSE);
  }

  @Test
  void byTheCompiledKernelInAnotherOrder() {
    upsideDown("checker.bind", List.of("tool", "shim", "source", "build", "harness", "conform"));
    broken(Rules.eachOnThoseBefore("checker.bind", List.of("coverage")).get(0), HOUSE);
  }

  @Test
  void byTheCommandLineInAnotherOrder() {
    upsideDown(
        "checker.cli", List.of("console", "catalogue", "tree", "session", "watch", "command"));
    upsideDown("checker.cli", List.of("console", "option", "session"));
  }

  /** Each of these packages knows the one before it, so that it cannot come first. */
  private static void upsideDown(String parent, List<String> order) {
    for (int below = 0; below + 1 < order.size(); below++) {
      List<String> pair = List.of(order.get(below + 1), order.get(below));
      broken(Rules.eachOnThoseBefore(parent, pair).get(0), HOUSE);
    }
  }
}
