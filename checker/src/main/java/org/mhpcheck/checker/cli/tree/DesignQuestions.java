package org.mhpcheck.checker.cli.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.cli.catalogue.Asked;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.KnownFindings;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/** All that there is to ask of one design, and of a tree that stands beside it. */
public final class DesignQuestions {
  private static final Geometry WORLD = new Geometry(2, 4);
  private static final List<Caller> CALLERS =
      List.of(Caller.DIRECT, Caller.DEVICE, Caller.MEMORY_BLOCK);

  private final Design design;
  private final String folder;
  private final List<Scenario> packaged;
  private final List<NotAsked> notAsked = new ArrayList<>();

  /**
   * @param folder what the names of those begin with that are no packaged scenarios
   */
  public DesignQuestions(Design design, String folder) {
    this.design = design;
    this.folder = folder;
    this.packaged =
        Catalogue.scenarios().all().stream().flatMap(s -> ofDesign(s).stream()).toList();
  }

  /** Under the name that the scenario has for it, which its expectations go by. */
  private Optional<Scenario> ofDesign(Scenario scenario) {
    return scenario.designs().stream().filter(design::equals).findFirst().map(scenario::of);
  }

  /** What was not asked of it, and why; after the questions were. */
  public List<NotAsked> notAsked() {
    return notAsked.stream().distinct().toList();
  }

  /**
   * Of the model: every packaged scenario that asks of the design, proofs at every architecture,
   * and sizes.
   */
  public List<Scenario> ofModel() {
    List<Scenario> all = new ArrayList<>(packaged);
    if (packaged.stream().noneMatch(s -> s.question() instanceof Question.Prove)) {
      all.addAll(described("proofs", proofOfAll()));
    }
    if (packaged.stream().noneMatch(s -> s.question() instanceof Question.Sizes)) {
      all.addAll(
          described("sizes", new Question.Sizes(Catalogue.architectures("all").toList(), false)));
    }
    return all;
  }

  /** Of the model: its proofs alone. */
  public List<Scenario> proofs() {
    List<Scenario> proofs =
        packaged.stream().filter(s -> s.question() instanceof Question.Prove).toList();
    return proofs.isEmpty() ? described("proofs", proofOfAll()) : proofs;
  }

  /** Of both: calls of each kind of caller, as far as no packaged scenario asks as much. */
  public List<Scenario> calls() {
    List<Scenario> all = new ArrayList<>();
    for (Caller caller : CALLERS) {
      for (Scenario scenario : described("calls/" + caller.callerName(), calls(caller))) {
        if (packaged.stream().noneMatch(s -> asksAsMuch(s, caller, scenario.properties()))) {
          all.add(scenario);
        }
      }
    }
    return all;
  }

  /** Of the tree: every packaged scenario that asks of the design, and can be asked of a tree. */
  public List<Scenario> ofTree(Tree tree) {
    List<Scenario> all = new ArrayList<>();
    for (Scenario scenario : packaged) {
      if (scenario.question().calling().isPresent()) {
        refusal(scenario, tree)
            .ifPresentOrElse(
                why -> notAsked.add(new NotAsked(scenario.name(), why)),
                () -> all.add(beside(WholeWalks.only(scenario, notAsked))));
      }
    }
    return all;
  }

  private Optional<String> refusal(Scenario scenario, Tree tree) {
    return AskableOfTree.refusal(scenario)
        .or(() -> AskableOfTree.zones(scenario))
        .or(() -> AskableOfTree.boots(scenario, design))
        .or(() -> WholeWalks.refusal(scenario))
        .or(() -> tree.withoutAltmaps(scenario.question().calling().orElseThrow().altmaps()));
  }

  /** With the expectations of the design that stands beside the tree. */
  private Scenario beside(Scenario scenario) {
    Map<String, Expectation> expected = new LinkedHashMap<>();
    for (Property property : scenario.properties()) {
      scenario
          .expectation(scenario.designs().get(0), property)
          .ifPresent(e -> expected.put(property.name(), e));
    }
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.why(),
        scenario.question(),
        List.of(design),
        scenario.properties(),
        Optional.of(Map.of(design.name(), expected)));
  }

  private static boolean asksAsMuch(Scenario scenario, Caller caller, List<Property> properties) {
    return scenario.question() instanceof Question.Explore q
        && q.callers().equals(List.of(caller))
        && q.faults()
        && scenario.properties().containsAll(properties);
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

  /** At those architectures that memory is hotplugged on. */
  private Question proofOfAll() {
    List<Architecture> architectures =
        Catalogue.architectures("all").filter(a -> a.vmemmap() && a.hotplugs(design)).toList();
    return new Question.Prove(architectures);
  }

  /** None if the design cannot be asked that; of what is known to be wrong with it, no news. */
  private List<Scenario> described(String name, Question question) {
    Optional<String> refused = question.refusedBy(design);
    if (refused.isPresent()) {
      notAsked.add(new NotAsked(folder + "/" + name, refused.get()));
      return List.of();
    }
    List<Property> properties =
        Asked.ofSome(
            List.of(design),
            Asked.properties(
                null, question, Asked.ofSizes(question instanceof Question.Sizes), notAsked),
            notAsked);
    return List.of(
        new Scenario(
            folder + "/" + name,
            "asked of every design and tree alike",
            "",
            question,
            List.of(design),
            properties,
            question instanceof Question.Prove
                ? KnownFindings.of(question, List.of(design))
                : Optional.empty()));
  }
}
