package org.mhpcheck.model.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.model.claim.About.Need.BOOT_MEMORY;
import static org.mhpcheck.model.claim.About.Need.FAILING_CALLS;
import static org.mhpcheck.model.claim.About.Need.OVERLAPPING_CALLS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Geometry;

/** Which properties a question asks, and what the others need. */
class QuestionTest {
  private static final List<BootLayout> ABSENT = List.of(BootLayout.ABSENT);

  @ParameterizedTest
  @CsvSource({
    "absent,needs a boot layout other than absent",
    "0000,needs a boot layout other than absent",
    "full,",
    "upper-half,",
    "0100,"
  })
  void bootMemory(String layout, String reason) {
    assertEquals(
        Optional.ofNullable(reason),
        explore(1, List.of(new BootLayout(layout)), false, Caller.DIRECT)
            .notApplicable(ofState(BOOT_MEMORY)));
  }

  @Test
  void oneLayoutWithMemoryIsEnough() {
    assertEquals(
        Optional.empty(),
        explore(1, BootLayout.DEFAULTS, false, Caller.DIRECT).notApplicable(ofState(BOOT_MEMORY)));
  }

  @ParameterizedTest
  @CsvSource({"DIRECT,false,true", "DIRECT,true,true", "DEVICE,false,false", "DEVICE,true,true"})
  void failingCalls(Caller caller, boolean faults, boolean applies) {
    assertEquals(
        applies ? Optional.empty() : Optional.of("needs faults, or the caller direct"),
        explore(2, ABSENT, faults, caller).notApplicable(ofState(FAILING_CALLS)));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT,1,false,true",
    "DEVICE,1,true,false",
    "DEVICE,2,false,false",
    "DEVICE,2,true,true"
  })
  void overlappingCalls(Caller caller, int sections, boolean faults, boolean applies) {
    assertEquals(
        applies
            ? Optional.empty()
            : Optional.of(
                "needs the caller direct, or the caller device with faults and two sections"),
        explore(sections, ABSENT, faults, caller).notApplicable(ofState(OVERLAPPING_CALLS)));
  }

  @Test
  void ofSeveralCallersOneDirectIsEnough() {
    assertEquals(
        Optional.empty(),
        explore(1, ABSENT, false, Caller.DEVICE, Caller.DIRECT)
            .notApplicable(ofState(FAILING_CALLS, OVERLAPPING_CALLS)));
  }

  @Test
  void ofSeveralNeedsTheFirstIsNamed() {
    assertEquals(
        Optional.of("needs a boot layout other than absent"),
        explore(1, ABSENT, false, Caller.DEVICE)
            .notApplicable(ofState(OVERLAPPING_CALLS, FAILING_CALLS, BOOT_MEMORY)));
  }

  @Test
  void eachEngineHasItsKinds() {
    Question explore = explore(1, ABSENT, false, Caller.DIRECT);
    Question prove = new Question.Prove(List.of());
    Question sizes = new Question.Sizes(List.of());
    List<Property> kinds = List.of(ofState(), ofStep(), ofCall(), ofSizes());
    assertEquals(
        List.of("", "", "", "is about sizes, ask prove --usemap"), reasons(explore, kinds));
    String notOfOneSection = "does not speak of one section's states or steps";
    assertEquals(List.of("", "", notOfOneSection, notOfOneSection), reasons(prove, kinds));
    String notSizes = "is not about sizes";
    assertEquals(List.of(notSizes, notSizes, notSizes, ""), reasons(sizes, kinds));
    assertEquals(
        List.of("explore", "prove", "arithmetic"),
        List.of(explore.engine(), prove.engine(), sizes.engine()));
  }

  /** A proof starts from any state: nothing needs to be reachable by calls. */
  @Test
  void aProofNeedsNoCalls() {
    assertEquals(
        Optional.empty(),
        new Question.Prove(List.of())
            .notApplicable(ofState(BOOT_MEMORY, FAILING_CALLS, OVERLAPPING_CALLS)));
  }

  private static List<String> reasons(Question question, List<Property> properties) {
    return properties.stream().map(p -> question.notApplicable(p).orElse("")).toList();
  }

  private static Question.Explore explore(
      int sections, List<BootLayout> boot, boolean faults, Caller... callers) {
    return new Question.Explore(
        new Geometry(sections, 4), boot, List.of(callers), faults, Limits.NONE);
  }

  private static Property ofState(About.Need... needs) {
    return new Property.OfState(about(needs), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
  }

  private static Property ofStep() {
    return new Property.OfStep(about(), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
  }

  private static Property ofCall() {
    return new Property.OfCall(about(), c -> true, c -> true, c -> "");
  }

  private static Property ofSizes() {
    return new Property.Arithmetic(about(), u -> SizeClaim.all());
  }

  private static About about(About.Need... needs) {
    return new About("any", "Any.", "any", "Any.", "any", Set.of(needs));
  }
}
