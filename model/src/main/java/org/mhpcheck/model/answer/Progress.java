package org.mhpcheck.model.answer;

import java.time.Duration;

/**
 * How far a long run has come.
 *
 * @param what the scenario and design
 * @param states distinct states so far
 * @param frontier states found and not yet expanded
 */
public record Progress(
    String what, long states, long transitions, int depth, long frontier, Duration time) {}
