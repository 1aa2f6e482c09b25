package org.mhpcheck.checker.explore;

import java.util.List;

/**
 * How a property was broken first.
 *
 * @param path states from an initial one on, over which it goes
 * @param isOfTransition whether a transition out of the last state broke it, rather than that state
 */
public record Violation(List<List<Integer>> path, boolean isOfTransition) {}
