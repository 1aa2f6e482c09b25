package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.reports.past.PastMaker.counted;
import static org.mhpcheck.reports.past.PastMaker.exhaustive;
import static org.mhpcheck.reports.past.PastMaker.finding;
import static org.mhpcheck.reports.past.PastMaker.graded;
import static org.mhpcheck.reports.past.PastMaker.reaching;
import static org.mhpcheck.reports.past.PastMaker.run;
import static org.mhpcheck.reports.past.PastMaker.violated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.past.FindingDifference.Kind;

class RunDifferenceTest {
  private static final PastFinding HOLDS = finding("a@v5.4/p", Word.HOLDS);
  private static final PastFinding VIOLATED = violated("a@v5.4/p", "a", 3);
  private static final PastFinding VACUOUS = finding("a@v5.4/p", Word.VACUOUS);
  private static final PastFinding INCONCLUSIVE = finding("a@v5.4/p", Word.INCONCLUSIVE);
  private static final PastFinding OTHER = finding("z@v5.4/p", Word.HOLDS);

  /** What becomes of the one finding in which two runs differ. */
  private static void becomes(Kind kind, int status, PastFinding before, PastFinding after) {
    becomes(kind, status, run(before, OTHER), run(after, OTHER));
  }

  private static void becomes(Kind kind, int status, PastRun before, PastRun after) {
    RunDifference difference = RunDifference.of(before, after);
    assertEquals(
        List.of(kind), difference.differences().stream().map(FindingDifference::kind).toList());
    assertEquals(status, difference.exitStatus().code());
    assertEquals(1, difference.equal());
    assertFalse(difference.isEqual());
  }

  @Example
  void aViolationThatWasNoneIsNew() {
    becomes(Kind.NEW, 12, HOLDS, VIOLATED);
    becomes(Kind.NEW, 12, VACUOUS, VIOLATED);
    becomes(Kind.NEW, 12, INCONCLUSIVE, VIOLATED);
    becomes(Kind.NEW, 12, run(OTHER), run(OTHER, VIOLATED));
  }

  @Example
  void aViolationThatHoldsIsFixed() {
    becomes(Kind.FIXED, 0, VIOLATED, HOLDS);
  }

  @Example
  void onlyWhatHoldsAsFarIsFixed() {
    PastFinding smaller = reaching(HOLDS, exhaustive("1 x 2 subsections"));
    becomes(Kind.CHANGED, 12, VIOLATED, smaller);
    becomes(Kind.CHANGED, 12, VIOLATED, VACUOUS);
    becomes(Kind.LOST, 5, VIOLATED, INCONCLUSIVE);
    becomes(Kind.LOST, 5, run(OTHER, VIOLATED), run(OTHER));
    PastFinding stoppedAtFirst =
        reaching(
            VIOLATED,
            new PastReach("depth:3", "every sequence of at most 3 calls, 1 x 4 subsections"));
    becomes(Kind.FIXED, 0, stoppedAtFirst, HOLDS);
  }

  @Example
  void whatWasAskedOtherwiseIsNotFixed() {
    PastFinding before = violated("check@v5.4/p", "a", 3);
    PastFinding after = finding("check@v5.4/p", Word.HOLDS);
    String command = "check --callers direct";
    becomes(Kind.FIXED, 0, run(true, command, before, OTHER), run(true, command, after, OTHER));
    becomes(
        Kind.CHANGED,
        12,
        run(true, command, before, OTHER),
        run(true, "check --callers device", after, OTHER));
    becomes(
        Kind.FIXED,
        0,
        run(true, "nightly", VIOLATED, OTHER),
        run(true, "check a.toml", HOLDS, OTHER));
  }

  @Example
  void anotherCounterexampleIsAChange() {
    becomes(Kind.CHANGED, 12, VIOLATED, violated("a@v5.4/p", "b", 3));
    becomes(Kind.CHANGED, 12, VIOLATED, violated("a@v5.4/p", "a", 2));
  }

  @Example
  void anotherVerdictReachOrGradeIsAChange() {
    becomes(Kind.CHANGED, 12, HOLDS, VACUOUS);
    becomes(Kind.CHANGED, 12, INCONCLUSIVE, HOLDS);
    becomes(Kind.CHANGED, 12, HOLDS, reaching(HOLDS, exhaustive("2 x 4 subsections")));
    becomes(Kind.CHANGED, 12, HOLDS, graded(HOLDS, Grade.EXPECTED));
  }

  @Example
  void whatIsNotViolatedAndNotInTheOldIsAdded() {
    becomes(Kind.ADDED, 0, run(OTHER), run(OTHER, HOLDS));
  }

  @Example
  void anUnexpectedAnswerCountsWhateverBecameOfIt() {
    becomes(Kind.ADDED, 12, run(OTHER), run(OTHER, graded(HOLDS, Grade.UNEXPECTED)));
    becomes(Kind.FIXED, 12, VIOLATED, graded(HOLDS, Grade.UNEXPECTED));
    becomes(
        Kind.FIXED,
        0,
        graded(VIOLATED, Grade.UNEXPECTED),
        graded(reaching(HOLDS, VIOLATED.reach()), Grade.UNEXPECTED));
    becomes(Kind.LOST, 5, HOLDS, graded(INCONCLUSIVE, Grade.UNEXPECTED));
  }

