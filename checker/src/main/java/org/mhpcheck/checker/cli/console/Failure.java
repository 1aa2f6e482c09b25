package org.mhpcheck.checker.cli.console;

import java.io.UncheckedIOException;
import org.mhpcheck.checker.bind.harness.KernelDiffersException;
import org.mhpcheck.checker.explore.CheckpointException;
import org.mhpcheck.checker.tool.ToolException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.OutputException;
import org.mhpcheck.reports.itf.TraceFileException;
import org.mhpcheck.reports.past.PastRunException;
import org.mhpcheck.reports.text.IoReason;
import org.mhpcheck.specs.scenario.NoSuchScenarioException;
import org.mhpcheck.specs.toml.UnreadableException;

/** What has kept something from its end, as the process ends of it and tells it. */
public record Failure(ExitStatus status, Throwable thrown) {

  public static Failure of(Throwable thrown) {
    return new Failure(statusOf(thrown), thrown);
  }

  private static ExitStatus statusOf(Throwable e) {
    if (e instanceof CliException c) {
      return c.status();
    }
    if (e instanceof UnreadableException
        || e instanceof NoSuchScenarioException
        || e instanceof TraceFileException
        || e instanceof PastRunException
        || e instanceof CheckpointException) {
      return ExitStatus.UNREADABLE;
    }
    if (e instanceof KernelDiffersException) {
      return ExitStatus.VIOLATED;
    }
    if (e instanceof ToolException) {
      return ExitStatus.CONFIGURATION;
    }
    return e instanceof OutputException || e instanceof UncheckedIOException
        ? ExitStatus.SYSTEM
        : ExitStatus.INTERNAL;
  }

  /** Says why, for people; of what nobody has foreseen, where it was, too. */
  public void tell(Console console) {
    if (status == ExitStatus.INTERNAL) {
      console.remark("internal error, please report it with what follows");
      thrown.printStackTrace(console.err());
    } else {
      console.remark(message());
    }
  }

  private String message() {
    if (!(thrown instanceof UncheckedIOException io)) {
      return thrown.getMessage();
    }
    String why = IoReason.of(io.getCause());
    boolean hasWordsOfItsOwn = !io.getMessage().equals(io.getCause().toString());
    return hasWordsOfItsOwn ? "%s: %s".formatted(io.getMessage(), why) : why;
  }
}
