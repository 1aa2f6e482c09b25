package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bit;

/**
 * An event that a run came by.
 *
 * @param function the kernel function it happened in
 * @param when under which condition; known in known runs
 */
public record Note(Event event, String function, Bit when) {}
