package org.mhpcheck.checker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The house's rules, to be held against its classes, and against classes that break them. */
final class Rules {
  static final String ROOT = "org.mhpcheck";

  private Rules() {}

  static JavaClasses house() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(ROOT);
  }

  /** {@code module} may depend, of this house, on itself and on {@code others} only. */
  static ArchRule module(String module, String... others) {
    List<String> allowed = new ArrayList<>();
    Stream.concat(Stream.of(module), Stream.of(others))
        .forEach(m -> allowed.add(ROOT + "." + m + ".."));
    return onlyOfTheHouse(ROOT + "." + module + "..", allowed);
  }

  /** Of the packages within {@code parent}, each may depend on those before it only. */
  static List<ArchRule> eachOnThoseBefore(String parent, List<String> packages) {
    String whole = ROOT + "." + parent + ".";
    List<ArchRule> rules = new ArrayList<>();
    List<String> allowed = new ArrayList<>();
    for (String name : packages) {
      allowed.add(whole + name);
      rules.add(onlyOf(whole + ".", whole + name, allowed));
    }
    return rules;
  }

  /**
   * {@code name} of the checker, with all within it, may depend, of this house, on itself and
   * {@code others} only.
   */
  static ArchRule checkerPackage(String name, String... others) {
    String whose = ROOT + ".checker." + name + "..";
    List<String> allowed = new ArrayList<>(List.of(whose));
    Stream.of(others).forEach(o -> allowed.add(ROOT + "." + o));
    return onlyOfTheHouse(whose, allowed);
  }

  /** {@code name} of the specs may depend, of this house, on itself and the model only. */
  static ArchRule specsPackageAlone(String name) {
    String whose = ROOT + ".specs." + name;
    return onlyOfTheHouse(whose, List.of(whose, ROOT + ".model.."));
  }

  private static ArchRule onlyOfTheHouse(String whose, List<String> allowed) {
    return onlyOf(ROOT + "..", whose, allowed);
  }

  private static ArchRule onlyOf(String whole, String whose, List<String> allowed) {
    return noClasses()
        .that()
        .resideInAPackage(whose)
        .should()
        .dependOnClassesThat(
            resideInAPackage(whole).and(not(resideInAnyPackage(allowed.toArray(new String[0])))));
  }

  /** {@code library} is known to {@code names} only. */
  static ArchRule knownOnlyTo(String library, String... names) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(Stream.of(names).map(n -> ROOT + "." + n).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** Of the checker's packages, {@code name} alone knows {@code what}. */
  static ArchRule ofTheCheckerKnownOnlyTo(String name, String what) {
    return noClasses()
        .that(
            resideInAPackage(ROOT + ".checker..")
                .and(not(resideInAPackage(ROOT + ".checker." + name))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(what);
  }

  /** The C toolchain is a few packages' of the checker; so is whatever else is not Java. */
  static ArchRule processesAreStartedOnlyBy(String... names) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of(names).map(n -> ROOT + ".checker." + n).toArray(String[]::new))
        .should()
        .dependOnClassesThat(type(ProcessBuilder.class).or(type(Process.class)));
  }

  static ArchRule nobodyPrintsBut(String name) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".checker." + name)
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** Nothing stands beside the modules. */
  static ArchRule everythingIsInAModule() {
    return classes()
        .should()
        .resideInAnyPackage(
            ROOT + ".model..", ROOT + ".specs..", ROOT + ".reports..", ROOT + ".checker..");
  }
}
