/**
 * Other programs that are run to their end, found by {@code $PATH}; and threads that wait for them.
 *
 * <p>What they are good for is not known here. Nothing else of this house is known.
 */
package org.mhpcheck.checker.tool;
