/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Usages: each ends a page of its own, with nothing behind it, so that what goes past its end
 * faults; so does what touches one that was freed.
 */

enum mhp_life { MHP_UNUSED, MHP_LIVE, MHP_PENDING, MHP_FREED };

/* One of boot's for each section, one from before for each, and what a call may allocate. */
#define MHP_BOOT_SLOTS MHP_MOST_SECTIONS
#define MHP_OLD_SLOTS (2 * MHP_MOST_SECTIONS)
#define MHP_SLOTS (4 * MHP_MOST_SECTIONS + 2)

static struct mhp_slot {
	char *page;
	void *object;
	enum mhp_life life;
	bool reserved;
	bool closed;
	struct page frame;
} mhp_slots[MHP_SLOTS];

static char *mhp_pages;
static int mhp_used; /* slots from here on were not touched since the last request */

static void mhp_open_slot(struct mhp_slot *slot)
{
	if (slot->closed && mprotect(slot->page, PAGE_SIZE, PROT_READ | PROT_WRITE))
		mhp_die("mprotect");
	slot->closed = false;
}

static void mhp_close_slot(struct mhp_slot *slot)
{
	if (mprotect(slot->page, PAGE_SIZE, PROT_NONE))
		mhp_die("mprotect");
	slot->closed = true;
}

static struct mhp_slot *mhp_slot_at(const void *address)
{
	unsigned long offset = (const char *)address - mhp_pages;

	if (offset >= 2 * MHP_SLOTS * PAGE_SIZE || offset / PAGE_SIZE % 2)
		return NULL;
	return &mhp_slots[offset / PAGE_SIZE / 2];
}

static bool mhp_is_boot_slot(const struct mhp_slot *slot)
{
	return slot < mhp_slots + MHP_BOOT_SLOTS;
}

static void mhp_make_slots(void)
{
	mhp_pages = mmap(NULL, 2 * MHP_SLOTS * PAGE_SIZE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS,
			 -1, 0);
	if (mhp_pages == MAP_FAILED)
		mhp_die("out of memory");
	for (int i = 0; i < MHP_SLOTS; i++) {
		mhp_slots[i].page = mhp_pages + 2 * i * PAGE_SIZE;
		mhp_slots[i].closed = true;
	}
}

static void mhp_forget_slots(void)
{
	for (int i = 0; i < mhp_used; i++) {
		mhp_slots[i].life = MHP_UNUSED;
		mhp_slots[i].object = NULL;
	}
	mhp_used = MHP_OLD_SLOTS;
}

static size_t mhp_usage_size(void)
{
	return (mem_section_usage_size() + 7) & ~7UL;
}

static void *mhp_take(struct mhp_slot *slot, size_t size, int fill)
{
	size = (size + 7) & ~7UL;
	if (size > PAGE_SIZE)
		mhp_die("a usage larger than a page");
	mhp_open_slot(slot);
	mhp_forbid(slot->page, 2 * PAGE_SIZE);
	slot->object = slot->page + PAGE_SIZE - size;
	mhp_permit(slot->object, size);
	slot->life = MHP_LIVE;
	slot->reserved = false;
	memset(slot->object, fill, size);
	return slot->object;
}

void *mhp_alloc(size_t size, bool zeroed, const struct mhp_site *site)
{
	mhp_answer.reached |= MHP_USAGE_ALLOCATION;
	if (mhp_fails(MHP_USAGE_FAULT, mhp_section_now, 0)) {
		mhp_failed = *site;
		return NULL;
	}
	if (mhp_used == MHP_SLOTS)
		mhp_die("out of slots");
	return mhp_take(&mhp_slots[mhp_used++], size, zeroed ? 0 : 0xa5);
}

/* Which of what MHP_BOOT_ALL is to fail is come by. */
static bool mhp_boot_fails(enum mhp_boot first, unsigned int section)
{
	u64 bit = (u64)first << section;

	if (mhp_now.op != MHP_BOOT_ALL || !(mhp_now.range & bit))
		return false;
	mhp_answer.rc |= bit;
	return true;
}

/*
 * Boot is asked of the first section, or of all: then it is for a run whose sections are present, and
 * neither initialised nor marked as absent.
 */
void *mhp_boot_alloc(size_t size)
{
	unsigned int first = 0;
	struct mhp_slot *slot;

	while (mhp_now.op == MHP_BOOT_ALL && first < mhp_sections - 1 &&
	       (!present_section(mhp_section[first]) || valid_section(mhp_section[first])))
		first++;
	if (mhp_boot_fails(MHP_USAGES_FAIL, first))
		return NULL;
	slot = &mhp_slots[first];
	mhp_take(slot, size, 0);
	slot->reserved = true;
	return slot->object;
}

void *mhp_boot_table(size_t size)
{
	void *table = calloc(1, size);

	if (!table)
		mhp_die("out of memory");
	return table;
}

static bool mhp_is_usage_of_valid_section(const void *pointer)
{
	for (unsigned int i = 0; i < mhp_sections; i++)
		if (pointer == mhp_section[i]->usage && valid_section(mhp_section[i]))
			return true;
	return false;
}

void mhp_free(const void *pointer, bool by_rcu, const struct mhp_site *site)
{
	struct mhp_slot *slot = mhp_slot_at(pointer);

	if (!pointer)
		return;
	mhp_boundary();
	if (!slot || slot->object != pointer) {
		mhp_note(MHP_CRASHED, site);
		return;
	}
	if (slot->life != MHP_LIVE)
		mhp_note(MHP_DOUBLE_FREE, site);
	else if (mhp_is_boot_slot(slot))
		mhp_note(MHP_BOOT_USAGE_FREED, site);
	if (by_rcu)
		mhp_answer.reached |= MHP_FREED_BY_RCU;
	else if (slot < mhp_slots + MHP_OLD_SLOTS)
		mhp_answer.reached |= MHP_OLD_FREED_AT_ONCE;
	if (mhp_is_usage_of_valid_section(pointer))
		mhp_answer.reached |= MHP_FREED_WHILE_VALID;
	slot->life = by_rcu ? MHP_PENDING : MHP_FREED;
	if (!by_rcu)
		mhp_close_slot(slot);
}

struct page *mhp_page_of(const void *address)
{
	static struct page somewhere;
	struct mhp_slot *slot = mhp_slot_at(address);

	return slot ? &slot->frame : mhp_page_of_memmap(address) ?: &somewhere;
}

bool mhp_page_is_reserved(const struct page *page)
{
	unsigned long offset = (const char *)page - (const char *)mhp_slots;

	return offset < sizeof(mhp_slots) && mhp_slots[offset / sizeof(mhp_slots[0])].reserved;
}
