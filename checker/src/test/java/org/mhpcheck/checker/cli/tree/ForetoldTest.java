package org.mhpcheck.checker.cli.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.cli.catalogue.Foretold;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;

/** What a design is known to break is expected of it, and of a tree beside it; nothing else is. */
class ForetoldTest {
  private static final Design DESIGN = Design.parse("v6.12-debian");
  private static final Property KNOWN = Worlds.property("failed-add-changes-nothing");
  private static final Property OTHER = Worlds.property("boot-usage-never-freed");
  private static final Scenario ASKED =
      new Scenario(
          "tree/calls/direct",
          "",
          "",
          Worlds.direct(2, 4, true),
          List.of(DESIGN),
          List.of(KNOWN, OTHER),
          Optional.empty());

  private final Foretold foretold = new Foretold(DESIGN);
  private final List<NotAsked> notAsked = new ArrayList<>();

  private static Verdict violated() {
    return new Verdict.Violated(
        new Reach.Exhaustive(ASKED.question().calling().orElseThrow().geometry()),
        new Evidence.Numbers("by numbers"));
  }

  private static Verdict holds() {
    return new Verdict.Holds(
        new Reach.Exhaustive(ASKED.question().calling().orElseThrow().geometry()));
  }

  private static Finding finding(Property property, Verdict verdict) {
    return new Finding(
        ASKED,
        DESIGN,
        "",
        property,
        verdict,
        new Statistics(1, 1, 1, 1, Duration.ZERO),
        Optional.empty(),
        Grade.NONE,
        List.of());
  }

  @Test
  void whatIsKnownIsNoNews() {
    Finding graded = foretold.graded(finding(KNOWN, violated()));
    assertEquals(Grade.EXPECTED, graded.grade());
    assertEquals(Optional.of("L01"), graded.expected().orElseThrow().known());
    assertEquals(Grade.EXPECTED, foretold.graded(finding(OTHER, holds())).grade());
  }

  @Test
  void whatIsNotKnownIs() {
    assertEquals(Grade.UNEXPECTED, foretold.graded(finding(OTHER, violated())).grade());
  }

  @Test
  void aTreeIsToBreakWhatItsDesignDoesAndNothingElse() {
    List<Finding> answers = List.of(finding(KNOWN, violated()), finding(OTHER, holds()));
    Scenario ofTree = foretold.ofTree(List.of(ASKED), answers, notAsked).get(0);
    assertEquals(
        Expectation.Word.VIOLATED, ofTree.expectation(DESIGN, KNOWN).orElseThrow().verdict());
    assertEquals(Expectation.HOLDS, ofTree.expectation(DESIGN, OTHER).orElseThrow());
    assertEquals(List.of(), notAsked);

    answers = List.of(finding(KNOWN, holds()), finding(OTHER, violated()));
    ofTree = foretold.ofTree(List.of(ASKED), answers, notAsked).get(0);
    assertEquals(Expectation.HOLDS, ofTree.expectation(DESIGN, KNOWN).orElseThrow());
    assertEquals(Expectation.HOLDS, ofTree.expectation(DESIGN, OTHER).orElseThrow());
  }

  @Test
  void whatTheModelHasNotAnsweredIsNotAskedOfATree() {
    List<Finding> answers =
        List.of(finding(KNOWN, new Verdict.Inconclusive(holds().reach(), "no time")));
    assertEquals(List.of(), foretold.ofTree(List.of(ASKED), answers, notAsked));
    assertEquals(2, notAsked.size());
    assertTrue(notAsked.get(0).reason().startsWith("the model of v6.12-debian has not answered"));
  }

  /** Scenarios call it by either of its names, and their expectations go by that. */
  @Test
  void aDesignHasMoreThanOneName() {
    DesignQuestions questions = new DesignQuestions(Design.parse("v6.12.117-debian"), "tree");
    Scenario proofs = questions.proofs().get(0);
    assertEquals("proofs/v6.12-debian-sections", proofs.name());
    Expectation expected = proofs.expectation(proofs.designs().get(0), KNOWN).orElseThrow();
    assertEquals(Optional.of("L01"), expected.known());
    List<String> calls = questions.calls().stream().map(Scenario::name).toList();
    assertEquals(
        List.of("tree/calls/direct", "tree/calls/device", "tree/calls/memory-block"), calls);
    assertEquals(List.of(), new DesignQuestions(Design.parse("v6.12"), "tree").calls());
  }
}