  @Example
  void statesAreComparedAndTimesAreNot() {
    becomes(Kind.COUNTS, 0, HOLDS, counted(HOLDS, 11, Duration.ZERO));
    RunDifference other = RunDifference.of(run(HOLDS), run(counted(HOLDS, 10, Duration.ofDays(1))));
    assertTrue(other.isEqual());
  }

  @Example
  void anIncompleteRunEqualsNone() {
    PastRun incomplete = run(false, "nightly", HOLDS);
    for (RunDifference difference :
        List.of(
            RunDifference.of(incomplete, run(HOLDS)),
            RunDifference.of(run(HOLDS), incomplete),
            RunDifference.of(incomplete, incomplete),
            RunDifference.of(run(), run()))) {
      assertEquals(List.of(), difference.differences());
      assertFalse(difference.isEqual());
      assertEquals(ExitStatus.INCONCLUSIVE, difference.exitStatus());
    }
  }

  @Example
  void ofSeveralWithOneIdEachIsCompared() {
    RunDifference difference = RunDifference.of(run(HOLDS, VIOLATED), run(HOLDS, HOLDS, HOLDS));
    assertEquals(1, difference.count(Kind.FIXED));
    assertEquals(1, difference.count(Kind.ADDED));
    assertEquals(1, difference.equal());
  }

  @Example
  void theMostAlarmingComesFirst() {
    PastRun before = run(finding("a", Word.HOLDS), violated("b", "a", 1), finding("c", Word.HOLDS));
    PastRun after = run(finding("b", Word.HOLDS), violated("d", "a", 1), violated("c", "a", 1));
    assertEquals(
        List.of("NEW c", "NEW d", "LOST a", "FIXED b"),
        RunDifference.of(before, after).differences().stream()
            .map(d -> d.kind() + " " + d.id())
            .toList());
  }

  @Property
  void aRunEqualsItself(@ForAll("runs") PastRun run) {
    RunDifference difference = RunDifference.of(run, run);
    assertEquals(List.of(), difference.differences());
    assertEquals(run.complete() && !run.findings().isEmpty(), difference.isEqual());
  }

  /** No question of either run gets lost in the counting. */
  @Property
  void eachQuestionIsCountedOnce(@ForAll("runs") PastRun before, @ForAll("runs") PastRun after) {
    RunDifference difference = RunDifference.of(before, after);
    long inOne =
        difference.differences().stream()
            .filter(d -> d.before().isEmpty() || d.after().isEmpty())
            .count();
    long inBoth = difference.differences().size() - inOne + difference.equal();
    assertEquals(before.findings().size() + after.findings().size(), inOne + 2 * inBoth);
  }

  /** The order of findings does not matter where each has an id of its own. */
  @Property
  void theOrderDoesNotMatter(@ForAll("runs") PastRun before, @ForAll("runs") PastRun after) {
    RunDifference difference = RunDifference.of(distinct(before), distinct(after));
    RunDifference turned = RunDifference.of(reversed(distinct(before)), reversed(distinct(after)));
    assertEquals(difference.differences(), turned.differences());
  }

  /** 0 is said only where every answer of the old run is answered in the new, as well or better. */
  @Property(tries = 5000)
  void nothingThatIsWorseEndsWithZero(
      @ForAll("runs") PastRun before, @ForAll("runs") PastRun after) {
    PastRun old = distinct(before);
    PastRun now = distinct(after);
    if (RunDifference.of(old, now).exitStatus() == ExitStatus.OK) {
      for (PastFinding f : now.findings()) {
        assertTrue(
            f.verdict() != Word.VIOLATED || old.findings().stream().anyMatch(f::equals), "" + f);
      }
      for (PastFinding f : old.findings()) {
        Optional<PastFinding> same =
            now.findings().stream().filter(n -> n.id().equals(f.id())).findFirst();
        assertTrue(same.isPresent(), "" + f);
        assertTrue(same.get().isAnswered() || !f.isAnswered(), "" + f);
      }
    }
  }

  private static PastRun distinct(PastRun run) {
    List<PastFinding> distinct = new ArrayList<>();
    for (PastFinding finding : run.findings()) {
      if (distinct.stream().noneMatch(d -> d.id().equals(finding.id()))) {
        distinct.add(finding);
      }
    }
    return with(run, distinct);
  }

  private static PastRun reversed(PastRun run) {
    List<PastFinding> reversed = new ArrayList<>(run.findings());
    Collections.reverse(reversed);
    return with(run, reversed);
  }

  private static PastRun with(PastRun run, List<PastFinding> findings) {
    return run(run.complete(), run.command(), findings.toArray(new PastFinding[0]));
  }

  @Provide
  Arbitrary<PastRun> runs() {
    Arbitrary<PastFinding> findings =
        Combinators.combine(
                Arbitraries.of("a@x/p", "b@x/p", "check@x/p"),
                Arbitraries.of(HOLDS, VIOLATED, violated("", "b", 2), VACUOUS, INCONCLUSIVE),
                Arbitraries.of(Grade.values()))
            .as((id, f, grade) -> graded(named(id, f), grade));
    return Combinators.combine(
            findings.list().ofMaxSize(4),
            Arbitraries.of(true, true, false),
            Arbitraries.of("check x", "nightly"))
        .as((f, complete, command) -> run(complete, command, f.toArray(new PastFinding[0])));
  }

  private static PastFinding named(String id, PastFinding f) {
    return new PastFinding(
        id,
        f.fingerprint(),
        f.verdict(),
        f.grade(),
        f.reach(),
        f.depth(),
        f.states(),
        f.transitions(),
        f.time());
  }
}
