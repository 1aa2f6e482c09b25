/**
 * Makes programs of kernel sources: one for each tree, compiler, size of sections and flavour, kept
 * in the cache until one of these, or our own C, changes.
 *
 * <p>What the programs are asked, and how, is not known here.
 */
package org.mhpcheck.checker.bind.build;
