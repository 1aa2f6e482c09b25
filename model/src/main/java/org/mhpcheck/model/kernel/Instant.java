package org.mhpcheck.model.kernel;

import org.mhpcheck.model.state.Section;

/**
 * A section as others can see it between two stores of a step.
 *
 * @param after what has just been done, in words
 * @param freesUsage whether that gave a usage to kfree()
 */
record Instant(String after, Section section, boolean freesUsage) {}
