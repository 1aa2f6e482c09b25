/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* What is noticed: warnings, bad frees, faults, and what pfn_valid() says in between. */

static void mhp_tell_place(struct mhp_told_place *place, u32 what, const struct mhp_site *site)
{
	place->what = what;
	place->line = site->line;
	snprintf(place->file, sizeof(place->file), "%s", site->file);
	snprintf(place->function, sizeof(place->function), "%s", site->function);
}

static bool mhp_is_corruption(enum mhp_event event)
{
	switch (event) {
	case MHP_BOOT_USAGE_FREED:
	case MHP_DOUBLE_FREE:
	case MHP_NULL_DEREFERENCE:
	case MHP_USE_AFTER_FREE:
	case MHP_FOREIGN_MEMMAP_FREED:
	case MHP_MEMMAP_MISFREED:
	case MHP_WILD_MEMMAP_WRITTEN:
	case MHP_BUG:
	case MHP_CRASHED:
		return true;
	default:
		return false;
	}
}

void mhp_note(enum mhp_event event, const struct mhp_site *site)
{
	if (mhp_answer.events >> event & 1)
		return;
	mhp_answer.events |= 1u << event;
	if (!mhp_answer.corruption && mhp_is_corruption(event))
		mhp_answer.corruption = 1 + event;
	if (mhp_now.wish & MHP_TELL)
		mhp_tell_place(&mhp_told.note[mhp_told.notes++], event, site);
}

void mhp_warn(const char *text, const struct mhp_site *site)
{
	if (strstr(text, "section already deactivated"))
		mhp_note(MHP_ALREADY_DEACTIVATED, site);
	else if (strstr(text, "valid_section"))
		mhp_note(MHP_SECTION_NOT_VALID, site);
	else
		mhp_note(MHP_OTHER_WARNING, site);
}

void mhp_bug(const struct mhp_site *site)
{
	mhp_note(MHP_BUG, site);
	siglongjmp(*mhp_escape, 1);
}

static void mhp_on_signal(int number, siginfo_t *info, void *context)
{
	static const struct mhp_site nowhere = { "", 0, "" };
	enum mhp_event event = MHP_CRASHED;

	if (number == SIGVTALRM) {
		mhp_watch(true);
		if (!mhp_escape)
			return;
	}
	if (!mhp_escape)
		mhp_die("a fault of the harness's own");
	if (number == SIGSEGV) {
		struct mhp_slot *slot = mhp_slot_at(info->si_addr);

		if (info->si_code == SI_KERNEL)
			event = MHP_CRASHED; /* no address at all that could be one */
		else if ((unsigned long)info->si_addr < 16 * PAGE_SIZE)
			event = MHP_NULL_DEREFERENCE;
		else if (slot && slot->closed)
			event = MHP_USE_AFTER_FREE;
	}
	if (!mhp_asking)
		mhp_note(event, &nowhere);
	siglongjmp(*mhp_escape, 1);
}

/* ---- pfn_valid() and pfn_to_online_page(), asked from outside ---- */

static u64 mhp_pfn_valid(unsigned int section)
{
	unsigned long pfn = section_nr_to_pfn(MHP_FIRST_SECTION + section);
	u64 valid = 0;

	for (unsigned int i = 0; i < MHP_K; i++)
		valid |= (u64)!!pfn_valid(pfn + i * PAGES_PER_SUBSECTION) << i;
	return valid;
}

static bool mhp_is_device;       /* whose pfns they are */
static bool mhp_asked_for_device; /* and whether that was asked */

struct dev_pagemap *mhp_dev_pagemap(void)
{
	static struct dev_pagemap some;

	mhp_asked_for_device = true;
	return mhp_is_device ? &some : NULL;
}

static u64 mhp_online_page(unsigned int section)
{
	static const struct mhp_site site = { "", 0, "pfn_to_online_page, another page" };
	unsigned long first = section_nr_to_pfn(MHP_FIRST_SECTION + section);
	u64 online = 0;

	for (unsigned int i = 0; i < MHP_K; i++) {
		unsigned long pfn = first + i * PAGES_PER_SUBSECTION;
		struct page *page = pfn_to_online_page(pfn);

		if (page && page != pfn_to_page(pfn))
			mhp_note(MHP_CRASHED, &site);
		online |= (u64)!!page << i;
	}
	return online;
}

/* Asks of every section; false if that faulted. */
static bool mhp_ask(u64 (*question)(unsigned int section), u64 *answers)
{
	sigjmp_buf here, *outer = mhp_escape;
	volatile bool answered = false;

	mhp_asking = true;
	if (sigsetjmp(here, 0) == 0) {
		mhp_escape = &here;
		for (unsigned int i = 0; i < mhp_sections; i++)
			answers[i] = question(i);
		answered = true;
	}
	mhp_escape = outer;
	mhp_asking = false;
	return answered;
}

/* Nothing but get_dev_pagemap() can tell of a device. */
static bool mhp_ask_online_page(u64 *online, u64 *online_device)
{
	mhp_is_device = mhp_asked_for_device = false;
	if (!mhp_ask(mhp_online_page, online))
		return false;
	memcpy(online_device, online, mhp_sections * sizeof(*online));
	mhp_is_device = true;
	return !mhp_asked_for_device || mhp_ask(mhp_online_page, online_device);
}

void mhp_boundary(void)
{
	u64 valid[MHP_MOST_SECTIONS];

	if (!(mhp_now.wish & MHP_PROBE) || mhp_asking)
		return;
	if (!mhp_ask(mhp_pfn_valid, valid)) {
		mhp_answer.reached |= MHP_PROBE_CRASHED;
		return;
	}
	for (unsigned int i = 0; i < mhp_sections; i++)
		mhp_answer.sections[i].exposed |= valid[i] & ~mhp_populated(i);
}
