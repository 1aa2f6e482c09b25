package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;

/** What was asked, in words. */
public final class QuestionText {
  private QuestionText() {}

  /** One sentence, without the properties that are asked. */
  public static String of(Question question) {
    if (question instanceof Question.Explore q) {
      return "Every sequence of calls on %s".formatted(world(q));
    } else if (question instanceof Question.Compose q) {
      return "Every sequence of calls on any number of sections, of which the fewest are %s"
          .formatted(world(q.smallest()));
    } else if (question instanceof Question.Simulate q) {
      return "%s of at most %s from seed %d on %s"
          .formatted(
              Words.count(q.walks(), "random walk"),
              Words.count(q.mostCalls(), "call"),
              q.seed(),
              world(q.calls()));
    } else if (question instanceof Question.Same q) {
      return "The same calls on it and on %s: %s".formatted(q.beside(), world(q.calls()));
    } else if (question instanceof Question.Prove q) {
      return "Every sequence of steps of any length, at the geometry of "
          + names(q.architectures());
    } else if (question instanceof Question.Sizes q) {
      String all = "every architecture that the kernel would compile for";
      return "The arithmetic of "
          + (q.architectures().isEmpty()
              ? all
              : names(q.architectures()) + (q.anyParameters() ? ", and of " + all : ""));
    } else {
      return "Where boot puts usages, of "
          + ((Question.Placements) question).arch().name()
          + ", on small machines of every kind";
    }
  }

  private static String names(List<Architecture> architectures) {
    return architectures.stream().map(Architecture::name).collect(Collectors.joining(", "));
  }

  private static String world(Question.Explore q) {
    List<String> parts = new ArrayList<>();
    World world = q.world();
    parts.add(
        "%s of %s (%s)"
            .formatted(
                Words.count(q.geometry().sections(), "section"),
                Words.count(q.geometry().subsections(), "subsection"),
                world.arch().text()));
    parts.add(joined("caller", q.callers().stream().map(Caller::callerName).toList()));
    if (!q.altmaps().equals(List.of(Altmap.NONE))) {
      parts.add(joined("altmap", q.altmaps().stream().map(Altmap::text).toList()));
    }
    parts.add(joined("boot layout", q.boot().stream().map(BootLayout::name).toList()));
    parts.add(q.faults() ? "allocations fail" : "no allocation fails");
    if (world.walkers()) {
      parts.add("with walkers");
    }
    if (world.zones().isPresent()) {
      parts.add("zones kept, from section %d on".formatted(world.zones().get().firstSection()));
    }
    if (q.boots().isPresent()) {
      parts.add("boot allocations fail, too");
    }
    limits(q.limits(), parts);
    return String.join("; ", parts);
  }

  private static String joined(String noun, List<String> names) {
    return "%s%s %s".formatted(noun, names.size() == 1 ? "" : "s", String.join(", ", names));
  }

  private static void limits(Limits limits, List<String> parts) {
    limits.depth().ifPresent(d -> parts.add("at most " + Words.count(d, "call")));
    limits.time().ifPresent(t -> parts.add("at most %d s".formatted(t.toSeconds())));
    limits.states().ifPresent(n -> parts.add("at most " + Words.count(n, "state")));
    limits.memoryBytes().ifPresent(b -> parts.add("at most %d MB".formatted(b >> 20)));
  }
}
