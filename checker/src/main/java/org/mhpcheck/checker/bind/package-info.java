/**
 * The compiled kernel: functions of a real kernel tree, sliced out, compiled in user space between
 * shims of our own, and asked the same questions as the modelled kernel.
 *
 * <p>{@link org.mhpcheck.checker.bind.Slicer} finds the functions and all they need, {@link
 * org.mhpcheck.checker.bind.KernelBuild} compiles them, {@link
 * org.mhpcheck.checker.bind.CompiledKernel} asks them, {@link
 * org.mhpcheck.checker.bind.Conformance} compares. The only package that knows the C toolchain.
 * Kernel text never leaves the user's machine: what is made of it lies in a cache directory.
 */
package org.mhpcheck.checker.bind;
