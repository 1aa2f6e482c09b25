/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What stands around the functions of zones and spans, behind prelude.h: struct pages have a zone
 * here, or none, and are looked up by their pfn.
 */
#ifndef MHPCHECK_ZONES_H
#define MHPCHECK_ZONES_H

enum meminit_context { MEMINIT_EARLY, MEMINIT_HOTPLUG };
#define MEMMAP_EARLY MEMINIT_EARLY /* up to v5.8 */
#define MEMMAP_HOTPLUG MEMINIT_HOTPLUG

/* In every turn of a search: one that does not end is left off. */
void mhp_turn(void);

#undef unlikely
#define unlikely(x) (mhp_turn(), (x))

struct zone *mhp_page_zone(unsigned long pfn);
int mhp_page_to_nid(unsigned long pfn);
void mhp_init_pages(unsigned long pfn, unsigned long count, enum zone_type zone);
void mhp_forget_pages(unsigned long pfn, unsigned long count);
struct dev_pagemap *mhp_dev_pagemap_at(unsigned long pfn);

#define page_zone(page) mhp_page_zone(page_to_pfn(page))
#define page_to_nid(page) mhp_page_to_nid(page_to_pfn(page))
#define pfn_to_nid(pfn) mhp_page_to_nid(pfn)
#define memmap_init_range(count, nid, zone, pfn, ...) mhp_init_pages(pfn, count, zone)
#define memmap_init_zone(count, nid, zone, pfn, ...) mhp_init_pages(pfn, count, zone) /* up to v5.11 */

#undef page_init_poison
#define page_init_poison(first, size) \
	mhp_forget_pages(page_to_pfn(first), (size) / sizeof(struct page))

#undef get_dev_pagemap
#define get_dev_pagemap(pfn, ...) mhp_dev_pagemap_at(pfn)

#define init_currently_empty_zone(zone, start, size) ((void)((zone)->zone_start_pfn = (start)))
#define zone_span_writelock(zone) ((void)(zone)) /* up to v5.12 */
#define zone_span_writeunlock(zone) ((void)(zone))
#define pgdat_resize_lock(pgdat, flags) ((void)(*(flags) = 0))
#define pgdat_resize_unlock(pgdat, flags) ((void)(*(flags)))
#define clear_zone_contiguous(zone) ((void)(zone))
#define set_zone_contiguous(zone) ((void)(zone))

#endif
