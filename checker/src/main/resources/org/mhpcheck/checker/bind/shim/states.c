/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Puts sections into a state, and reads which one they are in. */

static unsigned long mhp_encoded(unsigned int section, unsigned long memmap)
{
	return memmap - section_nr_to_pfn(MHP_FIRST_SECTION + section) * sizeof(struct page);
}

static unsigned long mhp_memmap_of(unsigned int section)
{
	return (unsigned long)pfn_to_page(section_nr_to_pfn(MHP_FIRST_SECTION + section));
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

static void mhp_set(unsigned int section, const struct mhp_state *state)
{
	struct mem_section *ms = mhp_section[section];
	struct mem_section_usage *usage;
	struct mhp_slot *slot;

	mhp_memmaps[section].boot = state->boot;
	mhp_memmaps[section].buddy = state->buddy;
	mhp_memmaps[section].altmap = state->altmap;
	ms->section_mem_map = mhp_word_of_base(section, state->base) |
			      (state->flags & MHP_P ? SECTION_MARKED_PRESENT : 0) |
			      (state->flags & MHP_M ? SECTION_HAS_MEM_MAP : 0) |
			      (state->flags & MHP_O ? SECTION_IS_ONLINE : 0) |
			      (state->flags & MHP_E ? SECTION_IS_EARLY : 0);
	if (state->flags & MHP_P)
		__highest_present_section_nr = MHP_FIRST_SECTION + section;
	ms->usage = NULL;
	if (state->usage == MHP_NULL)
		return;
	slot = &mhp_slots[section + (state->usage == MHP_BOOT_USAGE ? 0 : MHP_BOOT_SLOTS)];
	usage = mhp_take(slot, mhp_usage_size(), 0);
	usage->subsection_map[0] = state->map;
	slot->reserved = state->reserved;
	ms->usage = usage;
	if (state->usage == MHP_DANGLING) {
		slot->life = MHP_FREED;
		mhp_close_slot(slot);
	}
}

static const struct mhp_site mhp_at_rest = { "", 0, "at rest" };

static void mhp_get(unsigned int section, struct mhp_state *state)
{
	struct mem_section *ms = mhp_section[section];
	unsigned long word = ms->section_mem_map;
	unsigned long base = word & SECTION_MAP_MASK;
	struct mhp_slot *slot = mhp_slot_at(ms->usage);

	memset(state, 0, sizeof(*state));
	state->flags = (word & SECTION_MARKED_PRESENT ? MHP_P : 0) |
		       (word & SECTION_HAS_MEM_MAP ? MHP_M : 0) |
		       (word & SECTION_IS_ONLINE ? MHP_O : 0) | (word & SECTION_IS_EARLY ? MHP_E : 0);
	if (word & ~SECTION_MAP_MASK &
	    ~(SECTION_MARKED_PRESENT | SECTION_HAS_MEM_MAP | SECTION_IS_ONLINE | SECTION_IS_EARLY))
		mhp_note(MHP_CRASHED, &mhp_at_rest); /* a flag that nothing here sets */
	state->base = base == mhp_word_of_base(section, MHP_OWN) ? MHP_OWN :
		      base == 0 ? MHP_ZERO :
		      base == mhp_word_of_base(section, MHP_NULL_ENCODED) ? MHP_NULL_ENCODED :
									    MHP_WRONG;
	state->boot = mhp_memmaps[section].boot;
	state->buddy = mhp_memmaps[section].buddy;
	state->altmap = mhp_memmaps[section].altmap;
	if (!ms->usage)
		return;
	if (!slot || slot->object != ms->usage) {
		mhp_note(MHP_CRASHED, &mhp_at_rest);
		return;
	}
	mhp_open_slot(slot);
	state->map = ms->usage->subsection_map[0];
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
	for (int i = MHP_BOOT_SLOTS; i < mhp_used; i++)
		if (mhp_slots[i].life == MHP_LIVE && !mhp_is_pointed_at(&mhp_slots[i]))
			mhp_note(MHP_USAGE_LEAKED, &mhp_at_rest);
}
