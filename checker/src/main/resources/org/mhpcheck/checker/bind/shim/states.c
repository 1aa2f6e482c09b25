/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Puts sections into a state, and reads which one they are in. */

static unsigned long mhp_encoded(unsigned int section, unsigned long memmap)
{
	return memmap - section_nr_to_pfn(MHP_FIRST_SECTION + section) * sizeof(struct page);
}

static unsigned long mhp_decoded(unsigned int section, unsigned long base)
{
	return base + section_nr_to_pfn(MHP_FIRST_SECTION + section) * sizeof(struct page);
}

static unsigned long mhp_word_of_base(unsigned int section, u32 base)
{
	switch (base) {
	case MHP_NULL_ENCODED:
		return mhp_encoded(section, 0);
	case MHP_OWN:
		return mhp_encoded(section, mhp_memmap_of(section));
	case MHP_WRONG:
		return mhp_encoded(section, mhp_memmap_of(section + 7));
	default:
		return 0;
	}
}

/* Its words are those of pageblock_flags, which reach from the end of the struct on. */
static unsigned long mhp_flag_words(void)
{
	return (mem_section_usage_size() - sizeof(struct mem_section_usage)) / sizeof(unsigned long);
}

/* Every pageblock MIGRATE_MOVABLE, as memory that is hot-added and put online is. */
static void mhp_set_pageblock_flags(struct mem_section_usage *usage)
{
	for (unsigned long i = 0; i < mhp_flag_words(); i++)
		usage->pageblock_flags[i] = 0x1111111111111111UL;
}

static bool mhp_has_pageblock_flags(const struct mem_section_usage *usage)
{
	for (unsigned long i = 0; i < mhp_flag_words(); i++)
		if (usage->pageblock_flags[i])
			return true;
	return false;
}

#ifdef mhp_taints_sections
#define MHP_TAINT_FLAG SECTION_TAINT_ZONE_DEVICE
#else
#define MHP_TAINT_FLAG 0UL
#endif

static const struct {
	enum mhp_flag ours;
	unsigned long theirs;
} mhp_flags[] = {
	{ MHP_P, SECTION_MARKED_PRESENT }, { MHP_M, SECTION_HAS_MEM_MAP },
	{ MHP_O, SECTION_IS_ONLINE },	   { MHP_E, SECTION_IS_EARLY },
	{ MHP_T, MHP_TAINT_FLAG },
};

#define MHP_FLAGS (sizeof(mhp_flags) / sizeof(mhp_flags[0]))

#ifdef MHP_NO_VMEMMAP
/* There is no map. What stands for it is full in a valid section. */
static void mhp_set_map(struct mem_section_usage *usage, const struct mhp_state *state)
{
}

static void mhp_get_map(const struct mem_section_usage *usage, struct mhp_state *state)
{
	state->map = state->flags & MHP_M ? ~0UL >> (64 - MHP_K) : 0;
}
#else
static void mhp_set_map(struct mem_section_usage *usage, const struct mhp_state *state)
{
	usage->subsection_map[0] = state->map;
}

static void mhp_get_map(const struct mem_section_usage *usage, struct mhp_state *state)
{
	state->map = usage->subsection_map[0];
}
#endif

static void mhp_set(unsigned int section, const struct mhp_state *state)
{
	struct mem_section *ms = mhp_section[section];
	struct mem_section_usage *usage;
	struct mhp_slot *slot;

	mhp_set_memmap(section, state);
	ms->section_mem_map = mhp_word_of_base(section, state->base);
	for (unsigned int i = 0; i < MHP_FLAGS; i++)
		if (state->flags & mhp_flags[i].ours)
			ms->section_mem_map |= mhp_flags[i].theirs;
	if (state->flags & MHP_P)
		__highest_present_section_nr = MHP_FIRST_SECTION + section;
	ms->usage = NULL;
	if (state->usage == MHP_NULL)
		return;
	slot = &mhp_slots[section + (state->usage == MHP_BOOT_USAGE ? 0 : MHP_BOOT_SLOTS)];
	usage = mhp_take(slot, mhp_usage_size(), 0);
	mhp_set_map(usage, state);
	if (state->pageblock)
		mhp_set_pageblock_flags(usage);
	slot->reserved = state->reserved;
	ms->usage = usage;
	if (state->usage == MHP_DANGLING) {
		slot->life = MHP_FREED;
		mhp_close_slot(slot);
	}
}

static const struct mhp_site mhp_at_rest = { "", 0, "at rest" };

/* A slot holds one usage; once all sections are booted, those of a run, each at its place. */
static bool mhp_is_usage_of(const struct mhp_slot *slot, unsigned int section)
{
	unsigned long offset = (char *)mhp_section[section]->usage - (char *)slot->object;
	unsigned int place = 0;

	for (unsigned int i = slot - mhp_slots; mhp_now.op == MHP_BOOT_ALL && i < section; i++)
		place += mhp_section[i]->usage != NULL;
	return offset == place * mem_section_usage_size();
}

static void mhp_get(unsigned int section, struct mhp_state *state)
{
	struct mem_section *ms = mhp_section[section];
	unsigned long word = ms->section_mem_map;
	unsigned long base = word & SECTION_MAP_MASK;
	struct mhp_slot *slot = mhp_slot_at(ms->usage);

	memset(state, 0, sizeof(*state));
	for (unsigned int i = 0; i < MHP_FLAGS; i++) {
		if (word & mhp_flags[i].theirs)
			state->flags |= mhp_flags[i].ours;
		word &= ~mhp_flags[i].theirs;
	}
	if (word & ~SECTION_MAP_MASK)
		mhp_note(MHP_CRASHED, &mhp_at_rest); /* a flag that nothing here sets */
	state->base = base == 0 ? MHP_ZERO :
		      mhp_is_memmap_of(section, mhp_decoded(section, base)) ? MHP_OWN :
		      base == mhp_word_of_base(section, MHP_NULL_ENCODED) ? MHP_NULL_ENCODED :
									    MHP_WRONG;
	mhp_get_memmap(section, state);
	if (!ms->usage)
		return;
	if (!slot || !mhp_is_usage_of(slot, section)) {
		mhp_note(MHP_CRASHED, &mhp_at_rest);
		return;
	}
	mhp_open_slot(slot);
	mhp_get_map(ms->usage, state);
	state->pageblock = mhp_has_pageblock_flags(ms->usage);
	state->reserved = slot->reserved;
	state->usage = slot->life != MHP_LIVE ? MHP_DANGLING :
		       mhp_is_boot_slot(slot) ? MHP_BOOT_USAGE : MHP_SLAB;
}

static bool mhp_is_pointed_at(const struct mhp_slot *slot)
{
	for (unsigned int i = 0; i < mhp_sections; i++)
		if (mhp_section[i]->usage == slot->object)
			return true;
	return false;
}

static void mhp_note_leaks(void)
{
	if (mhp_is_memmap_lost())
		mhp_note(MHP_MEMMAP_LEAKED, &mhp_at_rest);
	if (mhp_now.op == MHP_BOOT_ALL)
		return; /* what a failure leaves of an array is no section's */
	for (int i = 0; i < mhp_used; i++)
		if (mhp_slots[i].life == MHP_LIVE && !mhp_is_pointed_at(&mhp_slots[i]))
			mhp_note(MHP_USAGE_LEAKED, &mhp_at_rest);
}
