package org.mhpcheck.checker.agree;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.mhpcheck.checker.run.ComposeEngine;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.ExploreEngine;

/** Explore, compose and prove, asked of arbitrary kernels, never contradict each other. */
@AddLifecycleHook(LongRun.class)
class EnginesAgreeLawTest {
  private static final Engine EXPLORE = explore(1);
  private static final Engine COMPOSE = compose(1);

  private static Engine explore(int threads) {
    return new ExploreEngine(threads, false, () -> false);
  }

  private static Engine compose(int threads) {
    return new ComposeEngine(threads, () -> false);
  }

  @Property(tries = LongRun.USUAL, edgeCases = EdgeCasesMode.NONE)
  void anyNumberOfSectionsIsOneAndTwo(@ForAll("cases") Case of) {
    requireAgreement(of, EXPLORE, COMPOSE);
  }

  static void requireAgreement(Case of, Engine explore, Engine compose) {
    Laws laws = new Laws(of);
    Told one = laws.explored(explore, 1);
    Told two = laws.explored(explore, 2);
    Told any = laws.composed(compose);
    laws.isWithin(one, two);
    int unit = of.world().geometry().sections();
    laws.anyNumberIs(any, one, unit);
    laws.anyNumberIs(any, two, 2 * unit);
    List.of(one, two, any).forEach(laws::tracesReplay);
    any.properties().forEach(p -> Statistics.label("compose").collect(any.word(p)));
    Statistics.label("explored to the end").collect(Laws.isComplete(one), Laws.isComplete(two));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Cases.any();
  }
}
