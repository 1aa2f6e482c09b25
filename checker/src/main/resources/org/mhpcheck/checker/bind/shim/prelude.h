/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What stands around the sliced kernel functions in user space. Every name here takes the place of
 * the kernel's own: the slicer reads this file to know where to stop.
 */
#ifndef MHPCHECK_PRELUDE_H
#define MHPCHECK_PRELUDE_H

#include "config.h"

/* ---- C, and what the kernel says to compilers ---- */

typedef _Bool bool;
typedef __SIZE_TYPE__ size_t;
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef int s32;
typedef unsigned long phys_addr_t;
typedef unsigned int gfp_t;

#define true 1
#define false 0
#define NULL ((void *)0)

#define __init
#define __meminit
#define __initdata
#define __meminitdata
#define __ref
#define __weak
#define __maybe_unused __attribute__((unused))
#define __always_inline inline
#define noinline __attribute__((noinline))
#define __cacheline_aligned
#define ____cacheline_internodealigned_in_smp
#define likely(x) (x)
#define unlikely(x) (x)
#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define WRITE_ONCE(x, value) (*(volatile __typeof__(x) *)&(x) = (value), mhp_boundary())
#define BUILD_BUG_ON(condition) ((void)sizeof(char[(condition) ? -1 : 1]))
#define EXPORT_SYMBOL(name)
#define EXPORT_SYMBOL_GPL(name)

#define min(a, b)               \
	({                          \
		__typeof__(a) min_a = (a); \
		__typeof__(b) min_b = (b); \
		min_a < min_b ? min_a : min_b; \
	})
#define max(a, b)               \
	({                          \
		__typeof__(a) max_a = (a); \
		__typeof__(b) max_b = (b); \
		max_a > max_b ? max_a : max_b; \
	})
#define ALIGN(x, a) (((x) + ((__typeof__(x))(a)-1)) & ~((__typeof__(x))(a)-1))
#define ALIGN_DOWN(x, a) ((x) & ~((__typeof__(x))(a)-1))
#define IS_ALIGNED(x, a) (((x) & ((__typeof__(x))(a)-1)) == 0)
#define PAGE_ALIGN(x) ALIGN(x, PAGE_SIZE)
#define DIV_ROUND_UP(n, d) (((n) + (d)-1) / (d))
#define roundup(x, y) (DIV_ROUND_UP(x, y) * (y))
#define PHYS_PFN(x) ((unsigned long)(x) >> PAGE_SHIFT)
#define PFN_PHYS(x) ((phys_addr_t)(x) << PAGE_SHIFT)
#define __pa(x) ((unsigned long)(x))
#define is_power_of_2(n) ((n) != 0 && ((n) & ((n)-1)) == 0)

#define ENOMEM 12
#define EEXIST 17
#define EINVAL 22
#define E2BIG 7
#define ERR_PTR(error) ((void *)(long)(error))
#define PTR_ERR(pointer) ((long)(pointer))
#define IS_ERR(pointer) ((unsigned long)(pointer) >= (unsigned long)-4095)

/* ---- bitmaps ---- */

#define BIT(n) (1UL << (n))
#define BITS_TO_LONGS(n) DIV_ROUND_UP(n, BITS_PER_LONG)
#define DECLARE_BITMAP(name, bits) unsigned long name[BITS_TO_LONGS(bits)]

#define MHP_WORDS(bits) BITS_TO_LONGS(bits)
#define MHP_LAST_MASK(bits) (~0UL >> (-(bits) & (BITS_PER_LONG - 1)))
/* The bits of word i that a bitmap of so many bits has. */
#define MHP_MASK(i, bits) ((i) + 1 == MHP_WORDS(bits) ? MHP_LAST_MASK(bits) : ~0UL)

static inline bool mhp_bit(const unsigned long *map, unsigned int i)
{
	return map[i / BITS_PER_LONG] >> (i % BITS_PER_LONG) & 1;
}

#define test_bit(i, map) mhp_bit((const unsigned long *)(map), i)

static inline void bitmap_set(unsigned long *map, unsigned int from, unsigned int count)
{
	for (unsigned int i = from; i < from + count; i++)
		map[i / BITS_PER_LONG] |= 1UL << (i % BITS_PER_LONG);
}

