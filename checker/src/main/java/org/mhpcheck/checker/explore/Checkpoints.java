package org.mhpcheck.checker.explore;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a long exploration keeps what it has come to, so that one that was killed can be gone on
 * with.
 *
 * @param file one exploration's own; it is gone when the exploration is complete
 * @param of what tells that exploration from all others, the checker's version among it
 * @param resumes whether to go on from what is in the file, if there is one
 * @param after how long an exploration takes before it is worth a file
 */
public record Checkpoints(Path file, String of, boolean resumes, Duration after) {}
