package org.mhpcheck.model.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything a run has to say.
 *
 * @param version of mhpcheck
 * @param command as it was typed, after the program's name
 * @param complete whether everything asked was answered to the end
 * @param exitStatus what the process is going to end with
 */
public record RunReport(
    String version,
    String command,
    Instant started,
    Duration time,
    List<Finding> findings,
    List<NotAsked> notAsked,
    boolean complete,
    ExitStatus exitStatus) {}
