package org.mhpcheck.checker.cli.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.ScenarioRunner;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * The kernel trees that a run asks instead of models: one; or two, before a patch and after it.
 *
 * @param design the design whose model stands beside them
 * @param flavour what they are compiled for
 */
public record AskedTrees(List<Tree> trees, Design design, Flavour flavour) {

  public List<CompiledFrom> compiledFrom() {
    return trees.stream().map(Tree::compiledFrom).toList();
  }

  /** Compiles all that will be asked, so that what cannot be asked is known before the work. */
  public void compile(List<Scenario> scenarios) {
    for (Scenario scenario : scenarios) {
      trees.forEach(t -> t.build().program(subsections(scenario), flavour));
      trees.forEach(t -> t.requireAltmaps(asked(scenario).altmaps()));
    }
    trees.forEach(t -> t.requireLoopsAsPlanned(design));
    if (scenarios.stream().anyMatch(AskedTrees::asksTheDesign)) {
      trees.forEach(t -> t.requireOnlinePagesAsModelled(design));
    }
    if (trees.size() > 1) {
      trees.get(1).requireOtherCodeThan(trees.get(0));
    }
  }

  /** Whether some property evaluates a kernel function as the design has it, not the tree. */
  private static boolean asksTheDesign(Scenario scenario) {
    return scenario.properties().stream().anyMatch(Property.ByDesign.class::isInstance);
  }

  /** Asks each tree. */
  public List<Finding> run(ScenarioRunner runner, Scenario scenario) {
    List<Finding> findings = new ArrayList<>();
    for (Tree tree : trees) {
      try (CompiledKernel kernel =
          new CompiledKernel(tree.build(), subsections(scenario), flavour)) {
        for (Finding finding :
            runner.run(scenario, new AskedKernel(kernel, design, remarks(tree, scenario)))) {
          Optional<Finding> before = before(findings, finding);
          findings.add(
              before.map(b -> finding.with("before the patch: " + word(b))).orElse(finding));
        }
      }
    }
    return findings;
  }

  private List<String> remarks(Tree tree, Scenario scenario) {
    List<String> remarks = new ArrayList<>(tree.remarks());
    if (asked(scenario).world().walkers()) {
      remarks.add(WholeWalks.REMARK);
    }
    if (flavour == Flavour.SANITIZED) {
      remarks.add("under AddressSanitizer and UndefinedBehaviorSanitizer");
    }
    return List.copyOf(remarks);
  }

  private static int subsections(Scenario scenario) {
    return asked(scenario).geometry().subsections();
  }

  private static Question.Explore asked(Scenario scenario) {
    return scenario.question().calling().orElseThrow();
  }

  /** What counts: the answers of the tree, and where there is a patch, of the patched one. */
  public List<Finding> counted(List<Finding> findings) {
    String last = trees.get(trees.size() - 1).name();
    return findings.stream().filter(f -> f.kernel().equals(last)).toList();
  }

  /** A line for each verdict or depth that the patch changed, or that it changed none. */
  public List<String> changes(List<Finding> findings) {
    if (trees.size() == 1) {
      return List.of();
    }
    List<String> changes = new ArrayList<>();
    for (Finding after : counted(findings)) {
      before(findings, after)
          .filter(before -> !word(before).equals(word(after)))
          .ifPresent(
              before ->
                  changes.add(
                      "CHANGED %s: before %s, after %s"
                          .formatted(after.id(), word(before), word(after))));
    }
    return changes.isEmpty() ? List.of("UNCHANGED: the patch changes no verdict") : changes;
  }

  /** The answer of the first tree to the same question. */
  private Optional<Finding> before(List<Finding> findings, Finding after) {
    return findings.stream()
        .filter(f -> f.kernel().equals(trees.get(0).name()) && !f.kernel().equals(after.kernel()))
        .filter(f -> f.scenario().equals(after.scenario()) && f.property() == after.property())
        .findFirst();
  }

  private static String word(Finding finding) {
    String depth =
        finding.verdict() instanceof Verdict.Violated v && v.evidence() instanceof Trace t
            ? " depth=" + t.depth()
            : "";
    return finding.verdict().word() + depth;
  }
}
