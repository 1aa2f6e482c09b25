/**
 * Doing a trace again, step by step, on a kernel asked afresh, and judging what came of it: no
 * trace is reported that this has not confirmed. Where a property asks for a way back, it is looked
 * for again from the trace's end.
 *
 * <p>Touches {@code model} only.
 */
package org.mhpcheck.checker.replay;
