/**
 * The compiled kernel: functions of a real kernel tree, sliced out, compiled in user space between
 * shims of our own, and asked the same questions as the modelled kernel.
 *
 * <p>From the bottom up: {@code tool}, {@code shim}, {@code source}, {@code build}, {@code
 * harness}, {@code conform}, {@code coverage}; each knows only those before it, but the last two do
 * not know each other. Of the rest of the checker, only the compiled calls of {@code
 * checker.system} and {@code checker.tool} are known here. Nobody else knows the C toolchain.
 * Kernel text never leaves the user's machine: what is made of it lies in a cache directory.
 */
package org.mhpcheck.checker.bind;
