/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Drives the kernel functions of zones and spans: set the spans, the sections and which struct pages
 * are initialised; do one thing; read them back. Included after the sliced text.
 *
 *   kernel-K S        records over S sections, until standard input ends
 *   kernel-K S text   the same in decimal numbers, a record a line
 *
 * Records are words of 64 bits in the machine's own byte order; SpanRecords.java says the same. Spans
 * are counted in subsections from pfn 0 on.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MHP_MOST_SECTIONS 8
#define MHP_MOST_TURNS 5000 /* of 8 sections' 512 subsections, a few times over */

enum { MHP_MOVE, MHP_LEAVE };
enum { MHP_UNINITIALISED_READ = 1, MHP_ENDLESS = 2, MHP_OTHER = 4 };
enum { MHP_O = 4, MHP_T = 16 };

/* op, zone, from, to, first section, then start and spanned of ZONE_NORMAL, ZONE_DEVICE, node */
#define MHP_HEAD 11
/* flags, map, struct pages of ZONE_NORMAL, of ZONE_DEVICE, of those without the first */
#define MHP_SECTION 5

static unsigned int mhp_sections;
static u64 mhp_request[MHP_HEAD + MHP_SECTION * MHP_MOST_SECTIONS];
static u64 mhp_reply[7 + 3 * MHP_MOST_SECTIONS];
static u64 mhp_events, mhp_first, mhp_turns;
static sigjmp_buf mhp_escape;

static struct {
	u64 normal, device, reserve;
} mhp_pages[MHP_MOST_SECTIONS];

struct pglist_data mhp_node;
static struct dev_pagemap mhp_device;

static void mhp_die(const char *why)
{
	fprintf(stderr, "harness: %s\n", why);
	exit(70);
}

void mhp_turn(void)
{
	if (++mhp_turns > MHP_MOST_TURNS) {
		mhp_events |= MHP_ENDLESS;
		siglongjmp(mhp_escape, 1);
	}
}

void mhp_note(enum mhp_event event, const struct mhp_site *site)
{
	mhp_events |= MHP_OTHER;
}

void mhp_warn(const char *text, const struct mhp_site *site)
{
	mhp_events |= MHP_OTHER;
}

void mhp_bug(const struct mhp_site *site)
{
	mhp_events |= MHP_OTHER;
	siglongjmp(mhp_escape, 1);
}

void mhp_boundary(void)
{
}

/* ---- struct pages ---- */

static unsigned int mhp_section_of(unsigned long pfn)
{
	u64 section = pfn_to_section_nr(pfn) - mhp_first;

	return section < mhp_sections ? section : MHP_MOST_SECTIONS;
}

static u64 mhp_bit_of(unsigned long pfn)
{
	return 1UL << (pfn % PAGES_PER_SECTION / PAGES_PER_SUBSECTION);
}

/* -1 if nobody has initialised it. */
static int mhp_zone_of(unsigned long pfn)
{
	unsigned int i = mhp_section_of(pfn);
	u64 bit = mhp_bit_of(pfn);

	if (i == MHP_MOST_SECTIONS ||
	    (mhp_pages[i].reserve & bit && pfn % PAGES_PER_SUBSECTION == 0))
		return -1;
	return mhp_pages[i].normal & bit ? ZONE_NORMAL : mhp_pages[i].device & bit ? ZONE_DEVICE : -1;
}

/* Of poison: no zone and no node that there is. */
struct zone *mhp_page_zone(unsigned long pfn)
{
	int zone = mhp_zone_of(pfn);

	if (zone < 0)
		mhp_events |= MHP_UNINITIALISED_READ;
	return zone < 0 ? NULL : &mhp_node.node_zones[zone];
}

int mhp_page_to_nid(unsigned long pfn)
{
	if (mhp_zone_of(pfn) >= 0)
		return 0;
	mhp_events |= MHP_UNINITIALISED_READ;
	return -1;
}

struct dev_pagemap *mhp_dev_pagemap_at(unsigned long pfn)
{
	unsigned int i = mhp_section_of(pfn);

	return i < MHP_MOST_SECTIONS && mhp_pages[i].device & mhp_bit_of(pfn) ? &mhp_device : NULL;
}

static void mhp_change_pages(unsigned long pfn, unsigned long count, int zone)
{
	if (pfn % PAGES_PER_SUBSECTION || count % PAGES_PER_SUBSECTION)
		mhp_die("not whole subsections");
	for (; count; pfn += PAGES_PER_SUBSECTION, count -= PAGES_PER_SUBSECTION) {
		unsigned int i = mhp_section_of(pfn);
		u64 bit = mhp_bit_of(pfn);

		if (i == MHP_MOST_SECTIONS)
			mhp_die("struct pages of no section");
		if (!(mhp_request[MHP_HEAD + MHP_SECTION * i + 1] & bit))
			continue; /* there are none */
		mhp_pages[i].normal &= ~bit;
		mhp_pages[i].device &= ~bit;
		mhp_pages[i].reserve &= ~bit;
		if (zone == ZONE_NORMAL)
			mhp_pages[i].normal |= bit;
	}
}

/* A device's are left to memmap_init_zone_device(). */
void mhp_init_pages(unsigned long pfn, unsigned long count, enum zone_type zone)
{
	if (zone != ZONE_DEVICE)
		mhp_change_pages(pfn, count, zone);
}

