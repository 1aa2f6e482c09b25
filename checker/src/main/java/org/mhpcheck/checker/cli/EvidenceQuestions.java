package org.mhpcheck.checker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/** All that there is to ask of one design. */
final class EvidenceQuestions {
  private static final Geometry WORLD = new Geometry(2, 4);
  private static final List<Caller> CALLERS =
      List.of(Caller.DIRECT, Caller.DEVICE, Caller.MEMORY_BLOCK);

  private final Design design;
  private final List<NotAsked> notAsked = new ArrayList<>();

  EvidenceQuestions(Design design) {
    this.design = design;
  }

  /** What was not asked of it, and why; after the questions were. */
  List<NotAsked> notAsked() {
    return notAsked.stream().distinct().toList();
  }

  /**
   * Of the model: every packaged scenario that asks of the design; proofs at every architecture,
   * and calls of each kind of caller, as far as no scenario asks for these.
   */
  List<Scenario> ofModel() {
    List<Scenario> packaged =
        Catalogue.scenarios().all().stream()
            .filter(s -> s.designs().contains(design))
            .map(s -> s.of(design))
            .toList();
    List<Scenario> all = new ArrayList<>(packaged);
    for (Caller caller : CALLERS) {
      if (packaged.stream().noneMatch(s -> isAskedOf(s, caller))) {
        scenario("calls/" + caller.callerName(), calls(caller)).ifPresent(all::add);
      }
    }
    if (packaged.stream().noneMatch(s -> s.question() instanceof Question.Prove)) {
      scenario("proofs", new Question.Prove(architectures())).ifPresent(all::add);
    }
    if (packaged.stream().noneMatch(s -> s.question() instanceof Question.Sizes)) {
      scenario("sizes", new Question.Sizes(Catalogue.architectures("all").toList(), false))
          .ifPresent(all::add);
    }
    return all;
  }

  /** Of a tree beside it: calls of each kind of caller. */
  List<Scenario> ofTree() {
    return CALLERS.stream()
        .flatMap(c -> scenario("tree/" + c.callerName(), calls(c)).stream())
        .toList();
  }

  private static boolean isAskedOf(Scenario scenario, Caller caller) {
    return scenario.question() instanceof Question.Explore q
        && q.callers().equals(List.of(caller))
        && q.faults();
  }

  private static Question.Explore calls(Caller caller) {
    return new Question.Explore(
        new World(WORLD, Arch.X86_64, /* block= */ 1, /* node= */ 0),
        BootLayout.DEFAULTS,
        List.of(caller),
        List.of(Altmap.NONE),
        /* faults= */ true,
        Limits.NONE);
  }

  /** Those that memory is hotplugged on. */
  private List<Architecture> architectures() {
    return Catalogue.architectures("all").filter(a -> a.vmemmap() && a.hotplugs(design)).toList();
  }

  /** Empty if the design cannot be asked that; of what is known to be wrong with it, no news. */
  private Optional<Scenario> scenario(String name, Question question) {
    Optional<String> refused = question.refusedBy(design);
    if (refused.isPresent()) {
      notAsked.add(new NotAsked("evidence/" + name, refused.get()));
      return Optional.empty();
    }
    List<Property> properties =
        Asked.properties(
                null, question, Asked.ofSizes(question instanceof Question.Sizes), notAsked)
            .stream()
            .filter(p -> p.about().needs().stream().allMatch(n -> n.isMetBy(design)))
            .toList();
    return Optional.of(
        new Scenario(
            "evidence/" + name,
            "asked of every design that evidence is made of",
            "",
            question,
            List.of(design),
            properties,
            question instanceof Question.Prove
                ? KnownFindings.of(question, List.of(design))
                : Optional.empty()));
  }
}
