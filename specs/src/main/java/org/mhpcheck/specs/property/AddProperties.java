package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.logic.Bit;

/** What must hold of adds that fail or are refused. */
final class AddProperties {
  private AddProperties() {}

  static final Property FAILED_STEP_CHANGES_NOTHING =
      new Property.OfStep(
          new About(
              "failed-step-changes-nothing",
              "One section's part of an add that fails leaves that section as it was.",
              "sparse_add_section() returns an error",
              "Who is told that the add failed has nothing to undo, and may try again.",
              "mm/sparse.c section_activate(), v5.3 to v7.0",
              Set.of(About.Need.FAILING_CALLS)),
          AddProperties::fails,
          t -> fails(t).implies(t.after().sameAs(t.before())),
          Shown::step);

  private static Bit fails(StepTaken t) {
    return Bit.of(t.step().kind().adds() && t.outcome().rc() != Errno.OK);
  }

  static final Property PRESENT_SUBSECTION_REFUSED =
      new Property.OfStep(
          new About(
              "present-subsection-refused",
              "An add that meets a set bit returns EEXIST and leaves that section as it was.",
              "sparse_add_section() is called on a subsection whose bit is set",
              "The bitmap is the last guard against memory that is added twice.",
              "mm/sparse.c section_activate() from v5.3, fill_subsection_map() v5.7 to v7.0",
              Set.of(About.Need.OVERLAPPING_CALLS)),
          AddProperties::meetsSetBit,
          t ->
              meetsSetBit(t)
                  .implies(
                      Bit.of(t.outcome().rc() == Errno.EEXIST).and(t.after().sameAs(t.before()))),
          Shown::step);

  private static Bit meetsSetBit(StepTaken t) {
    return Bit.of(t.step().kind().adds())
        .and(t.step().range().intersects(t.before().subsectionMap()));
  }

  static final Property FAILED_ADD_CHANGES_NOTHING =
      new Property.OfCall(
          new About(
              "failed-add-changes-nothing",
              "An add that returns an error leaves every section as it was.",
              "a call that adds memory returns an error",
              "No caller takes back the sections that were added before the one that failed; they"
                  + " stay valid, and every later try returns EEXIST (L01).",
              "mm/memory_hotplug.c __add_pages(), v5.3 to v7.2",
              Set.of(About.Need.FAILING_CALLS)),
          (operation, rc) -> operation.adds() && rc != Errno.OK,
          // As the kernel has it: the linear mapping is another matter.
          (before, after) -> before.withoutBooks().sameAs(after.withoutBooks()),
          Shown::call);

  static List<Property> all() {
    return List.of(
        FAILED_STEP_CHANGES_NOTHING, PRESENT_SUBSECTION_REFUSED, FAILED_ADD_CHANGES_NOTHING);
  }
}
