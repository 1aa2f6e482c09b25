package org.mhpcheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ConformReport.Asked;
import org.mhpcheck.model.answer.ConformReport.Compared;
import org.mhpcheck.model.answer.ConformReport.Difference;
import org.mhpcheck.model.answer.ConformReport.LinesReached;
import org.mhpcheck.model.answer.ConformReport.NotCompared;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

/** Makes comparisons of models with compiled kernels. */
public final class ConformMaker {
  public static final Asked SYSTEMS = new Asked("systems", new Geometry(2, 4), false);
  private static final Asked ANY = new Asked("all sections", new Geometry(1, 2), true);
  private static final Duration TIME = Duration.ofMillis(500);

  private ConformMaker() {}

  public static Compared agrees() {
    return compared(SYSTEMS, 3, List.of());
  }

  public static Compared agreesOnAnyState() {
    return compared(ANY, 4, List.of());
  }

  public static Compared disagrees() {
    return compared(
        SYSTEMS,
        0,
        List.of(
            new Difference(
                "__remove_pages(), subsections 0-3",
                "rc=0 flags=----",
                "rc=0 flags=PM--",
                List.of("ALREADY_DEACTIVATED: f a.c:1"),
                List.of("mm/a.c:1-3,5"),
                "remove range=1111")));
  }

  private static Compared compared(Asked asked, long exposed, List<Difference> differences) {
    return new Compared(
        asked,
        List.of(Altmap.NONE, Altmap.INACCESSIBLE),
        12,
        1000,
        exposed,
        TIME,
        differences,
        "cache/kernel-4 2 text");
  }

  public static ConformReport report(Compared... compared) {
    return report(Instant.parse("2025-01-02T03:04:05Z"), TIME, compared);
  }

  public static ConformReport report(Instant started, Duration time, Compared... compared) {
    return new ConformReport(
        "1.2.3",
        "conform --kernel ../linux",
        started,
        time,
        RunMaker.runOfTree().kernels().get(0),
        Design.parse("v5.4"),
        false,
        List.of(compared),
        List.of(),
        Optional.of(new LinesReached(9, 7, List.of("mm/a.c:4 in f", "mm/a.c:9 in g"))));
  }

  /** That after {@code compared} nothing was come to. */
  public static ConformReport interrupted(Compared... compared) {
    ConformReport whole = report(compared);
    return new ConformReport(
        whole.version(),
        whole.command(),
        whole.started(),
        whole.time(),
        whole.kernel(),
        whole.design(),
        true,
        whole.comparisons(),
        List.of(new NotCompared(ANY, "interrupted")),
        Optional.empty());
  }
}