static inline void bitmap_clear(unsigned long *map, unsigned int from, unsigned int count)
{
	for (unsigned int i = from; i < from + count; i++)
		map[i / BITS_PER_LONG] &= ~(1UL << (i % BITS_PER_LONG));
}

#define MHP_BITMAP_COMBINE(name, expression)                                                  \
	static inline int name(unsigned long *to, const unsigned long *x, const unsigned long *y, \
			       unsigned int bits)                                             \
	{                                                                                     \
		unsigned long some = 0;                                                       \
                                                                                              \
		for (unsigned int i = 0; i < MHP_WORDS(bits); i++) {                          \
			unsigned long a = x[i], b = y[i];                                     \
                                                                                              \
			to[i] = (expression) & MHP_MASK(i, bits);                             \
			some |= to[i];                                                        \
		}                                                                             \
		return some != 0;                                                             \
	}

MHP_BITMAP_COMBINE(mhp_and, a & b)
MHP_BITMAP_COMBINE(mhp_andnot, a & ~b)
MHP_BITMAP_COMBINE(mhp_or, a | b)
MHP_BITMAP_COMBINE(mhp_xor, a ^ b)
#define bitmap_and mhp_and
#define bitmap_andnot mhp_andnot
#define bitmap_or mhp_or
#define bitmap_xor mhp_xor

#define MHP_BITMAP_NONE(name, expression)                                                     \
	static inline bool name(const unsigned long *x, const unsigned long *y, unsigned int bits) \
	{                                                                                     \
		for (unsigned int i = 0; i < MHP_WORDS(bits); i++) {                          \
			unsigned long a = x[i], b = y[i];                                     \
                                                                                              \
			if ((expression) & MHP_MASK(i, bits))                                 \
				return false;                                                 \
		}                                                                             \
		return true;                                                                  \
	}

MHP_BITMAP_NONE(mhp_equal, a ^ b)
MHP_BITMAP_NONE(mhp_disjoint, a & b)
MHP_BITMAP_NONE(mhp_subset, a & ~b)
#define bitmap_equal mhp_equal
#define bitmap_subset mhp_subset
#define bitmap_intersects(x, y, bits) (!mhp_disjoint(x, y, bits))
#define bitmap_empty(x, bits) mhp_disjoint(x, x, bits)

/* ---- what is noticed ---- */

enum mhp_event {
	MHP_ALREADY_DEACTIVATED,
	MHP_SECTION_NOT_VALID,
	MHP_USAGE_LEAKED,
	MHP_MEMMAP_LEAKED,
	MHP_BOOT_USAGE_FREED,
	MHP_DOUBLE_FREE,
	MHP_NULL_DEREFERENCE,
	MHP_USE_AFTER_FREE,
	MHP_FOREIGN_MEMMAP_FREED,
	MHP_MEMMAP_MISFREED,
	MHP_WILD_MEMMAP_WRITTEN,
	MHP_ALTMAP_MISMATCHED,
	MHP_INACCESSIBLE_MEMMAP_WRITTEN,
	MHP_MEMMAP_MISCOUNTED,
	MHP_OTHER_WARNING,
	MHP_BUG,
	MHP_CRASHED,
	MHP_EVENTS,
};

struct mhp_site {
	const char *file;
	int line;
	const char *function;
};

/* Where kernel code stands: #line leads to its own file. */
#define MHP_HERE (&(struct mhp_site){ __FILE__, __LINE__, __func__ })

void mhp_note(enum mhp_event event, const struct mhp_site *site);
void mhp_warn(const char *text, const struct mhp_site *site);
void mhp_bug(const struct mhp_site *site) __attribute__((noreturn));

/* Where another processor could look: pfn_valid() is asked here. */
void mhp_boundary(void);

/* A warning is told every time, _ONCE or not: else what is seen would hang on what was seen before. */
#define MHP_WARN(condition, text)                         \
	({                                                \
		bool mhp_warns = !!(condition);           \
		if (mhp_warns)                            \
			mhp_warn(text, MHP_HERE);         \
		mhp_warns;                                \
	})
