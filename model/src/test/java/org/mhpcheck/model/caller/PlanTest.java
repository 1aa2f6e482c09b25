package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Geometry;

/** What calls do, section by section: three sections of four subsections. */
class PlanTest {
  private static final Machine MACHINE = Machine.of(Design.parse("v6.12"), new Geometry(3, 4));

  /** The steps that are told of an altmap; giving memory back needs none. */
  private static final Set<Step.Kind> WITH_ALTMAP =
      Set.of(
          Step.Kind.ADD,
          Step.Kind.REMOVE,
          Step.Kind.CLAIM,
          Step.Kind.CLAIM_ON,
          Step.Kind.CLAIM_RAM,
          Step.Kind.RELEASE);

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
    assertEquals(steps, PlanText.ifAllIsWell(plan(ARCH_ADD_MEMORY, from, to)));
    assertEquals(
        steps.replace("ADD", "REMOVE"), PlanText.ifAllIsWell(plan(ARCH_REMOVE_MEMORY, from, to)));
  }

  /** The first error ends it, whichever section it comes from; nothing undoes what was done. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void anAddStopsAtTheFirstError(Errno error) {
    for (Operation operation : List.of(ARCH_ADD_MEMORY, MEMREMAP_PAGES)) {
      List<Integer> added = new ArrayList<>();
      for (Plan.Do step : PlanText.steps(plan(operation, 2, 10))) {
        if (step.step().kind() == Step.Kind.ADD) {
          added.add(step.section());
          assertEquals(new Plan.Done(error), afterPagemap(step.on().get(error)));
        }
      }
      assertEquals(List.of(0, 1, 2), added);
    }
  }

  /** What comes once a device has taken its pagemap out again. */
  private static Plan afterPagemap(Plan plan) {
    Plan at = plan;
    while (at instanceof Plan.Do step && step.step().kind() == Step.Kind.KILL_PAGEMAP) {
      at = step.on().get(Errno.OK);
    }
    return at;
  }

  /**
   * __add_section() returned EEXIST of what was valid already, and __add_pages() passed over it, up
   * to v5.2 and the eighth patch of the series.
   */
  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.2+1..8"})
  void whatIsThereIsPassedOverBeforeTheNinthPatch(String design) {
    Plan add =
        Caller.DIRECT.plan(new Call(ARCH_ADD_MEMORY, 0, 12), MACHINE.with(Design.parse(design)));
    assertEquals(
        "1 ADD_ABSENT 1111, 2 ADD_ABSENT 1111, 3 ADD_ABSENT 1111, 0", PlanText.ifAllIsWell(add));
    assertEquals("2 ADD_ABSENT 1111, 3 ADD_ABSENT 1111, 0", PlanText.after(add, 1, Errno.EEXIST));
    assertEquals("0", PlanText.after(add, 3, Errno.EEXIST), "that is no error");
    assertEquals("-ENOMEM", PlanText.after(add, 1, Errno.ENOMEM));
    assertEquals("-EINVAL", PlanText.after(add, 2, Errno.EINVAL));
  }

  @Test
  void fromTheNinthOnItIsAnError() {
    Plan add =
        Caller.DIRECT.plan(
            new Call(ARCH_ADD_MEMORY, 0, 12), MACHINE.with(Design.parse("v5.2+1..9")));
    assertEquals("1 ADD 1111, 2 ADD 1111, 3 ADD 1111, 0", PlanText.ifAllIsWell(add));
    assertEquals("-EEXIST", PlanText.after(add, 1, Errno.EEXIST));
  }

  @Test
  void aRemovalNeverFails() {
    for (Operation operation : List.of(ARCH_REMOVE_MEMORY, MEMUNMAP_PAGES)) {
      Plan plan = plan(operation, 0, 12);
      for (Plan.Do step : PlanText.steps(plan)) {
        assertEquals(Set.of(Errno.OK), step.on().keySet());
      }
      assertTrue(PlanText.ifAllIsWell(plan).endsWith(", 0"));
    }
  }

  /**
   * The books are kept when all of the kernel's work is done; the linear mapping comes first and
   * goes last. Where the range begins or ends within a section, that section is tainted.
   */
  @Test
  void aDeviceClaimsWhatItAddedAndGivesBackWhatItRemoved() {
    assertEquals(
        "1 PAGEMAP 0011, 2 PAGEMAP 1111, 3 PAGEMAP 1000,"
            + " 1 MAP 0011, 2 MAP 1111, 3 MAP 1000, 1 ADD 0011, 2 ADD 1111, 3 ADD 1000,"
            + " 1 TAINT 0011, 3 TAINT 1000,"
            + " 1 CLAIM 0011, 2 CLAIM_ON 1111, 3 CLAIM_ON 1000, 0",
        PlanText.ifAllIsWell(plan(MEMREMAP_PAGES, 2, 9)));
    assertEquals(
        "1 KILL_PAGEMAP 0011, 2 KILL_PAGEMAP 1111, 3 KILL_PAGEMAP 1000,"
            + " 1 REMOVE 0011, 2 REMOVE 1111, 3 REMOVE 1000,"
            + " 1 UNMAP 0011, 2 UNMAP 1111, 3 UNMAP 1000,"
            + " 1 RELEASE 0011, 2 RELEASE 1111, 3 RELEASE 1000, 0",
        PlanText.ifAllIsWell(plan(MEMUNMAP_PAGES, 2, 9)));
  }

  @ParameterizedTest
  @EnumSource
  void everyAddAndRemoveIsToldOfTheCallsAltmap(Altmap altmap) {
    for (Operation operation : Operation.values()) {
      for (Altmap told : Caller.of(operation).altmaps(operation, List.of(altmap))) {
        Call call = new Call(operation, 4, 8, told);
        for (Plan.Do step : PlanText.steps(Caller.of(operation).plan(call, MACHINE))) {
          boolean asked = WITH_ALTMAP.contains(step.step().kind());
          assertEquals(asked ? told : Altmap.NONE, step.step().altmap(), call::toString);
        }
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
    return Caller.of(operation).plan(new Call(operation, from, to), MACHINE);
  }
}
