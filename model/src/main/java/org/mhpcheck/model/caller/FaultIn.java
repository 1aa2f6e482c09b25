package org.mhpcheck.model.caller;

import org.mhpcheck.model.kernel.Fault;

/**
 * An allocation that fails in a call: in its step on one section.
 *
 * @param section its index, 0 for section 1
 */
public record FaultIn(int section, Fault fault) {}
