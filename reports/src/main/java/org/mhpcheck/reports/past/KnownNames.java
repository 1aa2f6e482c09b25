package org.mhpcheck.reports.past;

import java.nio.file.Path;
import java.util.Optional;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Scenario;

/** What the names in a run stand for, for who reads it back. */
public interface KnownNames {

  /** The scenario of that name; empty if there is none. */
  Optional<Scenario> scenario(String name);

  /** The property of that name; empty if there is none. */
  Optional<Property> property(String name);

  /**
   * A counterexample done again, so that a file is not believed; empty if it breaks nothing.
   *
   * @param asked the scenario, of the one design that it was found in
   * @param file where it was written to
   * @param clause what was broken, in words; what can be told of that anew is told anew
   */
  Optional<Trace> replayed(Scenario asked, Property property, Path file, String clause);
}