#define WARN(condition, format, ...) MHP_WARN(condition, #condition " " format)
#define WARN_ONCE(condition, format, ...) MHP_WARN(condition, #condition " " format)
#define WARN_ON(condition) MHP_WARN(condition, #condition)
#define WARN_ON_ONCE(condition) MHP_WARN(condition, #condition)
#define VM_WARN_ON_ONCE(condition) ((void)MHP_WARN(condition, #condition))
#define VM_WARN_ON(condition) ((void)MHP_WARN(condition, #condition))
#define BUG_ON(condition) ((condition) ? mhp_bug(MHP_HERE) : (void)0)
#define VM_BUG_ON(condition) BUG_ON(condition)
#define BUG() mhp_bug(MHP_HERE)
#define panic(...) mhp_bug(MHP_HERE)

static inline int mhp_say_nothing(const char *format, ...)
{
	return 0;
}

#define pr_debug(...) ((void)mhp_say_nothing(__VA_ARGS__))
#define pr_info(...) ((void)mhp_say_nothing(__VA_ARGS__))
#define pr_err(...) ((void)mhp_say_nothing(__VA_ARGS__))
#define pr_warn_once(...) ((void)mhp_say_nothing(__VA_ARGS__))
#define mminit_dprintk(level, prefix, ...) ((void)mhp_say_nothing(__VA_ARGS__))

/* ---- types, cut down to what the functions touch ---- */

struct rcu_head {
	void *mhp_unused[2];
};

struct page {
	unsigned long index;   /* what boot's memmap is marked by; see allocations.c */
	unsigned long private; /* which section it is of */
	unsigned long mhp_unused[6];
};

#define page_private(page) ((page)->private)
enum zone_type { ZONE_NORMAL, ZONE_MOVABLE, ZONE_DEVICE, MAX_NR_ZONES };

struct pglist_data;

struct zone {
	unsigned long zone_start_pfn;
	unsigned long spanned_pages;
	struct pglist_data *zone_pgdat;
};

struct pglist_data {
	int node_id;
	unsigned long node_start_pfn;
	unsigned long node_spanned_pages;
	struct zone node_zones[MAX_NR_ZONES];
};

typedef struct pglist_data pg_data_t;

struct dev_pagemap {
	unsigned long vmemmap_shift;
};

typedef struct {
	unsigned long value;
} pgprot_t;

#define pgprot_val(x) ((x).value)

extern struct pglist_data mhp_node;
#define NODE_DATA(nid) (&mhp_node)
#define pgdat_to_phys(pgdat) 0UL
#define early_pfn_to_nid(pfn) 0

/* ---- memory: never dereferenced struct pages, usages that are watched ---- */

#define MHP_VMEMMAP ((struct page *)(1UL << 44))
#ifdef MHP_NO_VMEMMAP
/* As include/asm-generic/memory_model.h has it. Memmap lies far behind all sections that are asked. */
#define pfn_to_page(pfn)                                                                     \
	({                                                                                   \
		unsigned long mhp_pfn_asked = (pfn);                                         \
		__section_mem_map_addr(__pfn_to_section(mhp_pfn_asked)) + mhp_pfn_asked;     \
	})
#define page_to_pfn(page) ((void)(page), 1UL << (MAX_PHYSMEM_BITS - PAGE_SHIFT - 1))
#else
#define pfn_to_page(pfn) (MHP_VMEMMAP + (pfn))
#define page_to_pfn(page) ((unsigned long)((page)-MHP_VMEMMAP))
#endif
#define virt_to_page(address) mhp_page_of(address)
#define PageReserved(page) mhp_page_is_reserved(page)

struct page *mhp_page_of(const void *address);
bool mhp_page_is_reserved(const struct page *page);

#define GFP_KERNEL 0u
#define __GFP_ZERO 1u
#define MEMBLOCK_ALLOC_ACCESSIBLE 0
#define SMP_CACHE_BYTES 64
#define INTERNODE_CACHE_SHIFT 6
#define slab_is_available() true
#define kzalloc(size, gfp) mhp_alloc(size, true, MHP_HERE)
#define kmalloc(size, gfp) mhp_alloc(size, (gfp)&__GFP_ZERO, MHP_HERE)
#define kzalloc_node(size, gfp, nid) mhp_boot_table(size)
#define memblock_alloc(size, align) mhp_boot_table(size)
#define memblock_alloc_node(size, align, nid) mhp_boot_table(size)
#define memblock_alloc_try_nid(size, align, from, to, nid) mhp_boot_alloc(size)
#define kfree(pointer) mhp_free(pointer, false, MHP_HERE)
#define kfree_rcu(pointer, head) mhp_free(pointer, true, MHP_HERE)
#define kvfree_rcu(pointer, head) mhp_free(pointer, true, MHP_HERE)

