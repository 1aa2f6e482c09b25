package org.mhpcheck.checker.cli.session;

import java.io.IOException;
import java.nio.file.Path;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.past.HistoryReader;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.terminal.DifferenceText;

/** The runs that asked the same as one, where that one is written to. */
public final class RunsBefore {
  private final OutputOptions output;

  public RunsBefore(OutputOptions output) {
    this.output = output;
  }

  /** These runs, and {@code run} as the last; it may be written already or not. */
  History upTo(RunReport run) {
    return new HistoryReader(parent()).upTo(PastRun.of(run));
  }

  private Path parent() {
    if (output.out == null) {
      return OutputOptions.DEFAULT_PARENT;
    }
    Path parent = real(output.out).getParent();
    return parent == null ? output.out : parent;
  }

  /** Through a link: those beside the run are wanted, not those beside the link. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath(); // not made yet
    }
  }

  /** From the last run that asked the same, where there is one beside this. */
  public static void tellWhatDiffers(Console console, History history) {
    history.unreadable().forEach(u -> console.remark("not compared: " + u));
    new DifferenceText(console.out(), console.width(), console.colour()).writeNewest(history);
  }
}
