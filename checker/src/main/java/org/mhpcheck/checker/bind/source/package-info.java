/**
 * Kernel trees as text: where they come from, patches to them, and the slice of them that the
 * functions we ask for need, as one C file.
 *
 * <p>{@link org.mhpcheck.checker.bind.source.KernelSource} is what comes out. Trees are only read;
 * what is fetched, copied or written goes to the cache. Conditionals are decided by gcc, all else
 * of C is told apart here. Nothing is compiled and nothing is asked.
 */
package org.mhpcheck.checker.bind.source;
