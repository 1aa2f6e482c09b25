/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What stands around boot's placement of usages, behind prelude.h: nodes whose pgdats lie somewhere,
 * an allocator that answers what it is told to, and messages that are told by what is said in them.
 */
#ifndef MHPCHECK_PLACEMENTS_H
#define MHPCHECK_PLACEMENTS_H

/* The kernel's own: see KernelSource.java. */
#undef check_usemap_section_nr

#undef NODE_DATA
#define NODE_DATA(nid) mhp_node_data(nid)
#undef pgdat_to_phys
#define pgdat_to_phys(pgdat) mhp_pgdat_to_phys(pgdat)
#undef early_pfn_to_nid
#define early_pfn_to_nid(pfn) mhp_early_pfn_to_nid(pfn)

struct pglist_data *mhp_node_data(int nid);
phys_addr_t mhp_pgdat_to_phys(const struct pglist_data *pgdat);
int mhp_early_pfn_to_nid(unsigned long pfn);

/* Of usages only. */
#undef __pa
#define __pa(address) mhp_pa((unsigned long)(address))

phys_addr_t mhp_pa(unsigned long address);

#undef memblock_alloc_try_nid
#define memblock_alloc_try_nid(size, align, goal, limit, nid) \
	mhp_place(size, align, goal, limit, nid)
/* No limit, and no goal. */
#undef memblock_alloc_node
#define memblock_alloc_node(size, align, nid) mhp_place(size, align, 0, 0, nid)

void *mhp_place(u64 size, u64 align, u64 goal, u64 limit, int nid);

/* Of a node and a section, or of two sections and a node. */
#undef pr_info
#define pr_info(format, ...) MHP_TELLING(__VA_ARGS__, mhp_tell_3, mhp_tell_2, mhp_tell_1)(__VA_ARGS__)
#define MHP_TELLING(a, b, c, teller, ...) teller

void mhp_tell_1(u64 anything);
void mhp_tell_2(u64 nid, u64 section);
void mhp_tell_3(u64 section, u64 other, u64 nid);

/* enum, include/linux/bootmem_info.h */
#define SECTION_INFO 12
#define MIX_SECTION_INFO 13

#define get_page_bootmem(info, page, type) mhp_count(info, page, type)
#define register_page_bootmem_memmap(section, memmap, count) mhp_count_memmap(section, memmap, count)

void mhp_count(unsigned long info, const struct page *page, unsigned long type);
void mhp_count_memmap(unsigned long section, const struct page *memmap, unsigned long count);

#endif
