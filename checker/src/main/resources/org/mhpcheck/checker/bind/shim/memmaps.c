/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Struct pages: which subsections have some, and from which allocator. None is ever there. */

static struct mhp_memmap {
	u64 boot;
	u64 buddy;
	u64 altmap;
} mhp_memmaps[MHP_MOST_SECTIONS];

static u64 mhp_populated(unsigned int section)
{
	const struct mhp_memmap *memmap = &mhp_memmaps[section];

	return memmap->boot | memmap->buddy | memmap->altmap;
}

/* What was counted since the last look, in pages. */
static struct {
	long pages;
	long boot_pages;
} mhp_counted, mhp_there;

void mhp_count_pages(long pages)
{
	mhp_counted.pages += pages;
}

void mhp_count_boot_pages(long pages)
{
	mhp_counted.boot_pages += pages;
}

/* Begins to count, from what there is. */
static void mhp_count_from_here(void)
{
	const long one = PAGES_PER_SUBSECTION * sizeof(struct page) / PAGE_SIZE;

	mhp_counted.pages = mhp_counted.boot_pages = 0;
	mhp_there.pages = mhp_there.boot_pages = 0;
	for (unsigned int i = 0; i < mhp_sections; i++) {
		const struct mhp_memmap *memmap = &mhp_memmaps[i];

		mhp_there.pages += one * __builtin_popcountl(memmap->buddy | memmap->altmap);
		mhp_there.boot_pages += one * __builtin_popcountl(memmap->boot);
	}
}

/* Has it been counted right, since it was begun? A tree that does not count at all is not asked. */
static bool mhp_is_miscounted(void)
{
#ifdef mhp_counts_memmap
	long pages = mhp_there.pages + mhp_counted.pages;
	long boot_pages = mhp_there.boot_pages + mhp_counted.boot_pages;

	mhp_count_from_here();
	return pages != mhp_there.pages || boot_pages != mhp_there.boot_pages;
#else
	return false;
#endif
}

/* The subsections, of one section, whose struct pages are start to end; false if it is not that. */
static bool mhp_subsections_of(unsigned long start, unsigned long end, unsigned int *section,
			       u64 *subsections)
{
	unsigned long one = PAGES_PER_SUBSECTION * sizeof(struct page);
	unsigned long first = (unsigned long)pfn_to_page(section_nr_to_pfn(MHP_FIRST_SECTION));
	unsigned long from, to;

	*subsections = 0;
	if (start < first || end > first + mhp_sections * MHP_K * one || end <= start)
		return false;
	if ((start - first) % one || (end - first) % one)
		return false;
	from = (start - first) / one;
	to = (end - first) / one;
	*section = from / MHP_K;
	if ((to - 1) / MHP_K != *section)
		return false;
	from %= MHP_K;
	to = (to - 1) % MHP_K + 1;
	*subsections = (~0UL >> (64 - (to - from))) << from;
	return true;
}

int mhp_populate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		 const struct mhp_site *site)
{
	unsigned int section;
	u64 wanted;
	u32 done = 0;

	if (start == end)
		return 0; /* no pages, no memmap */
	mhp_answer.reached |= MHP_MEMMAP_ALLOCATION;
	if (!mhp_subsections_of(start, end, &section, &wanted)) {
		mhp_note(MHP_CRASHED, site);
		return -ENOMEM;
	}
	for (unsigned int i = 0; i < MHP_K; i++) {
		u64 fresh = (1UL << i) & wanted & ~mhp_populated(section);

		if (!(wanted >> i & 1))
			continue;
		mhp_boundary();
		if (mhp_fails(MHP_MEMMAP_FAULT, section, done)) {
			mhp_failed = *site;
			return -ENOMEM;
		}
		done++;
		if (mhp_now.op == MHP_BOOT)
			mhp_memmaps[section].boot |= fresh;
		else if (altmap)
			mhp_memmaps[section].altmap |= fresh;
		else
			mhp_memmaps[section].buddy |= fresh;
	}
	return 0;
}

/* ppc64 asks pfn_valid() while it frees a memmap; here every architecture does. */
void mhp_unpopulate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		    const struct mhp_site *site)
{
	volatile bool asked; /* so that gcc does not leave it out */
	struct mhp_memmap *memmap;
	unsigned int section;
	u64 range;

	if (start == end)
		return;
	if (!mhp_subsections_of(start, end, &section, &range)) {
		mhp_note(MHP_FOREIGN_MEMMAP_FREED, site);
		return;
	}
	mhp_boundary();
	asked = pfn_valid(page_to_pfn((struct page *)start));
	memmap = &mhp_memmaps[section];
	if (range & (altmap ? memmap->boot | memmap->buddy : memmap->altmap))
		mhp_note(MHP_ALTMAP_MISMATCHED, site);
	memmap->boot &= ~range;
	memmap->buddy &= ~range;
	memmap->altmap &= ~range;
	mhp_boundary();
}

/*
 * page_init_poison(): a debugging aid, off on most machines; that it is done is no event. But in an
 * altmap that is not accessible yet it must not be done.
 */
void mhp_write_struct_pages(const struct page *page, unsigned long size,
			    const struct mhp_site *site)
{
	unsigned long start = (unsigned long)page;
	unsigned int section;
	u64 range;

	if (size == 0)
		return;
	if (!mhp_subsections_of(start, start + size, &section, &range) ||
	    range & ~mhp_populated(section))
		mhp_answer.reached |= MHP_WROTE_UNPOPULATED;
	else if (mhp_now.altmap == MHP_INACCESSIBLE && range & mhp_memmaps[section].altmap)
		mhp_note(MHP_INACCESSIBLE_MEMMAP_WRITTEN, site);
}
