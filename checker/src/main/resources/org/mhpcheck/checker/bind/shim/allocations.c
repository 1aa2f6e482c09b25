/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Struct pages without VMEMMAP: those of a section are one allocation, and section_mem_map points at
 * it. None is ever there but as a number; of the pages that an allocation lies in, each has a struct
 * page of its own, which says whose it is if boot made it.
 */

#define MHP_MEMMAP_PAGES (PAGES_PER_SECTION * sizeof(struct page) / PAGE_SIZE)
#define MHP_MIX_SECTION_INFO 13 /* enum, include/linux/bootmem_info.h */

/* One from before for each section, and what a call may allocate. */
#define MHP_ALLOCATIONS (2 * MHP_MOST_SECTIONS + 2)

static struct mhp_allocation {
	enum mhp_life life;
	bool boot;
	unsigned int section;
	unsigned long given_back; /* pages */
	struct page frames[MHP_MEMMAP_PAGES];
} mhp_allocations[MHP_ALLOCATIONS];

static int mhp_allocated; /* allocations from here on were not touched since the last request */

static unsigned long mhp_memmap_at(unsigned int i)
{
	return (unsigned long)(MHP_VMEMMAP + 2 * i * PAGES_PER_SECTION);
}

/* The one that begins there; NULL if none does. */
static struct mhp_allocation *mhp_allocation_at(unsigned long address)
{
	for (int i = 0; i < mhp_allocated; i++)
		if (address == mhp_memmap_at(i) && mhp_allocations[i].life != MHP_UNUSED)
			return &mhp_allocations[i];
	return NULL;
}

static void mhp_forget_memmaps(void)
{
	for (int i = 0; i < mhp_allocated; i++)
		mhp_allocations[i].life = MHP_UNUSED;
	mhp_allocated = MHP_MOST_SECTIONS;
}

static void mhp_take_memmap(unsigned int i, unsigned int section, bool boot)
{
	struct mhp_allocation *memmap = &mhp_allocations[i];

	memmap->life = MHP_LIVE;
	memmap->boot = boot;
	memmap->section = section;
	memmap->given_back = 0;
	for (unsigned long j = 0; j < MHP_MEMMAP_PAGES; j++) {
		memmap->frames[j].index = boot ? MHP_MIX_SECTION_INFO : 0;
		memmap->frames[j].private = boot ? MHP_FIRST_SECTION + section : 0;
	}
}

/* ---- what the kernel does ---- */

void *mhp_alloc_memmap(size_t size, const struct mhp_site *site)
{
	mhp_answer.reached |= MHP_MEMMAP_ALLOCATION;
	mhp_boundary();
	if (mhp_fails(MHP_MEMMAP_FAULT, mhp_section_now, 0)) {
		mhp_failed = *site;
		return NULL;
	}
	if (mhp_allocated == MHP_ALLOCATIONS || size != PAGES_PER_SECTION * sizeof(struct page))
		mhp_die("no such memmap");
	mhp_take_memmap(mhp_allocated, mhp_section_now, false);
	return (void *)mhp_memmap_at(mhp_allocated++);
}

/* Boot is asked of the first section only. */
void *mhp_boot_memmap(size_t size)
{
	mhp_answer.reached |= MHP_MEMMAP_ALLOCATION;
	mhp_take_memmap(0, 0, true);
	return (void *)mhp_memmap_at(0);
}

void mhp_free_memmap(const void *pointer, const struct mhp_site *site)
{
	struct mhp_allocation *memmap = mhp_allocation_at((unsigned long)pointer);

	if (!pointer)
		return;
	mhp_boundary();
	if (!memmap || memmap->life != MHP_LIVE) {
		mhp_note(MHP_FOREIGN_MEMMAP_FREED, site);
		return;
	}
	if (memmap->boot)
		mhp_note(MHP_MEMMAP_MISFREED, site);
	memmap->life = MHP_FREED;
	mhp_boundary();
}

/* The first of the pages that a memmap lies in; NULL if there is none at that address. */
static struct page *mhp_page_of_memmap(const void *address)
{
	struct mhp_allocation *memmap = mhp_allocation_at((unsigned long)address);

	return memmap ? memmap->frames : NULL;
}

/* One of them goes back to the page allocator, and with the last the memmap is gone. */
void mhp_give_back(const struct page *page, const struct mhp_site *site)
{
	unsigned long offset = (const char *)page - (const char *)mhp_allocations;
	struct mhp_allocation *memmap = &mhp_allocations[offset / sizeof(*memmap)];

	if (offset >= sizeof(mhp_allocations) || memmap->life != MHP_LIVE) {
		mhp_note(MHP_FOREIGN_MEMMAP_FREED, site);
		siglongjmp(*mhp_escape, 1); /* there is no struct page to go on with */
	}
	if (memmap->given_back == 0)
		mhp_boundary();
	if (!memmap->boot)
		mhp_note(MHP_MEMMAP_MISFREED, site);
	if (++memmap->given_back == MHP_MEMMAP_PAGES)
		memmap->life = MHP_FREED;
}

/* page_init_poison(), of memmap that has to be there. */
void mhp_write_struct_pages(const struct page *page, unsigned long size,
			    const struct mhp_site *site)
{
	struct mhp_allocation *memmap = mhp_allocation_at((unsigned long)page);

	if (!memmap || memmap->life != MHP_LIVE || size > PAGES_PER_SECTION * sizeof(*page))
		mhp_note(MHP_WILD_MEMMAP_WRITTEN, site);
}

/* ---- what there is ---- */

static struct mhp_allocation *mhp_memmap_pointed_at(unsigned int section)
{
	unsigned long first = section_nr_to_pfn(MHP_FIRST_SECTION + section);

	return mhp_allocation_at((unsigned long)pfn_to_page(first));
}

static u64 mhp_populated(unsigned int section)
{
	const struct mhp_allocation *memmap = mhp_memmap_pointed_at(section);

	return memmap && memmap->life == MHP_LIVE ? ~0UL >> (64 - MHP_K) : 0;
}

static unsigned long mhp_memmap_of(unsigned int section)
{
	return mhp_memmap_at(section);
}

/* Whether an allocation that begins there was made for the section. */
static bool mhp_is_memmap_of(unsigned int section, unsigned long address)
{
	const struct mhp_allocation *memmap = mhp_allocation_at(address);

	return memmap && memmap->section == section;
}

static void mhp_set_memmap(unsigned int section, const struct mhp_state *state)
{
	if (state->base != MHP_OWN)
		return;
	mhp_take_memmap(section, section, state->boot != 0);
	if (!state->boot && !state->buddy)
		mhp_allocations[section].life = MHP_FREED;
}

static void mhp_get_memmap(unsigned int section, struct mhp_state *state)
{
	const struct mhp_allocation *memmap = mhp_memmap_pointed_at(section);

	if (memmap && memmap->boot)
		state->boot = mhp_populated(section);
	else
		state->buddy = mhp_populated(section);
}

/* Adds up what there is, in pages; what is lost is there still. */
static void mhp_count_there(long *pages, long *boot_pages)
{
	for (int i = 0; i < mhp_allocated; i++)
		if (mhp_allocations[i].life == MHP_LIVE)
			*(mhp_allocations[i].boot ? boot_pages : pages) += MHP_MEMMAP_PAGES;
}

static bool mhp_is_memmap_lost(void)
{
	for (int i = 0; i < mhp_allocated; i++) {
		const struct mhp_allocation *memmap = &mhp_allocations[i];

		if (memmap->life == MHP_LIVE && mhp_memmap_pointed_at(memmap->section) != memmap)
			return true;
	}
	return false;
}
