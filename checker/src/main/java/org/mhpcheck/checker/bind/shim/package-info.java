/**
 * Our own C, which stands in for the rest of the kernel and drives its functions: resources beside
 * this package, copied to where gcc finds them.
 *
 * <p>What of it is Java's business has its counterpart in {@code harness}: the records of {@code
 * records.h} and the words of {@code text.c}. Only the cache directory is known here.
 */
package org.mhpcheck.checker.bind.shim;
