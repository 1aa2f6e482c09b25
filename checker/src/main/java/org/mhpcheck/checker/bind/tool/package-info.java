/**
 * What is not Java: other programs that are run to their end, the C compiler among them and what it
 * complains about, and the cache directory, where kernel text and all that is made of it lies.
 *
 * <p>Of kernels no more is known here than that their files have paths. Nothing else of this house
 * is known.
 */
package org.mhpcheck.checker.bind.tool;