void mhp_forget_pages(unsigned long pfn, unsigned long count)
{
	mhp_change_pages(pfn, count, -1);
}

/* ---- records ---- */

static void mhp_set_span(const u64 *words, unsigned long *start, unsigned long *spanned)
{
	*start = words[0] * PAGES_PER_SUBSECTION;
	*spanned = words[1] * PAGES_PER_SUBSECTION;
}

static void mhp_get_span(u64 *words, unsigned long start, unsigned long spanned)
{
	if (start % PAGES_PER_SUBSECTION || spanned % PAGES_PER_SUBSECTION)
		mhp_events |= MHP_OTHER;
	words[0] = start / PAGES_PER_SUBSECTION;
	words[1] = spanned / PAGES_PER_SUBSECTION;
}

static void mhp_set_section(unsigned int i, const u64 *words)
{
	struct mem_section *ms = __nr_to_section(mhp_first + i);

	/* Other flags nobody asks for here. */
	ms->section_mem_map = words[0] & MHP_O ? SECTION_IS_ONLINE : 0;
#ifdef mhp_taints_sections
	ms->section_mem_map |= words[0] & MHP_T ? SECTION_TAINT_ZONE_DEVICE : 0;
#endif
	if (!ms->usage)
		ms->usage = calloc(1, sizeof(*ms->usage) + 4096);
	ms->usage->subsection_map[0] = words[1];
	mhp_pages[i].normal = words[2];
	mhp_pages[i].device = words[3];
	mhp_pages[i].reserve = words[4];
}

static void mhp_do(void)
{
	unsigned long base = mhp_first * PAGES_PER_SECTION;
	unsigned long pfn = base + mhp_request[2] * PAGES_PER_SUBSECTION;
	unsigned long count = (mhp_request[3] - mhp_request[2]) * PAGES_PER_SUBSECTION;
	struct zone *zone = &mhp_node.node_zones[mhp_request[1] ? ZONE_DEVICE : ZONE_NORMAL];

	if (mhp_request[0] == MHP_MOVE)
		move_pfn_range_to_zone(zone, pfn, count, NULL, 0);
	else
		remove_pfn_range_from_zone(zone, pfn, count);
}

static void mhp_serve(void)
{
	struct zone *normal = &mhp_node.node_zones[ZONE_NORMAL];
	struct zone *device = &mhp_node.node_zones[ZONE_DEVICE];
	unsigned int i;

	mhp_events = 0;
	mhp_turns = 0;
	mhp_first = mhp_request[4];
	mhp_set_span(mhp_request + 5, &normal->zone_start_pfn, &normal->spanned_pages);
	mhp_set_span(mhp_request + 7, &device->zone_start_pfn, &device->spanned_pages);
	mhp_set_span(mhp_request + 9, &mhp_node.node_start_pfn, &mhp_node.node_spanned_pages);
	for (i = 0; i < MHP_MOST_SECTIONS + 1; i++)
		__nr_to_section(i)->section_mem_map = 0;
	for (i = 0; i < mhp_sections; i++)
		mhp_set_section(i, mhp_request + MHP_HEAD + MHP_SECTION * i);
	if (sigsetjmp(mhp_escape, 0) == 0)
		mhp_do();
	mhp_get_span(mhp_reply + 1, normal->zone_start_pfn, normal->spanned_pages);
	mhp_get_span(mhp_reply + 3, device->zone_start_pfn, device->spanned_pages);
	mhp_get_span(mhp_reply + 5, mhp_node.node_start_pfn, mhp_node.node_spanned_pages);
	for (i = 0; i < mhp_sections; i++) {
		mhp_reply[7 + 3 * i] = mhp_pages[i].normal;
		mhp_reply[8 + 3 * i] = mhp_pages[i].device;
		mhp_reply[9 + 3 * i] = mhp_pages[i].reserve;
	}
	mhp_reply[0] = mhp_events;
}

static int mhp_serve_lines(unsigned int in, unsigned int out)
{
	for (;;) {
		for (unsigned int i = 0; i < in; i++)
			if (scanf("%lu", &mhp_request[i]) != 1)
				return 0;
		mhp_serve();
		for (unsigned int i = 0; i < out; i++)
			printf("%lu%c", mhp_reply[i], i + 1 < out ? ' ' : '\n');
		fflush(stdout);
	}
}

int main(int count, char **arguments)
{
	unsigned int in, out;

	mhp_sections = count > 1 ? atoi(arguments[1]) : 0;
	if (mhp_sections < 1 || mhp_sections > MHP_MOST_SECTIONS)
		mhp_die("expected a number of sections, 1 to 8, then perhaps: text");
	mem_section = calloc(NR_SECTION_ROOTS, sizeof(*mem_section));
	mem_section[0] = calloc(SECTIONS_PER_ROOT, sizeof(struct mem_section));
	for (unsigned int i = 0; i < MAX_NR_ZONES; i++)
		mhp_node.node_zones[i].zone_pgdat = &mhp_node;
	in = MHP_HEAD + MHP_SECTION * mhp_sections;
	out = 7 + 3 * mhp_sections;
	if (count > 2)
		return mhp_serve_lines(in, out);
	while (fread(mhp_request, 8, in, stdin) == in) {
		mhp_serve();
		if (fwrite(mhp_reply, 8, out, stdout) != out)
			return 1;
	}
	return 0;
}
