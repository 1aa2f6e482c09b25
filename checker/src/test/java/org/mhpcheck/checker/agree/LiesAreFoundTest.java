package org.mhpcheck.checker.agree;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** An engine with a fault breaks a law, and what is left of the case fits into a few lines. */
@AddLifecycleHook(MustFail.class)
class LiesAreFoundTest {
  /** How small a case becomes hangs on where it begins. */
  private static final String SEED = "1";

  @Property(
      seed = SEED,
      tries = LongRun.USUAL,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.FULL)
  void aBlindExplorerIsContradicted(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Told one = laws.explored(Liar.blind(EnginesAgreeLawTest.EXPLORE), 1);
    laws.anyNumberIs(laws.composed(EnginesAgreeLawTest.COMPOSE), one, of.sections(1));
  }

  @Property(
      seed = SEED,
      tries = LongRun.USUAL,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.FULL)
  void aBlindComposerIsContradicted(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Told any = laws.composed(Liar.blind(EnginesAgreeLawTest.COMPOSE));
    laws.anyNumberIs(any, laws.explored(EnginesAgreeLawTest.EXPLORE, 1), of.sections(1));
  }

  @Property(
      seed = SEED,
      tries = LongRun.USUAL,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.FULL)
  void aForgetfulComposerIsContradicted(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Told any = laws.composed(Liar.forgetful(EnginesAgreeLawTest.COMPOSE));
    laws.anyNumberIs(any, laws.explored(EnginesAgreeLawTest.EXPLORE, 1), of.sections(1));
  }

  @Property(
      seed = SEED,
      tries = LongRun.USUAL,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.FULL)
  void aTraceWithoutItsLastCallIsNone(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    laws.tracesReplay(laws.explored(Liar.hasty(EnginesAgreeLawTest.EXPLORE), 1));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Cases.any();
  }
}
