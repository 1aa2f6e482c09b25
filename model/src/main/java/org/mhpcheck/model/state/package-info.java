/**
 * The state of a section, as immutable values that may be known or unknown.
 *
 * <p>Touches {@code logic}. Counters and leaks are not state; they are obligations on steps.
 */
package org.mhpcheck.model.state;
