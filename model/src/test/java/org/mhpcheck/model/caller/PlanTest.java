package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mhpcheck.model.caller.Operation.ARCH_ADD_MEMORY;
import static org.mhpcheck.model.caller.Operation.ARCH_REMOVE_MEMORY;
import static org.mhpcheck.model.caller.Operation.MEMREMAP_PAGES;
import static org.mhpcheck.model.caller.Operation.MEMUNMAP_PAGES;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.state.Geometry;

/** What calls do, section by section: three sections of four subsections. */
class PlanTest {
  private static final Geometry GEOMETRY = new Geometry(3, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 4  | 1 ADD 1111, 0",
        "1 | 3  | 1 ADD 0110, 0",
        "4 | 8  | 2 ADD 1111, 0",
        "0 | 8  | 1 ADD 1111, 2 ADD 1111, 0",
        "3 | 5  | 1 ADD 0001, 2 ADD 1000, 0",
        "2 | 10 | 1 ADD 0011, 2 ADD 1111, 3 ADD 1100, 0",
        "0 | 12 | 1 ADD 1111, 2 ADD 1111, 3 ADD 1111, 0"
      })
  void anAddGoesSectionBySection(int from, int to, String steps) {
    assertEquals(steps, ifAllIsWell(plan(ARCH_ADD_MEMORY, from, to)));
    assertEquals(steps.replace("ADD", "REMOVE"), ifAllIsWell(plan(ARCH_REMOVE_MEMORY, from, to)));
  }

  /** The first error ends it, whichever section it comes from; nothing undoes what was done. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void anAddStopsAtTheFirstError(Errno error) {
    for (Operation operation : List.of(ARCH_ADD_MEMORY, MEMREMAP_PAGES)) {
      Plan plan = plan(operation, 2, 10);
      for (int section = 0; section < 3; section++) {
        Plan.Do step = assertInstanceOf(Plan.Do.class, plan);
        assertEquals(section, step.section());
        assertEquals(new Plan.Done(error), step.on().get(error));
        plan = step.on().get(Errno.OK);
      }
    }
  }

  @Test
  void aRemovalNeverFails() {
    for (Operation operation : List.of(ARCH_REMOVE_MEMORY, MEMUNMAP_PAGES)) {
      Plan plan = plan(operation, 0, 12);
      while (plan instanceof Plan.Do step) {
        assertEquals(Set.of(Errno.OK), step.on().keySet());
        plan = step.on().get(Errno.OK);
      }
      assertEquals(new Plan.Done(Errno.OK), plan);
    }
  }

  /** The books are kept when all of the kernel's work is done. */
  @Test
  void aDeviceClaimsWhatItAddedAndGivesBackWhatItRemoved() {
    assertEquals(
        "1 ADD 0011, 2 ADD 1111, 3 ADD 1000,"
            + " 1 CLAIM 0011, 2 CLAIM_ON 1111, 3 CLAIM_ON 1000, 0",
        ifAllIsWell(plan(MEMREMAP_PAGES, 2, 9)));
    assertEquals(
        "1 REMOVE 0011, 2 REMOVE 1111, 3 REMOVE 1000,"
            + " 1 RELEASE 0011, 2 RELEASE 1111, 3 RELEASE 1000, 0",
        ifAllIsWell(plan(MEMUNMAP_PAGES, 2, 9)));
  }

  @ParameterizedTest
  @EnumSource
  void everyStepIsToldOfTheCallsAltmap(Altmap altmap) {
    for (Operation operation : Operation.values()) {
      Call call = new Call(operation, 2, 10, altmap);
      Plan plan = Caller.of(operation).plan(call, GEOMETRY);
      while (plan instanceof Plan.Do step) {
        assertEquals(altmap, step.step().altmap());
        plan = step.on().get(Errno.OK);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "3,3", "5,3", "-1,2", "8,13"})
  void aRangeThatIsNoneReachesNoSection(int from, int to) {
    assertEquals(new Plan.Done(Errno.EINVAL), plan(ARCH_ADD_MEMORY, from, to));
    assertEquals(new Plan.Done(Errno.OK), plan(ARCH_REMOVE_MEMORY, from, to));
  }

  private static Plan plan(Operation operation, int from, int to) {
    return Caller.of(operation).plan(new Call(operation, from, to), GEOMETRY);
  }

  private static String ifAllIsWell(Plan plan) {
    List<String> steps = new ArrayList<>();
    Plan at = plan;
    while (at instanceof Plan.Do step) {
      steps.add(
          "%d %s %s"
              .formatted(step.section() + 1, step.step().kind(), step.step().range().toString()));
      at = step.on().get(Errno.OK);
    }
    steps.add(((Plan.Done) at).rc().text());
    return String.join(", ", steps);
  }
}
