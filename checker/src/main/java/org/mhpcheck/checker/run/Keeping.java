package org.mhpcheck.checker.run;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.explore.CheckpointException;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;

/** Where long explorations keep what they have come to, so that they can be gone on with. */
public interface Keeping {
  /** Nowhere. */
  Keeping NONE = (asked, question, properties) -> Optional.empty();

  /**
   * Whether an exploration is begun anew that cannot be gone on with; else nothing is answered.
   *
   * @param why it cannot
   */
  default boolean beginsAnew(CheckpointException why) {
    return false;
  }

  /** Of one exploration; empty if it is not to be kept. */
  Optional<Checkpoints> of(AskedKernel asked, Question.Explore question, List<Property> properties);
}
