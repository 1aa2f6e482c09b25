package org.mhpcheck.checker.cli.tree;

import java.util.Optional;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** What of scenarios can be asked of a kernel tree, and why the rest cannot. */
public final class AskableOfTree {
  private AskableOfTree() {}

  /** Why no tree can be asked what {@code scenario} asks; empty if some can. */
  public static Optional<String> refusal(Scenario scenario) {
    Optional<Question.Explore> question = scenario.question().calling();
    if (question.isEmpty()) {
      return Optional.of("a kernel tree can be explored, not proved: proofs are of models");
    }
    boolean boots =
        question.get().boots().stream().allMatch(b -> CompiledKernel.canBoot(b.nodes()));
    if (!boots) {
      return Optional.of(
          "a kernel tree is booted on nodes 0 to %d only".formatted(CompiledKernel.LAST_BOOT_NODE));
    }
    return size(question.get().geometry().subsections());
  }

  /** Why no kernel can be compiled for sections of this size; empty if one can. */
  static Optional<String> size(int subsections) {
    return KernelBuild.SUBSECTIONS.contains(subsections)
        ? Optional.empty()
        : Optional.of(
            "sections of %d subsections; a kernel is compiled for one of %s"
                .formatted(
                    subsections,
                    String.join(
                        ", ", KernelBuild.SUBSECTIONS.stream().map(String::valueOf).toList())));
  }

  /** The same because of its zones: a tree is asked of one section at a time. */
  public static Optional<String> zones(Scenario scenario) {
    return scenario
        .question()
        .calling()
        .filter(q -> q.world().zones().isPresent())
        .map(q -> "zones are kept of models, not of a kernel tree; conform compares them");
  }

  /** The same because of how a tree is configured that stands beside {@code design}. */
  public static Optional<String> boots(Scenario scenario, Design design) {
    boolean bootsAll = scenario.question().calling().flatMap(Question.Explore::boots).isPresent();
    return bootsAll && Tree.configuration(design) != Configuration.VMEMMAP
        ? Optional.of("without VMEMMAP a kernel tree boots one section at a time")
        : Optional.empty();
  }
}
