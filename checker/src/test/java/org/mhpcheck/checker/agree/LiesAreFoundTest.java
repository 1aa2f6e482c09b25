package org.mhpcheck.checker.agree;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.system.PlainSystem;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;

/** Engines with a fault break laws, and what is left of the case fits into a few lines. */
class LiesAreFoundTest {
  private static final Case V5_4 = of(Mutant.NONE);

  /** Broken in every release, if anybody adds a section again. */
  private static final org.mhpcheck.model.claim.Property FLAGS =
      Worlds.property("added-section-has-clear-flags");

  private static Case of(Optional<Mutant> mutant) {
    return new Case(Design.parse("v5.4"), mutant, Worlds.direct(1, 2, true));
  }

  /** Of one property, since many cases have to be asked until they are small; with a seed. */
  @Property(
      seed = "1",
      tries = LongRun.USUAL,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.FULL)
  @AddLifecycleHook(MustFail.class)
  void aBlindExplorerIsContradicted(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Engine blind = Liar.blind(EnginesAgreeLawTest.EXPLORE);
    laws.isWithin(
        laws.told(EnginesAgreeLawTest.EXPLORE, of.of(1), FLAGS::equals),
        laws.told(blind, of.of(2), FLAGS::equals));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Cases.any();
  }

  private static void requireFound(String message, Consumer<Laws> asked) {
    Contradiction found = assertThrows(Contradiction.class, () -> asked.accept(new Laws(V5_4)));
    assertTrue(found.getMessage().contains(message), found.getMessage());
  }

  private static Told explored(Laws laws, int blocks) {
    return laws.explored(EnginesAgreeLawTest.EXPLORE, blocks);
  }

  @Example
  void aBlindExplorerIsContradictedByTheComposer() {
    requireFound(
        ": compose says VIOLATED by",
        laws ->
            laws.anyNumberIs(
                laws.composed(EnginesAgreeLawTest.COMPOSE),
                laws.explored(Liar.blind(EnginesAgreeLawTest.EXPLORE), 1),
                1));
  }

  @Example
  void aBlindComposerIsContradicted() {
    requireFound(
        ": compose says HOLDS, and explore says VIOLATED by",
        laws ->
            laws.anyNumberIs(
                laws.composed(Liar.blind(EnginesAgreeLawTest.COMPOSE)), explored(laws, 1), 1));
  }

  @Example
  void aForgetfulComposerIsContradicted() {
    requireFound(
        ": compose says VACUOUS, and explore says HOLDS",
        laws ->
            laws.anyNumberIs(
                laws.composed(Liar.forgetful(EnginesAgreeLawTest.COMPOSE)), explored(laws, 1), 1));
  }

  @Example
  void aTraceWithoutItsLastCallIsNone() {
    requireFound(
        "tells a trace of",
        laws -> laws.tracesReplay(laws.explored(Liar.hasty(EnginesAgreeLawTest.EXPLORE), 1)));
  }

  @Example
  void anExplorationOfAnotherKernelIsNotThisOnes() {
    Case other = of(Optional.of(new Mutant(new Site("section_deactivate", "section_mem_map"))));
    Told explored = new Laws(other).explored(EnginesAgreeLawTest.EXPLORE, 1);
    requireFound(
        "a plain search",
        laws ->
            laws.isPlain(
                explored, new PlainSystem(V5_4.kernel(), V5_4.of(1), explored.properties())));
    requireFound("the tree", laws -> laws.isSameOfTree(explored(laws, 1), explored));
    requireFound("asked otherwise", laws -> laws.isSame(explored(laws, 1), explored));
  }

  /** A violation that was explored, and a proof. */
  @Example
  void aFalseProofIsContradicted() {
    requireFound(
        "says HOLDS, and explore says VIOLATED",
        laws ->
            laws.isProved(
                laws.explored(Liar.blind(EnginesAgreeLawTest.EXPLORE), 1), explored(laws, 1)));
  }

  @Example
  void whatEnginesSayOfThisCaseIsTheSame() {
    Laws laws = new Laws(V5_4);
    Told one = explored(laws, 1);
    laws.isWithin(one, explored(laws, 2));
    laws.anyNumberIs(laws.composed(EnginesAgreeLawTest.COMPOSE), one, 1);
    laws.tracesReplay(one);
  }
}
