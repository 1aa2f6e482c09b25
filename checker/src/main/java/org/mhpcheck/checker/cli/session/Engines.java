package org.mhpcheck.checker.cli.session;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.prove.ObligationListener;
import org.mhpcheck.checker.prove.ProveEngine;
import org.mhpcheck.checker.prove.SizesEngine;
import org.mhpcheck.checker.run.ComposeEngine;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.checker.run.Keeping;
import org.mhpcheck.checker.run.MemoryShare;
import org.mhpcheck.checker.run.PlacementEngine;
import org.mhpcheck.checker.run.SameEngine;
import org.mhpcheck.checker.simulate.SimulateEngine;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.property.Properties;

/** The engines there are. */
public final class Engines {
  public static final int ALL_PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** One for all questions: what it was asked of one release it need not ask of the next. */
  private static final Engine SIZES = new SizesEngine();

  private static final Supplier<Optional<Z3>> SECOND_SOLVER = Suppliers.memoize(Z3::installed);

  private Engines() {}

  /**
   * By {@link org.mhpcheck.model.question.Question#engine()}.
   *
   * @param threads at least 1
   * @param stopAtFirst whether exploration gives up once anything is violated
   * @param interrupt makes all of them give up
   */
  public static Map<String, Engine> all(int threads, boolean stopAtFirst, Interrupt interrupt) {
    return all(
        threads,
        MemoryShare.WHOLE,
        stopAtFirst,
        interrupt::isRequested,
        Optional.empty(),
        Keeping.NONE);
  }

  /**
   * The same.
   *
   * @param cancelled asked now and then: whether to give up
   * @param memory for the states of one question
   * @param listener told of every obligation of a proof, if anybody wants to know
   * @param keeping where long explorations are kept
   */
  static Map<String, Engine> all(
      int threads,
      MemoryShare memory,
      boolean stopAtFirst,
      BooleanSupplier cancelled,
      Optional<ObligationListener> listener,
      Keeping keeping) {
    ExploreEngine explore = new ExploreEngine(threads, memory, stopAtFirst, cancelled, keeping);
    Question proofs = new Question.Prove(List.of());
    List<Property> strengthening =
        Properties.all().stream().filter(p -> proofs.notApplicable(p).isEmpty()).toList();
    return Map.of(
        "explore", explore,
        "compose", new ComposeEngine(threads, memory, cancelled),
        "prove", new ProveEngine(explore, strengthening, SECOND_SOLVER, listener, cancelled),
        "arithmetic", SIZES,
        "same", new SameEngine(),
        "placement", new PlacementEngine(),
        "simulate", new SimulateEngine(threads, stopAtFirst, cancelled));
  }
}
