package org.mhpcheck.checker.agree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.checker.prove.ProveEngine;
import org.mhpcheck.checker.run.ComposeEngine;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.checker.system.PlainSystem;
import org.mhpcheck.model.claim.Property.OfCall;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.Architectures;

/** Explore, compose and prove, asked of arbitrary kernels, never contradict each other. */
@AddLifecycleHook(LongRun.class)
class EnginesAgreeLawTest {
  static final Engine EXPLORE = explore(1);
  static final Engine COMPOSE = compose(1);

  private static final Question PPC64 =
      new Question.Prove(List.of(Architectures.named("ppc64").orElseThrow()));

  private static final List<org.mhpcheck.model.claim.Property> PROVABLE =
      Properties.all().stream().filter(p -> PPC64.notApplicable(p).isEmpty()).toList();

  private static final Engine PROVE =
      new ProveEngine(EXPLORE, PROVABLE, Optional::empty, Optional.empty(), () -> false);

  /** A plain search takes long over more. */
  private static final long MOST_TRANSITIONS = 20_000;

  private static Engine explore(int threads) {
    return new ExploreEngine(threads, false, () -> false);
  }

  private static Engine compose(int threads) {
    return new ComposeEngine(threads, () -> false);
  }

  @Property(tries = LongRun.USUAL, edgeCases = EdgeCasesMode.NONE)
  void anyNumberOfSectionsIsOneAndTwo(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Told one = laws.explored(EXPLORE, 1);
    Told two = laws.explored(EXPLORE, 2);
    Told any = laws.composed(COMPOSE);
    laws.isWithin(one, two);
    laws.anyNumberIs(any, one, of.sections(1));
    laws.anyNumberIs(any, two, of.sections(2));
    List.of(one, two, any).forEach(laws::tracesReplay);
    any.properties().forEach(p -> Statistics.label("compose").collect(any.word(p)));
    Statistics.label("explored to the end").collect(Laws.isComplete(one), Laws.isComplete(two));
  }

  @Property(tries = LongRun.USUAL / 5, edgeCases = EdgeCasesMode.NONE)
  void threadsDoNotMatter(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    laws.isSame(laws.explored(EXPLORE, 2), laws.explored(explore(3), 2));
    laws.isSame(laws.composed(COMPOSE), laws.composed(compose(3)));
  }

  @Property(tries = LongRun.USUAL / 2, edgeCases = EdgeCasesMode.NONE)
  void tablesDoNotMatter(@ForAll("cases") Case of) {
    Laws laws = new Laws(of);
    Told explored = laws.explored(EXPLORE, 1);
    boolean fits =
        Laws.isComplete(explored) && explored.statistics().transitions() <= MOST_TRANSITIONS;
    if (fits) {
      laws.isPlain(explored, new PlainSystem(of.kernel(), of.of(1), explored.properties()));
    }
    Statistics.collect(fits);
  }

  /** Of few properties at a time: a proof of all takes ten seconds. */
  @Property(tries = LongRun.USUAL / 10, edgeCases = EdgeCasesMode.NONE)
  void whatIsProvedIsNotBroken(
      @ForAll("ofProofs") Case of,
      @ForAll("ofSections") Set<org.mhpcheck.model.claim.Property> properties) {
    Laws laws = new Laws(of);
    Told proved = laws.told(PROVE, PPC64, properties::contains);
    laws.isProved(proved, laws.explored(EXPLORE, 1));
    laws.isProved(proved, laws.explored(EXPLORE, 2));
    laws.tracesReplay(proved);
    proved.properties().forEach(p -> Statistics.collect(proved.word(p)));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Cases.any();
  }

  @Provide
  Arbitrary<Case> ofProofs() {
    return Cases.ofProofs();
  }

  /** What speaks of calls is of two sections, and takes longer. */
  @Provide
  Arbitrary<Set<org.mhpcheck.model.claim.Property>> ofSections() {
    return Arbitraries.of(PROVABLE.stream().filter(p -> !(p instanceof OfCall)).toList())
        .set()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