void *mhp_alloc(size_t size, bool zeroed, const struct mhp_site *site);
void *mhp_boot_alloc(size_t size);
void *mhp_boot_table(size_t size);
void mhp_free(const void *pointer, bool by_rcu, const struct mhp_site *site);

struct vmem_altmap;
#define vmemmap_populate(start, end, nid, altmap) mhp_populate(start, end, altmap, MHP_HERE)
#define vmemmap_free(start, end, altmap) mhp_unpopulate(start, end, altmap, MHP_HERE)
#define page_init_poison(page, size) mhp_write_struct_pages(page, size, MHP_HERE)
#define vmemmap_populate_compound_pages(pfn, start, end, nid, pgmap) (mhp_bug(MHP_HERE), -ENOMEM)
#define vmemmap_can_optimize(altmap, pgmap) false

int mhp_populate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		 const struct mhp_site *site);
void mhp_unpopulate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		    const struct mhp_site *site);
void mhp_write_struct_pages(const struct page *page, unsigned long size,
			    const struct mhp_site *site);

/* Without VMEMMAP memmap is allocated, as one; see allocations.c. */
#define MAX_DMA_ADDRESS 0UL
#define array_size(a, b) ((a) * (b))
#define sparse_buffer_alloc(size) ((void *)0)
#define memmap_alloc(size, align, from, nid, exact) mhp_boot_memmap(size)
#define kvmalloc_node(size, gfp, nid) mhp_alloc_memmap(size, MHP_HERE)
#define kvfree(pointer) mhp_free_memmap(pointer, MHP_HERE)
#define put_page_bootmem(page) mhp_give_back(page, MHP_HERE)
#define NODE_INFO 14

void *mhp_boot_memmap(size_t size);
void *mhp_alloc_memmap(size_t size, const struct mhp_site *site);
void mhp_free_memmap(const void *pointer, const struct mhp_site *site);
void mhp_give_back(const struct page *page, const struct mhp_site *site);

/* The pages of memmap that the kernel counts for /proc/vmstat (v6.11 on). */
#define memmap_pages_add(count) mhp_count_pages(count)
#define memmap_boot_pages_add(count) mhp_count_boot_pages(count)

void mhp_count_pages(long pages);
void mhp_count_boot_pages(long pages);

/* Whether a device has the pfn: pfn_to_online_page() is asked as if, and as if not. */
#define get_dev_pagemap(pfn, ...) mhp_dev_pagemap()
#define put_dev_pagemap(pgmap) ((void)(pgmap))

struct dev_pagemap *mhp_dev_pagemap(void);

/* ---- what the loops do to one section; see steps.h ---- */

bool mhp_step_begins(unsigned long pfn, unsigned long count, const struct vmem_altmap *altmap,
		     bool adds, int *rc);
void mhp_step_ends(int rc);

/* ---- what does nothing here ---- */

#define sparse_buffer_init(size, nid) ((void)(size))
#define sparse_buffer_fini() ((void)0)
#define section_map_size() PAGE_ALIGN(sizeof(struct page) * PAGES_PER_SECTION)
#define check_usemap_section_nr(nid, usage) ((void)0)
#define set_section_nid(nr, nid) ((void)0)
#define mod_node_early_perpage_metadata(nid, count) ((void)(count))
#define clear_hwpoisoned_pages(page, count) ((void)0)
#define vmemmap_populate_print_last() ((void)0)
#define mhp_range_allowed(start, size, mapped) true
#define rcu_read_lock_sched() ((void)0)
#define rcu_read_unlock_sched() ((void)0)
#define cond_resched() ((void)0)
#define set_pageblock_order() ((void)0)

/* The RAM that boot is told of, range by range. */
#define for_each_mem_pfn_range(i, nid, from, to, node) \
	for ((i) = 0; mhp_mem_pfn_range(i, from, to, node); (i)++)

bool mhp_mem_pfn_range(int i, unsigned long *from, unsigned long *to, int *node);

#endif
