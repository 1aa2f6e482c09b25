/**
 * What the kernel does to one section: its functions, under their own names and in their own order.
 *
 * <p>{@link org.mhpcheck.model.kernel.Sparse} stands for mm/sparse.c, {@link
 * org.mhpcheck.model.kernel.SparseOneSection} for what of it sub-section hotplug replaced, and
 * {@link org.mhpcheck.model.kernel.Mmzone} for include/linux/mmzone.h, {@link
 * org.mhpcheck.model.kernel.ZoneSpans} for what mm/memory_hotplug.c does to zones; hold them beside
 * the source. {@link org.mhpcheck.model.kernel.Kernel} is what an engine asks, of this kernel or of
 * another. Touches {@code logic}, {@code state} and {@code design}.
 */
package org.mhpcheck.model.kernel;
