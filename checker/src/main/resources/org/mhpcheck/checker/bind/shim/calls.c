/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Does what a request asks. */

#undef sparse_add_section
#undef sparse_remove_section

static const int mhp_rcs[] = { 0, -ENOMEM, -EEXIST, -EINVAL };

static struct vmem_altmap *mhp_altmap_now;

/* ---- what the loops do to one section ---- */

bool mhp_step_begins(unsigned long pfn, unsigned long count, const struct vmem_altmap *altmap,
		     bool adds, int *rc)
{
	unsigned long offset = pfn - section_nr_to_pfn(MHP_FIRST_SECTION);
	unsigned long from = offset / PAGES_PER_SUBSECTION;
	u32 scripted;

	mhp_section_now = from / MHP_K;
	if (mhp_section_now >= mhp_sections || offset % PAGES_PER_SUBSECTION ||
	    count % PAGES_PER_SUBSECTION ||
	    (from % MHP_K) * PAGES_PER_SUBSECTION + count > PAGES_PER_SECTION)
		mhp_bug(MHP_HERE); /* not a part of one section */
	if (mhp_now.wish & MHP_TELL && mhp_told.steps <= MHP_MOST_SECTIONS)
		mhp_told.step[mhp_told.steps] =
			(struct mhp_told_step){ .section = mhp_section_now,
						.from = from % MHP_K,
						.count = count / PAGES_PER_SUBSECTION,
						.altmap = altmap == mhp_altmap_now,
						.adds = adds };
	scripted = mhp_now.script >> (4 * mhp_section_now) & 15;
	if (scripted)
		*rc = mhp_rcs[scripted - 1];
	return !scripted;
}

static void mhp_note_miscount(void)
{
	if (mhp_is_miscounted())
		mhp_note(MHP_MEMMAP_MISCOUNTED, &mhp_at_rest);
}

/* What one section counts too much, another may count too little: so each is looked at. */
void mhp_step_ends(int rc)
{
	if (mhp_now.wish & MHP_TELL && mhp_told.steps <= MHP_MOST_SECTIONS)
		mhp_told.step[mhp_told.steps++].rc = rc;
	mhp_note_miscount();
}

/* ---- calls ---- */

static void mhp_boot(u64 ram, int node)
{
	unsigned long first = section_nr_to_pfn(MHP_FIRST_SECTION);
	int pass;

	if (!ram)
		return;
	for (pass = 0; pass < 2; pass++) {
		for (unsigned int i = 0; i < MHP_K; i++) {
			unsigned int end = i;

			while (end < MHP_K && ram >> end & 1)
				end++;
			if (end == i)
				continue;
			if (pass == 0)
				memory_present(node, first + i * PAGES_PER_SUBSECTION,
					       first + end * PAGES_PER_SUBSECTION);
			else
				mhp_root_subsection_map_init(first + i * PAGES_PER_SUBSECTION,
							     (end - i) * PAGES_PER_SUBSECTION);
			i = end;
		}
		if (pass == 0)
			sparse_init_nid(node, MHP_FIRST_SECTION, MHP_FIRST_SECTION + 1, 1);
	}
	/* As memmap_init() does, of mm/mm_init.c. */
	mhp_set_pageblock_flags(mhp_section[0]->usage);
}

/* The ranges of RAM within sections, of all of them in their order. */
bool mhp_mem_pfn_range(int i, unsigned long *from, unsigned long *to, int *node)
{
	for (unsigned int section = 0; section < mhp_sections; section++) {
		unsigned long pfn = section_nr_to_pfn(MHP_FIRST_SECTION + section);
		u64 ram = mhp_now.before[section].map;

		for (unsigned int at = 0; at < MHP_K; at++) {
			unsigned int end = at;

			while (end < MHP_K && ram >> end & 1)
				end++;
			if (end > at && i-- == 0) {
				*from = pfn + at * PAGES_PER_SUBSECTION;
				*to = pfn + end * PAGES_PER_SUBSECTION;
				*node = mhp_now.node >> (4 * section) & 15;
				return true;
			}
			at = end;
		}
	}
	return false;
}

/* As free_area_init() and memmap_init() do, of mm/mm_init.c (mm/page_alloc.c up to v6.3). */
static void mhp_boot_all(void)
{
	unsigned long from, to;
	int node;

	if (!mhp_mem_pfn_range(0, &from, &to, &node))
		return;
	sparse_init();
	if (mhp_now.range & MHP_SPARSE_INIT_ONLY)
		return;
	for (int i = 0; mhp_mem_pfn_range(i, &from, &to, &node); i++)
		mhp_root_subsection_map_init(from, to - from);
	for (unsigned int i = 0; i < mhp_sections; i++)
		if (mhp_section[i]->usage)
			mhp_set_pageblock_flags(mhp_section[i]->usage);
}

