/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Drives the kernel functions on one section: set a state, do one thing, read the state back. No
 * record depends on another. Included after the sliced text; the arguments choose the mode:
 *
 *   (none)  records of struct mhp_request in, of struct mhp_reply out
 *   text    lines in and out, the same in words; see the end of this file
 *
 * mhp_root_X is what the tree calls X; mhp_parameters_X how many parameters that has.
 */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MHP_SECTION 1UL
#define MHP_K SUBSECTIONS_PER_SECTION
#define MHP_NOTES 3
#define MHP_SECONDS 1

#if SECTION_SIZE_BITS > 27
#error at most 64 subsections fit a record
#endif

enum mhp_op { MHP_BOOT, MHP_ADD, MHP_REMOVE, MHP_LOOK };
enum mhp_fault { MHP_NO_FAULT, MHP_USAGE_FAULT, MHP_MEMMAP_FAULT };
enum mhp_usage { MHP_NULL, MHP_BOOT_USAGE, MHP_SLAB, MHP_DANGLING };
enum mhp_base { MHP_ZERO, MHP_NULL_ENCODED, MHP_OWN, MHP_WRONG };
enum mhp_reached {
	MHP_USAGE_ALLOCATION = 1,
	MHP_MEMMAP_ALLOCATION = 2,
	MHP_FREED_BY_RCU = 4,
	MHP_FREED_WHILE_VALID = 8,
	MHP_PFN_VALID_CRASHED = 16,
	MHP_TOUCHED_UNPOPULATED = 32
};
enum mhp_flag { MHP_P = 1, MHP_M = 2, MHP_O = 4, MHP_E = 8 };

struct mhp_state {
	u32 flags;
	u32 base;
	u32 usage;
	u32 reserved;
	u64 map;
	u64 boot;
	u64 buddy;
	u64 altmap;
};

struct mhp_request {
	u32 op;
	u32 fault;
	u32 occurrence;
	u32 unused;
	u64 range;
	struct mhp_state state;
};

struct mhp_noted {
	u32 event;
	u32 line;
	char file[32];
	char function[40];
};

struct mhp_reply {
	s32 rc;
	u32 reached; /* enum mhp_reached */
	u32 notes;
	u32 unused;
	u64 valid; /* pfn_valid() of each subsection, once it is done */
	struct mhp_state state;
	struct mhp_noted noted[MHP_NOTES];
};

struct pglist_data mhp_node;

/* ---- usages: each ends a page of its own, with nothing behind it ---- */

enum mhp_life { MHP_UNUSED, MHP_LIVE, MHP_PENDING, MHP_FREED };
enum { MHP_BOOT_SLOT, MHP_FIRST_SLAB_SLOT, MHP_SLOTS = 6 };

static struct mhp_slot {
	char *page;
	void *object;
	enum mhp_life life;
	bool reserved;
	bool closed;
	struct page frame;
} mhp_slots[MHP_SLOTS];

static struct mhp_request mhp_now;
static struct mhp_reply mhp_answer;
static struct mem_section *mhp_section;
static u64 mhp_memmap_boot, mhp_memmap_buddy, mhp_memmap_altmap;
static sigjmp_buf mhp_escape;
static bool mhp_asking;

static void mhp_die(const char *why)
{
	fprintf(stderr, "harness: %s\n", why);
	exit(70);
}

static size_t mhp_usage_size(void)
{
	return (mem_section_usage_size() + 7) & ~7UL;
}

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
	for (int i = 0; i < MHP_SLOTS; i++) {
		const char *page = mhp_slots[i].page;

		if ((const char *)address >= page && (const char *)address < page + PAGE_SIZE)
			return &mhp_slots[i];
	}
	return NULL;
}

static void *mhp_take(struct mhp_slot *slot, size_t size, int fill)
{
	size = (size + 7) & ~7UL;
	if (size > PAGE_SIZE)
		mhp_die("a usage larger than a page");
	mhp_open_slot(slot);
	slot->object = slot->page + PAGE_SIZE - size;
	slot->life = MHP_LIVE;
	slot->reserved = false;
	memset(slot->object, fill, size);
	return slot->object;
}

