package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Question;

/** Verdicts, statistics and traces are the same for any number of threads. */
class ThreadsDoNotMatterTest {
  @ParameterizedTest(name = "{0} in {1}, {2} sections, faults={3}")
  @CsvSource({
    "direct, v5.4,  1, true",
    "direct, v6.12, 2, true",
    "direct, v5.9,  2, false",
    "device, v5.8,  2, true",
    "device, v5.4,  2, true",
    "device, v6.12, 2, true",
  })
  void answersAreTheSame(String caller, String design, int sections, boolean faults) {
    Question.Explore world =
        caller.equals("direct")
            ? Worlds.direct(sections, 4, faults)
            : Worlds.device(sections, 4, faults);
    List<Answer> one = answers(1, world, design);
    assertTrue(one.stream().anyMatch(a -> a.verdict() instanceof Verdict.Violated));
    assertEquals(one, answers(2, world, design));
    assertEquals(one, answers(4, world, design));
  }

  /** Wide enough for most rows to be expanded by workers. */
  @Test
  void ofALargeWorldNeither() {
    Question.Explore world = Worlds.direct(2, 8, true);
    Property[] asked =
        Worlds.named("boot-usage-never-freed", "added-section-has-clear-flags")
            .toArray(Property[]::new);
    List<Answer> one = withoutTimes(Worlds.answers(1, world, "v6.12", asked));
    assertEquals(588_289, one.get(0).statistics().states());
    assertEquals(one, withoutTimes(Worlds.answers(2, world, "v6.12", asked)));
  }

  private static List<Answer> answers(int threads, Question.Explore world, String design) {
    Property[] all = Worlds.ofTraces().toArray(new Property[0]);
    return withoutTimes(Worlds.answers(threads, world, design, all));
  }

  private static List<Answer> withoutTimes(List<Answer> answers) {
    return answers.stream().map(ThreadsDoNotMatterTest::withoutTime).toList();
  }

  private static Answer withoutTime(Answer a) {
    Statistics s = a.statistics();
    return new Answer(
        a.subject(),
        a.property(),
        a.verdict(),
        new Statistics(
            s.states(),
            s.transitions(),
            s.sectionStates(),
            s.depth(),
            Duration.ZERO,
            s.space()
                .map(space -> new Space(space.byDepth(), space.byCall(), space.complete(), 0))),
        a.remarks());
  }
}
