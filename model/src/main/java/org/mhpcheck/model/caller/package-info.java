/**
 * Who calls the kernel's section code, under which preconditions, and in which order of steps.
 *
 * <p>A call is a {@link org.mhpcheck.model.caller.Plan} over (section, step), which engines
 * interpret. Sections meet only in a call's {@link org.mhpcheck.model.caller.Condition}s and in its
 * plan. Touches {@code kernel}, {@code state} and {@code logic}.
 */
package org.mhpcheck.model.caller;