static struct mhp_slot *mhp_free_slot(void)
{
	for (int i = MHP_FIRST_SLAB_SLOT; i < MHP_SLOTS; i++)
		if (mhp_slots[i].life == MHP_UNUSED)
			return &mhp_slots[i];
	mhp_die("out of slots");
	return NULL;
}

void *mhp_alloc(size_t size, bool zeroed)
{
	mhp_answer.reached |= MHP_USAGE_ALLOCATION;
	if (mhp_now.fault == MHP_USAGE_FAULT)
		return NULL;
	return mhp_take(mhp_free_slot(), size, zeroed ? 0 : 0xa5);
}

void *mhp_boot_alloc(size_t size)
{
	void *object = mhp_take(&mhp_slots[MHP_BOOT_SLOT], size, 0);

	mhp_slots[MHP_BOOT_SLOT].reserved = true;
	return object;
}

void *mhp_boot_table(size_t size)
{
	void *table = calloc(1, size);

	if (!table)
		mhp_die("out of memory");
	return table;
}

void mhp_free(const void *pointer, bool by_rcu, const struct mhp_site *site)
{
	struct mhp_slot *slot = mhp_slot_at(pointer);

	if (!pointer)
		return;
	if (!slot || slot->object != pointer) {
		mhp_note(MHP_CRASHED, site);
		return;
	}
	if (slot->life != MHP_LIVE)
		mhp_note(MHP_DOUBLE_FREE, site);
	else if (slot == &mhp_slots[MHP_BOOT_SLOT])
		mhp_note(MHP_BOOT_USAGE_FREED, site);
	if (by_rcu)
		mhp_answer.reached |= MHP_FREED_BY_RCU;
	if (pointer == mhp_section->usage && valid_section(mhp_section))
		mhp_answer.reached |= MHP_FREED_WHILE_VALID;
	slot->life = by_rcu ? MHP_PENDING : MHP_FREED;
	if (!by_rcu)
		mhp_close_slot(slot);
}

const struct page *mhp_page_of(const void *address)
{
	static const struct page somewhere;
	struct mhp_slot *slot = mhp_slot_at(address);

	return slot ? &slot->frame : &somewhere;
}

bool mhp_page_is_reserved(const struct page *page)
{
	for (int i = 0; i < MHP_SLOTS; i++)
		if (page == &mhp_slots[i].frame)
			return mhp_slots[i].reserved;
	return false;
}

/* ---- the memmap ---- */

static u64 mhp_populated(void)
{
	return mhp_memmap_boot | mhp_memmap_buddy | mhp_memmap_altmap;
}

/* The subsections of the section whose struct pages are start to end; false if it is not just that. */
static bool mhp_subsections_of(unsigned long start, unsigned long end, u64 *subsections)
{
	unsigned long one = PAGES_PER_SUBSECTION * sizeof(struct page);
	unsigned long first = (unsigned long)pfn_to_page(section_nr_to_pfn(MHP_SECTION));

	*subsections = 0;
	if (start < first || end > first + MHP_K * one || end <= start)
		return false;
	if ((start - first) % one || (end - first) % one)
		return false;
	for (unsigned long i = (start - first) / one; i < (end - first) / one; i++)
		*subsections |= 1UL << i;
	return true;
}

int mhp_populate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		 const struct mhp_site *site)
{
	u64 wanted, fresh;
	u32 done = 0;

	mhp_answer.reached |= MHP_MEMMAP_ALLOCATION;
	if (!mhp_subsections_of(start, end, &wanted)) {
		mhp_note(MHP_CRASHED, site);
		return -ENOMEM;
	}
	for (unsigned int i = 0; i < MHP_K; i++) {
		if (!(wanted >> i & 1))
			continue;
		if (mhp_now.fault == MHP_MEMMAP_FAULT && mhp_now.occurrence == done)
			return -ENOMEM;
		done++;
		fresh = (1UL << i) & ~mhp_populated();
		if (mhp_now.op == MHP_BOOT)
			mhp_memmap_boot |= fresh;
		else if (altmap)
			mhp_memmap_altmap |= fresh;
		else
			mhp_memmap_buddy |= fresh;
	}
	return 0;
}

