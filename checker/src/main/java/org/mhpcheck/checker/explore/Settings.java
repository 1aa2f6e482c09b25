package org.mhpcheck.checker.explore;

import java.util.function.BooleanSupplier;
import org.mhpcheck.model.question.Limits;

/**
 * How to explore.
 *
 * @param threads at least 1; what is found does not depend on it
 * @param cancelled asked now and then: whether to give up
 */
public record Settings(
    int threads, Limits limits, boolean stopAtFirst, BooleanSupplier cancelled) {}
