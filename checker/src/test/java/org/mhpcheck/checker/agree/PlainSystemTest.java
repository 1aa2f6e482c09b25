package org.mhpcheck.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mhpcheck.checker.Designs;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.system.PlainSystem;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** Numbers for sections, tables for steps and plans over numbers change nothing. */
class PlainSystemTest {
  private static final List<org.mhpcheck.model.claim.Property> ALL = Worlds.ofTraces();

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void directAgrees(
      @ForAll("designs") Design design,
      @ForAll @IntRange(min = 2, max = 4) int subsections,
      @ForAll boolean faults) {
    requireAgreement(design, Worlds.direct(1, subsections, faults));
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void directInTwoSectionsAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.direct(2, 2, faults));
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void deviceAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.device(1, 4, faults));
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void deviceInTwoSectionsAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.device(2, 2, faults));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void directWithAltmapsAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.with(Worlds.direct(1, 3, faults), altmaps(design)));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void deviceWithAltmapsAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.with(Worlds.device(2, 2, faults), altmaps(design)));
  }

  /** All that the design can be told of. */
  private static Altmap[] altmaps(Design design) {
    return Stream.of(Altmap.values())
        .filter(a -> a.refusedBy(design).isEmpty())
        .toArray(Altmap[]::new);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void deviceInThreeSectionsAgrees(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(design, Worlds.device(3, 2, faults));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void memoryBlocksAgree(
      @ForAll("designs") Design design,
      @ForAll boolean faults,
      @ForAll Arch arch,
      @ForAll @IntRange(min = 1, max = 2) int block,
      @ForAll @IntRange(max = 3) int node) {
    List<Altmap> altmaps =
        design.has(Change.MEMMAP_ON_MEMORY)
            ? List.of(Altmap.NONE, Altmap.ALTMAP)
            : List.of(Altmap.NONE);
    requireAgreement(
        design,
        new Question.Explore(
            new World(new Geometry(2, 2), arch, block, node),
            BootLayout.DEFAULTS,
            List.of(Caller.MEMORY_BLOCK, Caller.DEVICE, Caller.PRIVATE_DEVICE),
            altmaps,
            faults,
            Limits.NONE));
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void sectionFunctionsAgree(@ForAll("designs") Design design, @ForAll boolean faults) {
    requireAgreement(
        design,
        new Question.Explore(
            new Geometry(2, 2), BootLayout.DEFAULTS, List.of(Caller.SPARSE), faults, Limits.NONE));
  }

  @Provide
  Arbitrary<Design> designs() {
    return Designs.any();
  }

  private static void requireAgreement(Design design, Question.Explore world) {
    ModelledKernel kernel = new ModelledKernel(design);
    Exploration exploration =
        Worlds.explore(kernel, world, ALL.toArray(new org.mhpcheck.model.claim.Property[0]));
    PlainSystem plain = new PlainSystem(kernel, world, ALL);
    assertEquals(plain.states(), exploration.states(), "states");
    assertEquals(plain.transitions(), exploration.transitions(), "transitions");
    assertEquals(plain.depth(), exploration.depth(), "depth");
    assertEquals(plain.shortest(), shortest(exploration));
    assertEquals(plain.met(), met(exploration));
  }

  private static Map<String, Integer> shortest(Exploration exploration) {
    Map<String, Integer> shortest = new HashMap<>();
    exploration
        .violations()
        .forEach(
            (bit, v) ->
                shortest.put(
                    ALL.get(bit).name(), v.path().size() - 1 + (v.isOfTransition() ? 1 : 0)));
    return shortest;
  }

  private static Set<String> met(Exploration exploration) {
    Set<String> met = new HashSet<>();
    for (int i = 0; i < ALL.size(); i++) {
      if ((exploration.met() & 1L << i) != 0) {
        met.add(ALL.get(i).name());
      }
    }
    return met;
  }
}
