/**
 * Where boot's usages and pgdats come to lie, and who may free their pages: mm/sparse.c's placement
 * of usages, the part of mm/memblock.c that it asks, and mm/bootmem_info.c (mm/memory_hotplug.c up
 * to v5.13), over known numbers.
 *
 * <p>Nothing of it is a section's state: it is worked out once for a machine, and does not change.
 * Touches {@code layout} and {@code design}.
 */
package org.mhpcheck.model.bootmem;