static int mhp_add(unsigned long pfn, unsigned long pages)
{
	struct mhp_params params = { .pgprot = { 1 }, .altmap = mhp_altmap_now };

	if (pages)
		return __add_pages(0, pfn, pages, &params);
	/* Of no pages __add_pages() returns what happens to lie on its stack. */
#if mhp_parameters_sparse_add_section == 4 /* up to v5.16 */
	return sparse_add_section(0, pfn, 0, mhp_altmap_now);
#else
	return sparse_add_section(0, pfn, 0, mhp_altmap_now, NULL);
#endif
}

static void mhp_remove_none(unsigned long pfn)
{
#if mhp_parameters_sparse_remove_section == 5
	/* Up to v6.5 it is this that asks whether the section is valid. */
#if mhp_parameters___remove_section == 4
	__remove_section(pfn, 0, 0, mhp_altmap_now);
#else
	__remove_section(pfn, 0, mhp_altmap_now);
#endif
#elif mhp_parameters_sparse_remove_section == 4
	sparse_remove_section(pfn, 0, mhp_altmap_now, NULL);
#else
	sparse_remove_section(pfn, 0, mhp_altmap_now);
#endif
}

static void mhp_remove(unsigned long pfn, unsigned long pages)
{
	if (!pages) {
		mhp_remove_none(pfn);
		return;
	}
#if mhp_parameters___remove_pages == 4
	__remove_pages(pfn, pages, mhp_altmap_now, NULL);
#else
	__remove_pages(pfn, pages, mhp_altmap_now);
#endif
}

static void mhp_taint(unsigned long pfn)
{
#ifdef mhp_taints_sections
	section_taint_zone_device(pfn);
#else
	mhp_die("this tree taints no sections");
#endif
}

static void mhp_do(void)
{
	unsigned long pfn = section_nr_to_pfn(MHP_FIRST_SECTION) +
			    (u32)mhp_now.range * PAGES_PER_SUBSECTION;
	unsigned long pages = (mhp_now.range >> 32) * PAGES_PER_SUBSECTION;
	struct vmem_altmap altmap = {
		.base_pfn = pfn,
		.free = pages * sizeof(struct page) / PAGE_SIZE,
#ifdef mhp_altmap_has_inaccessible
		.inaccessible = mhp_now.altmap == MHP_INACCESSIBLE,
#endif
	};

#ifndef mhp_altmap_has_inaccessible
	if (mhp_now.altmap == MHP_INACCESSIBLE)
		mhp_die("no altmap can be inaccessible in this tree");
#endif
	mhp_altmap_now = mhp_now.altmap == MHP_NO_ALTMAP ? NULL : &altmap;
	switch (mhp_now.op) {
	case MHP_BOOT:
		mhp_boot(mhp_now.range, mhp_now.node);
		break;
	case MHP_ADD:
		mhp_answer.rc = mhp_add(pfn, pages);
		break;
	case MHP_REMOVE:
		mhp_remove(pfn, pages);
		break;
	case MHP_ONLINE:
		online_mem_sections(pfn, pfn + pages);
		break;
	case MHP_OFFLINE:
		offline_mem_sections(pfn, pfn + pages);
		break;
	case MHP_TAINT:
		mhp_taint(pfn);
		break;
	case MHP_LOOK:
		break;
	case MHP_BOOT_ALL:
		mhp_boot_all();
		break;
	default:
		mhp_die("no such operation");
	}
}

static void mhp_serve(void)
{
	u64 valid[MHP_MOST_SECTIONS] = { 0 };
	u64 online[MHP_MOST_SECTIONS] = { 0 }, online_device[MHP_MOST_SECTIONS] = { 0 };
	sigjmp_buf here;

	memset(&mhp_answer, 0, sizeof(mhp_answer));
	if (mhp_now.wish & MHP_TELL)
		memset(&mhp_told, 0, sizeof(mhp_told));
	mhp_failed.line = 0;
	mhp_section_now = 0;
	mhp_forget_slots();
	mhp_forget_memmaps();
	__highest_present_section_nr = 0;
	for (unsigned int i = 0; i < mhp_sections; i++)
		mhp_set(i, &mhp_now.before[i]);
	mhp_count_from_here();
	if (sigsetjmp(here, 0) == 0) {
		mhp_escape = &here;
		if (mhp_cover_one)
			mhp_count_anew();
		mhp_do();
		mhp_note_miscount();
	}
	mhp_escape = NULL;
	if (mhp_cover_one)
		mhp_count_no_more();
	if (!mhp_ask(mhp_pfn_valid, valid))
		mhp_answer.reached |= MHP_PFN_VALID_CRASHED;
	if (!mhp_ask_online_page(online, online_device))
		mhp_answer.reached |= MHP_ONLINE_PAGE_CRASHED;
	for (unsigned int i = 0; i < mhp_sections; i++) {
		mhp_answer.sections[i].valid = valid[i];
		mhp_answer.sections[i].online = online[i];
		mhp_answer.sections[i].online_device = online_device[i];
		mhp_get(i, &mhp_answer.sections[i].after);
	}
	mhp_note_leaks();
	if (mhp_now.wish & MHP_TELL && mhp_failed.line)
		mhp_tell_place(&mhp_told.failed, 0, &mhp_failed);
}
