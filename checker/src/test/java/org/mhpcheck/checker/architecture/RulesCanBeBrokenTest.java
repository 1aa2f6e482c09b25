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

  private static void broken(ArchRule rule, JavaClasses by) {
    assertTrue(rule.evaluate(by).hasViolation());
  }

  @Test
  void byKnowingChoco() {
    broken(Rules.knownOnlyTo("prove", "org.chocosolver.."), TRESPASSER);
  }

  @Test
  void byKnowingReports() {
    broken(Rules.ofTheCheckerKnownOnlyTo("cli", "org.mhpcheck.reports.."), TRESPASSER);
    broken(Rules.module("checker", "model", "specs"), TRESPASSER);
    broken(Rules.checkerPackage("architecture", "model.."), TRESPASSER);
  }

  @Test
  void byStartingProcesses() {
    broken(Rules.processesAreStartedOnlyBy("bind"), TRESPASSER);
  }

  @Test
  void byPrinting() {
    broken(Rules.nobodyPrintsBut("cli"), TRESPASSER);
  }

  @Test
  void byACycle() {
    String tangled = "org.mhpcheck.checker.architecture.tangled";
    broken(Rules.noCycles(tangled), new ClassFileImporter().importPackages(tangled));
  }

  @Test
  void byTheModelInAnotherOrder() {
    List<ArchRule> upsideDown = Rules.eachOnThoseBefore(List.of("state", "logic"));
    broken(upsideDown.get(0), Rules.house());
  }
}
