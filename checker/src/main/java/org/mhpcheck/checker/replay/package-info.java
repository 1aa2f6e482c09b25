/**
 * Doing a trace again, step by step, on a kernel asked afresh, and judging what came of it: no
 * trace is reported that this has not confirmed.
 *
 * <p>Touches {@code model} only.
 */
package org.mhpcheck.checker.replay;
