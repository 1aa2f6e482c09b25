/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * The configuration that kernel text is read and compiled with: 4K pages, vmemmap, hotplug. There is
 * no NUMA, but boot may be told of any node.
 * SECTION_SIZE_BITS comes from the command line: 23, 24, 27 give 4, 8, 64 subsections; and so does
 * MHP_NO_VMEMMAP, for classic SPARSEMEM, without devices.
 */
#ifndef MHPCHECK_CONFIG_H
#define MHPCHECK_CONFIG_H

#define __KERNEL__ 1

/* IS_ENABLED(CONFIG_X) is 1 if CONFIG_X is defined as 1: a paste either makes two words or one. */
#define MHP_SECOND(first, second, ...) second
#define MHP_COMMA_IF_1 0,
#define MHP_PICK(junk) MHP_SECOND(junk 1, 0, 0)
#define MHP_PASTE(value) MHP_PICK(MHP_COMMA_IF_##value)
#define MHP_EXPAND(option) MHP_PASTE(option)
#define IS_ENABLED(option) MHP_EXPAND(option)

#define CONFIG_64BIT 1
#define CONFIG_MMU 1
#define CONFIG_SPARSEMEM 1
#define CONFIG_SPARSEMEM_EXTREME 1
#ifndef MHP_NO_VMEMMAP
#define CONFIG_SPARSEMEM_VMEMMAP 1
#define CONFIG_ZONE_DEVICE 1
#endif
#define CONFIG_MEMORY_HOTPLUG 1
#define CONFIG_MEMORY_HOTREMOVE 1
/* The name up to v5.15 of what is always there since. */
#define CONFIG_MEMORY_HOTPLUG_SPARSE 1

#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define BITS_PER_LONG 64
#define MAX_PHYSMEM_BITS 36
#define SECTIONS_SHIFT (MAX_PHYSMEM_BITS - SECTION_SIZE_BITS)
#define SECTIONS_WIDTH 0
#define MAX_NUMNODES 1024
#define pageblock_order 9
#define NR_PAGEBLOCK_BITS 4

#endif
