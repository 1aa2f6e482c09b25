package org.mhpcheck.model.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.model.claim.About.Need.ALTMAPS;
import static org.mhpcheck.model.claim.About.Need.BOOKS;
import static org.mhpcheck.model.claim.About.Need.BOOT_MEMORY;
import static org.mhpcheck.model.claim.About.Need.DEVICES;
import static org.mhpcheck.model.claim.About.Need.FAILING_CALLS;
import static org.mhpcheck.model.claim.About.Need.INACCESSIBLE_ALTMAPS;
import static org.mhpcheck.model.claim.About.Need.LINEAR_MAP;
import static org.mhpcheck.model.claim.About.Need.MIRRORED_REMOVES;
import static org.mhpcheck.model.claim.About.Need.OVERLAPPING_CALLS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
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
        applies ? Optional.empty() : Optional.of("needs faults, or the caller direct or sparse"),
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
            : Optional.of("needs the caller direct or sparse, or faults and two sections"),
        explore(sections, ABSENT, faults, caller).notApplicable(ofState(OVERLAPPING_CALLS)));
  }

  @ParameterizedTest
  @CsvSource({
    "DEVICE, none, 'needs altmap among the altmaps, and a caller that has any'",
    "DEVICE, inaccessible, 'needs altmap among the altmaps, and a caller that has any'",
    "DEVICE, altmap,       ",
    "DIRECT, none, 'needs altmap among the altmaps, and a caller that has any'",
    "DIRECT, altmap,"
        + " 'needs callers whose removes mirror their adds: not direct, and not sparse'",
  })
  void mirroredAltmaps(Caller caller, String altmap, String reason) {
    assertEquals(
        Optional.ofNullable(reason),
        explore(caller, altmap).notApplicable(ofState(ALTMAPS, MIRRORED_REMOVES)));
  }

  @ParameterizedTest
  @CsvSource({
    "DEVICE,none,false",
    "DEVICE,inaccessible,false",
    "DIRECT,altmap,false",
    "DIRECT,inaccessible,true"
  })
  void inaccessibleAltmaps(Caller caller, String altmap, boolean applies) {
    assertEquals(
        applies
            ? Optional.empty()
            : Optional.of(
                "needs inaccessible among the altmaps, and the caller direct, sparse or memory-block"),
        explore(caller, altmap).notApplicable(ofState(INACCESSIBLE_ALTMAPS)));
  }

  /** One who owns nothing is enough to make memory that nobody owns. */
  @Test
  void booksOfAllCallers() {
    Optional<String> reason =
        Optional.of("needs callers who own what they add: not direct, and not sparse");
    assertEquals(
        Optional.empty(),
        explore(1, ABSENT, true, Caller.DEVICE).notApplicable(ofState(BOOKS, FAILING_CALLS)));
    assertEquals(reason, explore(1, ABSENT, true, Caller.DIRECT).notApplicable(ofState(BOOKS)));
    assertEquals(
        reason,
        explore(1, ABSENT, true, Caller.DEVICE, Caller.DIRECT).notApplicable(ofState(BOOKS)));
  }

  /** What would pass and say nothing is refused; what would be vacuous is not. */
  @Test
  void whatCannotBeAskedEvenByName() {
    Question direct = explore(1, ABSENT, false, Caller.DIRECT);
    Question device = explore(1, ABSENT, false, Caller.DEVICE);
    assertEquals(
        Optional.of("needs callers who own what they add: not direct, and not sparse"),
        direct.impossible(ofRecovery(BOOKS, BOOT_MEMORY)));
    assertEquals(Optional.empty(), device.impossible(ofRecovery(BOOKS, FAILING_CALLS)));
    assertEquals(Optional.empty(), direct.impossible(ofState(BOOKS, MIRRORED_REMOVES)));
    for (Question question : List.of(device, new Question.Prove(List.of()))) {
      assertEquals(question.notApplicable(ofSizes()), question.impossible(ofSizes()));
    }
  }

  private static Question.Explore explore(Caller caller, String altmap) {
    Altmap asked = Altmap.valueOf(altmap.toUpperCase(Locale.ROOT));
    return new Question.Explore(
        new Geometry(1, 4), ABSENT, List.of(caller), List.of(asked), false, Limits.NONE);
  }

  /** Where no call is told of an altmap, what is about altmaps would be vacuous. */
  @ParameterizedTest
  @CsvSource({
    "PRIVATE_DEVICE,altmap,false",
    "DEVICE,inaccessible,false",
    "MEMORY_BLOCK,inaccessible,true",
    "MEMORY_BLOCK,none,false"
  })
  void altmapsThatSomebodyTellsOf(Caller caller, String altmap, boolean applies) {
    assertEquals(applies, explore(caller, altmap).notApplicable(ofState(ALTMAPS)).isEmpty());
  }

  @Test
  void whatADesignDoesNotKnowItIsNotAsked() {
    Question.Explore inaccessible = explore(Caller.DIRECT, "inaccessible");
    assertEquals(Optional.empty(), inaccessible.refusedBy(Design.parse("v6.8")));
    assertEquals(
        Optional.of(
            "v6.1 knows no inaccessible altmap: it lacks c5f1e2d18909 (inaccessible-altmap)"),
        inaccessible.refusedBy(Design.parse("v6.1")));
    assertEquals(
        Optional.empty(), explore(Caller.DIRECT, "altmap").refusedBy(Design.parse("v5.3")));
  }

  @Test
  void otherLimitsChangeNothingElse() {
    Question.Explore question = explore(Caller.DIRECT, "altmap");
    Limits depth = new Limits(Optional.of(3), Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(depth, question.withLimits(depth).limits());
    assertEquals(question, question.withLimits(depth).withLimits(Limits.NONE));
  }

  /** Its steps are told of every altmap that the design knows. */
  @Test
  void aProofFollowsAltmaps() {
    for (About.Need need : List.of(ALTMAPS, INACCESSIBLE_ALTMAPS)) {
      assertEquals(Optional.empty(), new Question.Prove(List.of()).notApplicable(ofState(need)));
    }
  }

  /** Its steps are an adversary's: any range is removed. */
  @Test
  void aProofIsNotAskedAboutRemovesThatMirrorAdds() {
    assertEquals(
        Optional.of("is about removes that mirror adds, and proofs are of any"),
        new Question.Prove(List.of()).notApplicable(ofState(MIRRORED_REMOVES)));
  }

  /** Nobody owns anything there: it would hold, and say nothing, or be broken by boot. */
  @Test
  void norAboutWhatIsKeptBesideTheKernel() {
    for (About.Need need : List.of(BOOKS, DEVICES, LINEAR_MAP)) {
      assertEquals(
          Optional.of("is about owners or the linear mapping, which proofs do not follow"),
          new Question.Prove(List.of()).notApplicable(ofState(need)));
    }
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
    Question compose = new Question.Compose((Question.Explore) explore);
    Question prove = new Question.Prove(List.of());
    Question sizes = new Question.Sizes(List.of(), true);
    List<Property> kinds = List.of(ofState(), ofStep(), ofCall(), ofRecovery(), ofSizes());
    assertEquals(
        List.of("", "", "", "", "is about sizes, ask prove --usemap"), reasons(explore, kinds));
    String notOfSections = "does not speak of sections' states, steps or calls";
    assertEquals(List.of("", "", "", notOfSections, notOfSections), reasons(prove, kinds));
    String notSizes = "is not about sizes";
    String notOfOneSection = "does not speak of one section's states or steps";
    assertEquals(List.of(notSizes, notSizes, notSizes, notSizes, ""), reasons(sizes, kinds));
    assertEquals(
        List.of("", "", notOfOneSection, notOfOneSection, notOfOneSection),
        reasons(compose, kinds));
    assertEquals(
        List.of("explore", "compose", "prove", "arithmetic"),
        List.of(explore.engine(), compose.engine(), prove.engine(), sizes.engine()));
  }

  /** What the kernel demands of architectures is asked of some, or not at all. */
  @Test
  void whatIsAboutArchitecturesNeedsSome() {
    Property demand = ofSizes(Scope.ARCHITECTURES);
    assertEquals(
        Optional.of("is about architectures, of which none is asked"),
        new Question.Sizes(List.of(), true).notApplicable(demand));
    Architecture some =
        new Architecture(
            "some", 12, 27, 27, Release.V5_3, Optional.empty(), 10, 8, true, Optional.empty());
    assertEquals(Optional.empty(), new Question.Sizes(List.of(some), false).notApplicable(demand));
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
    return new Property.OfCall(
        about(), (operation, rc) -> true, (before, after) -> Bit.TRUE, c -> "");
  }

  private static Property ofRecovery(About.Need... needs) {
    return new Property.OfRecovery(about(needs), (operation, rc) -> true, s -> Bit.TRUE, s -> "");
  }

  private static Property ofSizes() {
    return ofSizes(Scope.ANY_PARAMETERS);
  }

  private static Property ofSizes(Scope scope) {
    return new Property.Arithmetic(about(), scope, u -> Optional.of(SizeClaim.all()));
  }

  private static About about(About.Need... needs) {
    return new About("any", "Any.", "any", "Any.", "any", Set.of(needs));
  }
}
