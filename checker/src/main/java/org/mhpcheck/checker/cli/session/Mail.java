package org.mhpcheck.checker.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.mail.MailWriter;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.specs.corpus.Corpus;
import org.mhpcheck.specs.corpus.Entry;

/** Counterexamples for a mailing list, with what the corpus knows of where they come from. */
public final class Mail {
  private Mail() {}

  /** All those of a run. */
  public static MailWriter of(RunReport report, RunDirectory directory) {
    MailWriter mail = new MailWriter(report.version());
    for (Finding finding : report.findings()) {
      Counterexample.of(finding)
          .ifPresent(
              trace ->
                  mail.add(
                      trace,
                      directory.traceFile(finding).map(Path::toString),
                      report.compiledFrom(trace.kernel()),
                      broughtBy(trace, known(finding))));
    }
    return mail;
  }

  /** One that is in a file. */
  public static MailWriter of(String version, Trace trace, Path file) {
    MailWriter mail = new MailWriter(version);
    mail.add(
        trace, Optional.of(file.toString()), Optional.empty(), broughtBy(trace, Optional.empty()));
    return mail;
  }

  private static Optional<Entry> known(Finding finding) {
    Corpus corpus = Catalogue.corpus();
    return finding
        .expected()
        .flatMap(Expectation::known)
        .flatMap(corpus::named)
        .or(() -> corpus.owning(finding.scenario().name()));
  }

  /** What brought the bug that it is known as; or else one that is mended by what mends it. */
  private static Optional<Change> broughtBy(Trace trace, Optional<Entry> known) {
    return known
        .or(
            () ->
                Catalogue.corpus().entries().stream()
                    .filter(e -> !e.isLatent())
                    .filter(e -> e.changes().stream().anyMatch(trace.mendedBy()::contains))
                    .findFirst())
        .flatMap(Entry::broughtBy);
  }
}