/* ppc64 asks pfn_valid() while it frees a memmap; here every architecture does. */
void mhp_unpopulate(unsigned long start, unsigned long end, struct vmem_altmap *altmap,
		    const struct mhp_site *site)
{
	u64 range;

	if (!mhp_subsections_of(start, end, &range)) {
		mhp_note(MHP_FOREIGN_MEMMAP_FREED, site);
		return;
	}
	(void)pfn_valid(page_to_pfn((struct page *)start));
	if (range & (altmap ? mhp_memmap_boot | mhp_memmap_buddy : mhp_memmap_altmap))
		mhp_note(MHP_ALTMAP_MISMATCHED, site);
	mhp_memmap_boot &= ~range;
	mhp_memmap_buddy &= ~range;
	mhp_memmap_altmap &= ~range;
}

/* Poisoning is a debugging aid, off on most machines: that it is done is no event. */
void mhp_touch(const struct page *page, unsigned long size)
{
	unsigned long start = (unsigned long)page;
	u64 range;

	if (!mhp_subsections_of(start, start + size, &range) || range & ~mhp_populated())
		mhp_answer.reached |= MHP_TOUCHED_UNPOPULATED;
}

/* ---- what is noticed ---- */

void mhp_note(enum mhp_event event, const struct mhp_site *site)
{
	u32 i = mhp_answer.notes++;

	if (i >= MHP_NOTES)
		return;
	mhp_answer.noted[i].event = event;
	mhp_answer.noted[i].line = site->line;
	snprintf(mhp_answer.noted[i].file, sizeof(mhp_answer.noted[i].file), "%s", site->file);
	snprintf(mhp_answer.noted[i].function, sizeof(mhp_answer.noted[i].function), "%s",
		 site->function);
}

void mhp_warn(const char *text, const struct mhp_site *site)
{
	if (strstr(text, "section already deactivated"))
		mhp_note(MHP_ALREADY_DEACTIVATED, site);
	else if (strstr(text, "valid_section("))
		mhp_note(MHP_SECTION_NOT_VALID, site);
	else
		mhp_note(MHP_OTHER_WARNING, site);
}

void mhp_bug(const struct mhp_site *site)
{
	mhp_note(MHP_BUG, site);
	siglongjmp(mhp_escape, 1);
}

static void mhp_on_signal(int number, siginfo_t *info, void *context)
{
	static const struct mhp_site nowhere = { "?", 0, "?" };
	enum mhp_event event = MHP_CRASHED;

	if (number == SIGSEGV) {
		struct mhp_slot *slot = mhp_slot_at(info->si_addr);

		if ((unsigned long)info->si_addr < 16 * PAGE_SIZE)
			event = MHP_NULL_DEREFERENCE;
		else if (slot && slot->closed)
			event = MHP_USE_AFTER_FREE;
	}
	if (!mhp_asking)
		mhp_note(event, &nowhere);
	siglongjmp(mhp_escape, 1);
}

/* ---- states ---- */

static unsigned long mhp_encoded(unsigned long memmap)
{
	return memmap - section_nr_to_pfn(MHP_SECTION) * sizeof(struct page);
}

static unsigned long mhp_word_of_base(u32 base)
{
	switch (base) {
	case MHP_NULL_ENCODED:
		return mhp_encoded(0);
	case MHP_OWN:
		return mhp_encoded((unsigned long)pfn_to_page(section_nr_to_pfn(MHP_SECTION)));
	case MHP_WRONG:
		return mhp_encoded((unsigned long)pfn_to_page(section_nr_to_pfn(MHP_SECTION + 7)));
	default:
		return 0;
	}
}

