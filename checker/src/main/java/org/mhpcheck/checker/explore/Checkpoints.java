package org.mhpcheck.checker.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a long exploration keeps what it has come to, so that one that was killed can be gone on
 * with.
 *
 * @param file one exploration's own; it is gone when the exploration is complete
 * @param of what tells that exploration from all others, the checker's version among it
 * @param resumes whether to go on from what is in the file, if there is one
 * @param after how long an exploration takes before it is worth a file
 * @param beside what else has come of it so far
 * @param notKept told why, if it can be kept no longer; that is no reason to stop
 */
public record Checkpoints(
    Path file,
    String of,
    boolean resumes,
    Duration after,
    Beside beside,
    Consumer<IOException> notKept) {

  /** The same, not going on from what is there. */
  public Checkpoints anew() {
    return new Checkpoints(file, of, /* resumes= */ false, after, beside, notKept);
  }

  /**
   * What those who are asked have gathered besides answers. What is gone on with is not asked for a
   * second time, so that it would be missing.
   */
  public interface Beside {
    /** Nothing. */
    Beside NOTHING =
        new Beside() {
          @Override
          public List<String> gathered() {
            return List.of();
          }

          @Override
          public void gatheredBefore(List<String> what) {}
        };

    /** What has been gathered up to now. */
    List<String> gathered();

    /** Told once, before anything is asked: what had been gathered when it was kept. */
    void gatheredBefore(List<String> what);
  }
}
