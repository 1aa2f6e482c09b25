/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Drives boot's placement of usages: sparse_init() of a small machine, then
 * register_page_bootmem_info_section() of every section that has a usage. Included after the sliced
 * text.
 *
 *   kernel-K S        records over S sections, until standard input ends
 *   kernel-K S text   the same in decimal numbers, a record a line
 *
 * Records are words of 64 bits in the machine's own byte order; PlacementRecords.java says the same.
 * Addresses are in bytes from 0 on, in sections of so many pages of so many bytes: few of those that
 * the kernel's own have, and shorter ones. Page p of a small section is page p of a section.
 *
 * Each question is answered by a process of its own, since what was told of last is kept for good.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MHP_MOST_SECTIONS 4
#define MHP_MOST_NODES 2
#define MHP_MOST_PAGES 16
#define MHP_SECONDS 10 /* of one question: then it does not end */
#define MHP_NOWHERE (~0UL)
#define MHP_USAGES (1UL << 44) /* where addresses of usages begin: nothing is there */

enum { MHP_OTHER = 1, MHP_DIED = 2 };

/* first section, pages, bytes of a page, page of each pgdat, how many answers */
#define MHP_HEAD 6
/* of each section its node, and two answers */
#define MHP_SECTION 3
/*
 * Events, which memmaps are counted; how many allocations, and two a section: size, goal, limit,
 * node; how many are told of, and one a section: whether circular, usage's section, pgdat's, node;
 * of each section its usage; of each page how often it is counted.
 */
#define MHP_ALLOCATION 4
#define MHP_TOLD 4
#define MHP_REPLY(s) (4 + 2 * MHP_ALLOCATION * (s) + MHP_TOLD * (s) + (s) + MHP_MOST_PAGES)

static unsigned int mhp_sections;
static u64 mhp_request[MHP_HEAD + MHP_SECTION * MHP_MOST_SECTIONS];
static u64 *mhp_reply; /* shared with the process that answers */
static u64 *mhp_allocations, *mhp_told, *mhp_usages, *mhp_counts;

static struct pglist_data mhp_nodes[MHP_MOST_NODES];
static struct page mhp_frames[MHP_MOST_PAGES + 1];
static unsigned long mhp_registering; /* this section */

static void mhp_die(const char *why)
{
	fprintf(stderr, "harness: %s\n", why);
	exit(70);
}

static void mhp_other(void)
{
	mhp_reply[0] |= MHP_OTHER;
}

void mhp_note(enum mhp_event event, const struct mhp_site *site)
{
	mhp_other();
}

void mhp_warn(const char *text, const struct mhp_site *site)
{
	mhp_other();
}

void mhp_bug(const struct mhp_site *site)
{
	mhp_other();
	_exit(0);
}

void mhp_boundary(void)
{
}

/* ---- the machine ---- */

static u64 mhp_first(void)
{
	return mhp_request[0];
}

static u64 mhp_pages(void)
{
	return mhp_request[1];
}

static u64 mhp_page_bytes(void)
{
	return mhp_request[2];
}

static phys_addr_t mhp_to_phys(u64 address)
{
	u64 page = address / mhp_page_bytes();

	return page / mhp_pages() << PA_SECTION_SHIFT | page % mhp_pages() << PAGE_SHIFT |
	       address % mhp_page_bytes();
}

/* Exact where there is anything; a border between sections is the beginning of the later one. */
static u64 mhp_from_phys(phys_addr_t phys)
{
	u64 section = phys >> PA_SECTION_SHIFT;
	u64 page = (phys & ((1UL << PA_SECTION_SHIFT) - 1)) >> PAGE_SHIFT;

	return (section * mhp_pages() + page) * mhp_page_bytes() + phys % PAGE_SIZE;
}

phys_addr_t mhp_pa(unsigned long address)
{
	return mhp_to_phys(address - MHP_USAGES);
}

struct pglist_data *mhp_node_data(int nid)
{
	if (nid < 0 || nid >= MHP_MOST_NODES)
		mhp_bug(NULL);
	return &mhp_nodes[nid];
}

phys_addr_t mhp_pgdat_to_phys(const struct pglist_data *pgdat)
{
	u64 page = mhp_first() * mhp_pages() + mhp_request[3 + (pgdat - mhp_nodes)];

	return mhp_to_phys(page * mhp_page_bytes());
}

static u64 *mhp_of_section(unsigned int i)
{
	return mhp_request + MHP_HEAD + MHP_SECTION * i;
}

int mhp_early_pfn_to_nid(unsigned long pfn)
{
	u64 i = pfn_to_section_nr(pfn) - mhp_first();

	if (i >= mhp_sections)
		mhp_bug(NULL);
	return mhp_of_section(i)[0];
}

/* Range by range, one of each section. */
bool mhp_mem_pfn_range(int i, unsigned long *from, unsigned long *to, int *node)
{
	if (i >= mhp_sections)
		return false;
	*from = section_nr_to_pfn(mhp_first() + i);
	*to = *from + PAGES_PER_SECTION;
	*node = mhp_of_section(i)[0];
	return true;
}

