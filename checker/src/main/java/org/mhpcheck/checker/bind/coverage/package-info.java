/**
 * Which lines of a kernel's own functions ran, counted by gcov, whatever was asked.
 *
 * <p>gcov is told of blank files only: of kernel text there are numbers of lines here, no lines.
 */
package org.mhpcheck.checker.bind.coverage;