static void mhp_set(const struct mhp_state *state)
{
	struct mhp_slot *slot = NULL;
	struct mem_section_usage *usage;

	for (int i = 0; i < MHP_SLOTS; i++) {
		mhp_slots[i].life = MHP_UNUSED;
		mhp_slots[i].object = NULL;
	}
	mhp_section->usage = NULL;
	mhp_memmap_boot = state->boot;
	mhp_memmap_buddy = state->buddy;
	mhp_memmap_altmap = state->altmap;
	mhp_section->section_mem_map =
		mhp_word_of_base(state->base) |
		(state->flags & MHP_P ? SECTION_MARKED_PRESENT : 0) |
		(state->flags & MHP_M ? SECTION_HAS_MEM_MAP : 0) |
		(state->flags & MHP_O ? SECTION_IS_ONLINE : 0) |
		(state->flags & MHP_E ? SECTION_IS_EARLY : 0);
	__highest_present_section_nr = state->flags & MHP_P ? MHP_SECTION : 0;
	if (state->usage != MHP_NULL) {
		slot = &mhp_slots[state->usage == MHP_BOOT_USAGE ? MHP_BOOT_SLOT : MHP_FIRST_SLAB_SLOT];
		usage = mhp_take(slot, mhp_usage_size(), 0);
		usage->subsection_map[0] = state->map;
		slot->reserved = state->reserved;
		mhp_section->usage = usage;
		if (state->usage == MHP_DANGLING) {
			slot->life = MHP_FREED;
			mhp_close_slot(slot);
		}
	}
}

static const struct mhp_site mhp_at_rest = { "?", 0, "at rest" };

static void mhp_get(struct mhp_state *state)
{
	unsigned long word = mhp_section->section_mem_map;
	unsigned long base = word & SECTION_MAP_MASK;
	struct mhp_slot *slot = mhp_slot_at(mhp_section->usage);

	memset(state, 0, sizeof(*state));
	state->flags = (word & SECTION_MARKED_PRESENT ? MHP_P : 0) |
		       (word & SECTION_HAS_MEM_MAP ? MHP_M : 0) |
		       (word & SECTION_IS_ONLINE ? MHP_O : 0) | (word & SECTION_IS_EARLY ? MHP_E : 0);
	if (word & ~SECTION_MAP_MASK &
	    ~(SECTION_MARKED_PRESENT | SECTION_HAS_MEM_MAP | SECTION_IS_ONLINE | SECTION_IS_EARLY))
		mhp_note(MHP_CRASHED, &mhp_at_rest); /* a flag that nothing here sets */
	state->base = base == 0 ? MHP_ZERO :
		      base == mhp_word_of_base(MHP_NULL_ENCODED) ? MHP_NULL_ENCODED :
		      base == mhp_word_of_base(MHP_OWN) ? MHP_OWN : MHP_WRONG;
	state->boot = mhp_memmap_boot;
	state->buddy = mhp_memmap_buddy;
	state->altmap = mhp_memmap_altmap;
	for (int i = MHP_FIRST_SLAB_SLOT; i < MHP_SLOTS; i++)
		if (mhp_slots[i].life == MHP_LIVE && slot != &mhp_slots[i])
			mhp_note(MHP_USAGE_LEAKED, &mhp_at_rest);
	if (!mhp_section->usage)
		return;
	if (!slot || slot->object != mhp_section->usage) {
		mhp_note(MHP_CRASHED, &mhp_at_rest);
		return;
	}
	mhp_open_slot(slot);
	state->map = mhp_section->usage->subsection_map[0];
	state->reserved = slot->reserved;
	state->usage = slot->life != MHP_LIVE ? MHP_DANGLING :
		       slot == &mhp_slots[MHP_BOOT_SLOT] ? MHP_BOOT_USAGE : MHP_SLAB;
}

/* ---- operations ---- */

static void mhp_boot(u64 ram)
{
	unsigned long first = section_nr_to_pfn(MHP_SECTION);
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
			sparse_init_nid(0, MHP_SECTION, MHP_SECTION + 1, 1);
	}
}

static int mhp_add(unsigned long pfn, unsigned long pages)
{
	struct mhp_params params = { .pgprot = { 1 } };

	return __add_pages(0, pfn, pages, &params);
}

static void mhp_remove(unsigned long pfn, unsigned long pages)
{
#if mhp_parameters___remove_pages == 4
	__remove_pages(pfn, pages, NULL, NULL);
#else
	__remove_pages(pfn, pages, NULL);
#endif
}

