package org.mhpcheck.checker.agree;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.model.design.Design;
import org.opentest4j.TestAbortedException;

/**
 * A tree that is explored in an arbitrary world has the states, calls and verdicts of its model.
 */
@AddLifecycleHook(LongRun.class)
class TreeAgreesLawTest {
  private static final Map<String, KernelBuild> BUILDS = new ConcurrentHashMap<>();

  @Property(tries = LongRun.USUAL / 5, edgeCases = EdgeCasesMode.NONE)
  @AddLifecycleHook(Needs612.class)
  void of612(@ForAll("of612") Case of) {
    requireAgreement(of, "6.12");
  }

  @Property(tries = LongRun.USUAL / 5, edgeCases = EdgeCasesMode.NONE)
  @AddLifecycleHook(Needs61.class)
  void of61(@ForAll("of61") Case of) {
    requireAgreement(of, "6.1");
  }

  private static void requireAgreement(Case of, String version) {
    KernelBuild build =
        BUILDS.computeIfAbsent(
            version, v -> KernelBuild.of(Trees.of(v), CacheDirectory.ofProcess()));
    Laws laws = new Laws(of);
    try (CompiledKernel kernel = new CompiledKernel(build, of.world().geometry().subsections())) {
      AskedKernel tree = new AskedKernel(kernel, of.design(), List.of());
      for (int blocks = 1; blocks <= 2; blocks++) {
        Told modelled = laws.explored(EnginesAgreeLawTest.EXPLORE, blocks);
        laws.isSameOfTree(
            modelled, Told.by(EnginesAgreeLawTest.EXPLORE, modelled.scenario(), tree));
      }
    }
  }

  @Provide
  Arbitrary<Case> of612() {
    return Cases.ofTree(Design.parse("v6.12-debian"));
  }

  @Provide
  Arbitrary<Case> of61() {
    return Cases.ofTree(Design.parse("v6.1-debian"));
  }

  /** Without the tree there is nothing to ask: the test is skipped, and says why. */
  private abstract static class Needs implements SkipExecutionHook {
    private final String version;

    Needs(String version) {
      this.version = version;
    }

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.NO_DESCENDANTS;
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      try {
        Trees.of(version);
        return SkipResult.doNotSkip();
      } catch (TestAbortedException e) {
        return SkipResult.skip(e.getMessage());
      }
    }
  }

  static final class Needs612 extends Needs {
    Needs612() {
      super("6.12");
    }
  }

  static final class Needs61 extends Needs {
    Needs61() {
      super("6.1");
    }
  }
}
