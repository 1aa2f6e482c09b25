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

static void mhp_set_memmap(unsigned int section, const struct mhp_state *state)
{
	mhp_memmaps[section].boot = state->boot;
	mhp_memmaps[section].buddy = state->buddy;
	mhp_memmaps[section].altmap = state->altmap;
}

static void mhp_get_memmap(unsigned int section, struct mhp_state *state)
{
	state->boot = mhp_memmaps[section].boot;
	state->buddy = mhp_memmaps[section].buddy;
	state->altmap = mhp_memmaps[section].altmap;
}

static unsigned long mhp_memmap_of(unsigned int section)
{
	return (unsigned long)pfn_to_page(section_nr_to_pfn(MHP_FIRST_SECTION + section));
}

static bool mhp_is_memmap_of(unsigned int section, unsigned long address)
{
	return address == mhp_memmap_of(section);
}

/* Adds up what there is, in pages. */
static void mhp_count_there(long *pages, long *boot_pages)
{
	const long one = PAGES_PER_SUBSECTION * sizeof(struct page) / PAGE_SIZE;

	for (unsigned int i = 0; i < mhp_sections; i++) {
		const struct mhp_memmap *memmap = &mhp_memmaps[i];

		*pages += one * __builtin_popcountl(memmap->buddy | memmap->altmap);
		*boot_pages += one * __builtin_popcountl(memmap->boot);
	}
}

/* Nothing points at it, so nothing can lose it; and its pages are nobody's. */
static void mhp_forget_memmaps(void)
{
}

static bool mhp_is_memmap_lost(void)
{
	return false;
}

static struct page *mhp_page_of_memmap(const void *address)
{
	return NULL;
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
		if (mhp_boot_fails(MHP_BOOT_MEMMAP_FAILS, section))
			return -ENOMEM;
		if (mhp_fails(MHP_MEMMAP_FAULT, section, done)) {
			mhp_failed = *site;
			return -ENOMEM;
		}
		done++;
		if (mhp_now.op == MHP_BOOT || mhp_now.op == MHP_BOOT_ALL)
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