static void mhp_do(void)
{
	unsigned int from = mhp_now.range ? __builtin_ctzl(mhp_now.range) : 0;
	unsigned long pfn = section_nr_to_pfn(MHP_SECTION) + from * PAGES_PER_SUBSECTION;
	unsigned long pages = __builtin_popcountl(mhp_now.range) * PAGES_PER_SUBSECTION;

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

static void mhp_ask_pfn_valid(void)
{
	unsigned long pfn = section_nr_to_pfn(MHP_SECTION);

	mhp_asking = true;
	if (sigsetjmp(mhp_escape, 0) == 0)
		for (unsigned int i = 0; i < MHP_K; i++)
			mhp_answer.valid |= (u64)!!pfn_valid(pfn + i * PAGES_PER_SUBSECTION) << i;
	else
		mhp_answer.reached |= MHP_PFN_VALID_CRASHED;
	mhp_asking = false;
}

static void mhp_serve(void)
{
	memset(&mhp_answer, 0, sizeof(mhp_answer));
	mhp_set(&mhp_now.state);
	alarm(MHP_SECONDS);
	if (sigsetjmp(mhp_escape, 0) == 0)
		mhp_do();
	mhp_ask_pfn_valid();
	alarm(0);
	mhp_get(&mhp_answer.state);
}

static void mhp_start(void)
{
	static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGALRM };
	struct sigaction action = { .sa_sigaction = mhp_on_signal,
				    .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK };
	stack_t stack = { .ss_sp = mhp_boot_table(65536), .ss_size = 65536 };
	char *pages = mmap(NULL, 2 * MHP_SLOTS * PAGE_SIZE, PROT_NONE,
			   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (pages == MAP_FAILED || sigaltstack(&stack, NULL))
		mhp_die("out of memory");
	for (int i = 0; i < MHP_SLOTS; i++) {
		mhp_slots[i].page = pages + 2 * i * PAGE_SIZE;
		mhp_slots[i].closed = true;
	}
	for (unsigned int i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &action, NULL);
	mem_section = mhp_boot_table(NR_SECTION_ROOTS * sizeof(*mem_section));
	if (sparse_index_init(MHP_SECTION, 0))
		mhp_die("sparse_index_init() failed");
	mhp_section = __nr_to_section(MHP_SECTION);
}

/* ---- records ---- */

static void mhp_write(const char *from, size_t size)
{
	while (size) {
		ssize_t n = write(1, from, size);

		if (n <= 0)
			exit(0);
		from += n;
		size -= n;
	}
}

static int mhp_serve_records(void)
{
	static struct mhp_request in[128];
	static struct mhp_reply out[128];
	size_t have = 0;

	for (;;) {
		ssize_t n = read(0, (char *)in + have, sizeof(in) - have);
		size_t records;

		if (n <= 0)
			return have ? 70 : 0;
		have += n;
		records = have / sizeof(in[0]);
		for (size_t i = 0; i < records; i++) {
			mhp_now = in[i];
			mhp_serve();
			out[i] = mhp_answer;
		}
		mhp_write((char *)out, records * sizeof(out[0]));
		have -= records * sizeof(in[0]);
		memmove(in, &in[records], have);
	}
}

/* ---- text ---- */

static const char *const mhp_ops[] = { "boot", "add", "remove", "look", NULL };
static const char *const mhp_bases[] = { "zero", "null_encoded", "own", "wrong", NULL };
static const char *const mhp_usages[] = { "null", "boot", "slab", "dangling", NULL };
static const char *const mhp_events[] = {
	"ALREADY_DEACTIVATED", "SECTION_NOT_VALID", "USAGE_LEAKED",   "BOOT_USAGE_FREED",
	"DOUBLE_FREE",	       "NULL_DEREFERENCE",  "USE_AFTER_FREE", "FOREIGN_MEMMAP_FREED",
	"ALTMAP_MISMATCHED",   "INACCESSIBLE_MEMMAP_WRITTEN",
	"OTHER_WARNING",       "BUG",		    "CRASHED",
};

static u32 mhp_word(const char *word, const char *const *words)
{
	for (u32 i = 0; words[i]; i++)
		if (!strcmp(word, words[i]))
			return i;
	mhp_die("a word that is not known; see harness.c");
	return 0;
}

static u64 mhp_digits(const char *digits, char wanted)
{
	u64 bits = 0;

	if (strlen(digits) != MHP_K)
		mhp_die("a bitmap of another size");
	for (unsigned int i = 0; i < MHP_K; i++)
		bits |= (u64)(digits[i] == wanted) << i;
	return bits;
}

/* add flags=PM-- base=own usage=slab reserved=0 map=1100 memmap=pp-- range=0010 fault=memmap@0 */
static void mhp_read_line(char *line)
{
	struct mhp_state *state = &mhp_now.state;
	char *word = strtok(line, " \t\r\n");

	memset(&mhp_now, 0, sizeof(mhp_now));
	mhp_now.op = mhp_word(word, mhp_ops);
	while ((word = strtok(NULL, " \t\r\n"))) {
		char *value = strchr(word, '=');

		if (!value)
			mhp_die("expected name=value");
		*value++ = 0;
		if (!strcmp(word, "flags"))
			state->flags = (strchr(value, 'P') ? MHP_P : 0) | (strchr(value, 'M') ? MHP_M : 0) |
				       (strchr(value, 'O') ? MHP_O : 0) | (strchr(value, 'E') ? MHP_E : 0);
		else if (!strcmp(word, "base"))
			state->base = mhp_word(value, mhp_bases);
		else if (!strcmp(word, "usage"))
			state->usage = mhp_word(value, mhp_usages);
		else if (!strcmp(word, "reserved"))
			state->reserved = *value == '1';
		else if (!strcmp(word, "map"))
			state->map = mhp_digits(value, '1');
		else if (!strcmp(word, "range"))
			mhp_now.range = mhp_digits(value, '1');
		else if (!strcmp(word, "memmap")) {
			state->boot = mhp_digits(value, 'b');
			state->buddy = mhp_digits(value, 'p');
			state->altmap = mhp_digits(value, 'a');
		} else if (!strcmp(word, "fault")) {
			mhp_now.fault = *value == 'u' ? MHP_USAGE_FAULT :
					*value == 'm' ? MHP_MEMMAP_FAULT : MHP_NO_FAULT;
			mhp_now.occurrence = strchr(value, '@') ? atoi(strchr(value, '@') + 1) : 0;
		} else
			mhp_die("a name that is not known; see harness.c");
	}
}

static void mhp_write_line(void)
{
	const struct mhp_state *state = &mhp_answer.state;

	printf("rc=%d flags=%c%c%c%c base=%s usage=%s reserved=%u map=", mhp_answer.rc,
	       state->flags & MHP_P ? 'P' : '-', state->flags & MHP_M ? 'M' : '-',
	       state->flags & MHP_O ? 'O' : '-', state->flags & MHP_E ? 'E' : '-',
	       mhp_bases[state->base], mhp_usages[state->usage], state->reserved);
	for (unsigned int i = 0; i < MHP_K; i++)
		putchar(state->map >> i & 1 ? '1' : '0');
	printf(" memmap=");
	for (unsigned int i = 0; i < MHP_K; i++)
		putchar(state->boot >> i & 1 ? 'b' :
			state->buddy >> i & 1 ? 'p' : state->altmap >> i & 1 ? 'a' : '-');
	printf(" valid=");
	for (unsigned int i = 0; i < MHP_K; i++)
		putchar(mhp_answer.reached & MHP_PFN_VALID_CRASHED ? '!' :
			mhp_answer.valid >> i & 1 ? '1' : '0');
	for (u32 i = 0; i < mhp_answer.notes && i < MHP_NOTES; i++)
		printf(" %s (%s:%u %s)", mhp_events[mhp_answer.noted[i].event],
		       mhp_answer.noted[i].file, mhp_answer.noted[i].line,
		       mhp_answer.noted[i].function);
	putchar('\n');
	fflush(stdout);
}

static int mhp_serve_lines(void)
{
	char line[1024];

	while (fgets(line, sizeof(line), stdin)) {
		if (*line == '\n' || *line == '#')
			continue;
		mhp_read_line(line);
		mhp_serve();
		mhp_write_line();
	}
	return 0;
}

int main(int count, char **arguments)
{
	mhp_start();
	return count > 1 && !strcmp(arguments[1], "text") ? mhp_serve_lines() : mhp_serve_records();
}
