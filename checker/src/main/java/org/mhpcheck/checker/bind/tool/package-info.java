/**
 * What is not Java: the C compiler and what it complains about, and the cache directory, where
 * kernel text and all that is made of it lies.
 *
 * <p>Of kernels no more is known here than that their files have paths. Of the rest of this house,
 * only {@code checker.tool} is known.
 */
package org.mhpcheck.checker.bind.tool;