/* ---- what the kernel asks for ---- */

void *mhp_boot_table(size_t size)
{
	void *table = calloc(1, size);

	if (!table)
		mhp_die("out of memory");
	return table;
}

/* What has no answer has no room. */
void *mhp_place(u64 size, u64 align, u64 goal, u64 limit, int nid)
{
	u64 i = mhp_allocations[0]++;
	u64 *asked = mhp_allocations + 1 + MHP_ALLOCATION * i;
	u64 answer;

	if (i >= 2 * mhp_sections || align != SMP_CACHE_BYTES)
		mhp_bug(NULL);
	asked[0] = size;
	asked[1] = mhp_from_phys(goal);
	asked[2] = mhp_from_phys(limit);
	asked[3] = nid;
	answer = i < mhp_request[5] ? mhp_of_section(i / 2)[1 + i % 2] : MHP_NOWHERE;
	return answer == MHP_NOWHERE ? NULL : (void *)(MHP_USAGES + answer);
}

int mhp_populate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		 const struct mhp_site *site)
{
	return 0;
}

void mhp_count_boot_pages(long pages)
{
}

/* ---- what it tells ---- */

static void mhp_tell(bool circular, u64 section, u64 other, u64 nid)
{
	u64 i = mhp_told[0]++;
	u64 *told = mhp_told + 1 + MHP_TOLD * i;

	if (i >= mhp_sections)
		mhp_bug(NULL);
	told[0] = circular;
	told[1] = section;
	told[2] = other;
	told[3] = nid;
}

void mhp_tell_1(u64 anything)
{
	mhp_other();
}

void mhp_tell_2(u64 nid, u64 section)
{
	mhp_tell(false, section, 0, nid);
}

void mhp_tell_3(u64 section, u64 other, u64 nid)
{
	mhp_tell(true, section, other, nid);
}

/* ---- what it counts ---- */

struct page *mhp_page_of(const void *address)
{
	u64 page = ((u64)address - MHP_USAGES) / mhp_page_bytes() - mhp_first() * mhp_pages();

	if (page >= MHP_MOST_PAGES)
		mhp_bug(NULL);
	return &mhp_frames[page];
}

void mhp_count(unsigned long info, const struct page *page, unsigned long type)
{
	u64 i = page - mhp_frames;

	if (i >= MHP_MOST_PAGES || info != mhp_registering || type != MIX_SECTION_INFO)
		mhp_other();
	else
		mhp_counts[i]++;
}

void mhp_count_memmap(unsigned long section, const struct page *memmap, unsigned long count)
{
	u64 bit = 1UL << (section - mhp_first());

	if (section != mhp_registering || memmap != pfn_to_page(section_nr_to_pfn(section)) ||
	    count != PAGES_PER_SECTION || mhp_reply[1] & bit)
		mhp_other();
	mhp_reply[1] |= bit;
}

/* ---- records ---- */

static void mhp_answer(void)
{
	for (unsigned int i = 0; i < MHP_MOST_NODES; i++)
		mhp_nodes[i].node_id = i;
	sparse_init();
	for (unsigned int i = 0; i < mhp_sections; i++) {
		void *usage = __nr_to_section(mhp_first() + i)->usage;

		mhp_usages[i] = usage ? (u64)usage - MHP_USAGES : MHP_NOWHERE;
		mhp_registering = mhp_first() + i;
		if (usage)
			register_page_bootmem_info_section(section_nr_to_pfn(mhp_registering));
	}
}

static void mhp_serve(void)
{
	pid_t child;
	int status;

	if (mhp_page_bytes() == 0 || mhp_page_bytes() > PAGE_SIZE || mhp_pages() == 0 ||
	    mhp_sections * mhp_pages() > MHP_MOST_PAGES)
		mhp_die("no such machine");
	memset(mhp_reply, 0, 8 * MHP_REPLY(mhp_sections));
	child = fork();
	if (child < 0)
		mhp_die("cannot fork");
	if (child == 0) {
		alarm(MHP_SECONDS);
		mhp_answer();
		_exit(0);
	}
	if (waitpid(child, &status, 0) != child || status != 0)
		mhp_reply[0] |= MHP_DIED;
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
		mhp_die("expected a number of sections, 1 to 4, then perhaps: text");
	in = MHP_HEAD + MHP_SECTION * mhp_sections;
	out = MHP_REPLY(mhp_sections);
	mhp_reply = mmap(NULL, 8 * out, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (mhp_reply == MAP_FAILED)
		mhp_die("out of memory");
	mhp_allocations = mhp_reply + 2;
	mhp_told = mhp_allocations + 1 + 2 * MHP_ALLOCATION * mhp_sections;
	mhp_usages = mhp_told + 1 + MHP_TOLD * mhp_sections;
	mhp_counts = mhp_usages + mhp_sections;
	if (count > 2)
		return mhp_serve_lines(in, out);
	while (fread(mhp_request, 8, in, stdin) == in) {
		mhp_serve();
		if (fwrite(mhp_reply, 8, out, stdout) != out)
			return 1;
	}
	return 0;
}
