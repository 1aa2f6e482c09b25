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
	if (mhp_section_now >= mhp_sections || offset % PAGES_PER_SUBSECTION || !count ||
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

void mhp_step_ends(int rc)
{
	if (mhp_now.wish & MHP_TELL && mhp_told.steps <= MHP_MOST_SECTIONS)
		mhp_told.step[mhp_told.steps++].rc = rc;
}

/* ---- calls ---- */

static void mhp_boot(u64 ram)
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
				memory_present(0, first + i * PAGES_PER_SUBSECTION,
					       first + end * PAGES_PER_SUBSECTION);
			else
				mhp_root_subsection_map_init(first + i * PAGES_PER_SUBSECTION,
							     (end - i) * PAGES_PER_SUBSECTION);
			i = end;
		}
		if (pass == 0)
			sparse_init_nid(0, MHP_FIRST_SECTION, MHP_FIRST_SECTION + 1, 1);
	}
}

static int mhp_add(unsigned long pfn, unsigned long pages)
{
	struct mhp_params params = { .pgprot = { 1 }, .altmap = mhp_altmap_now };

	return __add_pages(0, pfn, pages, &params);
}

static void mhp_remove(unsigned long pfn, unsigned long pages)
{
#if mhp_parameters___remove_pages == 4
	__remove_pages(pfn, pages, mhp_altmap_now, NULL);
#else
	__remove_pages(pfn, pages, mhp_altmap_now);
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
		mhp_boot(mhp_now.range);
		break;
	case MHP_ADD:
		mhp_answer.rc = mhp_add(pfn, pages);
		break;
	case MHP_REMOVE:
		mhp_remove(pfn, pages);
		break;
	case MHP_LOOK:
		break;
	default:
		mhp_die("no such operation");
	}
}

static void mhp_serve(void)
{
	u64 valid[MHP_MOST_SECTIONS] = { 0 };
	sigjmp_buf here;

	memset(&mhp_answer, 0, sizeof(mhp_answer));
	if (mhp_now.wish & MHP_TELL)
		memset(&mhp_told, 0, sizeof(mhp_told));
	mhp_failed.line = 0;
	mhp_section_now = 0;
	mhp_forget_slots();
	__highest_present_section_nr = 0;
	for (unsigned int i = 0; i < mhp_sections; i++)
		mhp_set(i, &mhp_now.before[i]);
	if (sigsetjmp(here, 0) == 0) {
		mhp_escape = &here;
		if (mhp_cover_one)
			mhp_count_anew();
		mhp_do();
	}
	mhp_escape = NULL;
	if (mhp_cover_one)
		mhp_count_no_more();
	if (!mhp_ask_pfn_valid(valid))
		mhp_answer.reached |= MHP_PFN_VALID_CRASHED;
	for (unsigned int i = 0; i < mhp_sections; i++) {
		mhp_answer.sections[i].valid = valid[i];
		mhp_get(i, &mhp_answer.sections[i].after);
	}
	mhp_note_leaks();
	if (mhp_now.wish & MHP_TELL && mhp_failed.line)
		mhp_tell_place(&mhp_told.failed, 0, &mhp_failed);
}
