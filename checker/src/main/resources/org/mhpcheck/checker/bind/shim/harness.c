/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Drives the kernel functions on a few sections: set a state, do one thing, read the state back. No
 * record depends on another. Included after the sliced text, and in one piece with it.
 *
 *   kernel-K S        records of records.h over S sections, until standard input ends
 *   kernel-K S text   the same in words; see text.c
 *   kernel-K S cover  the same, and only what a line does counts as run (if compiled with --coverage)
 *
 * mhp_root_X is what the tree calls X; mhp_parameters_X how many parameters that has.
 */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include "records.h"
#include "watched.h"

#if SECTION_SIZE_BITS > 27
#error at most 64 subsections fit a record
#endif

#define MHP_FIRST_SECTION 1UL /* section 0 hides what is encoded relative to 0 */
#define MHP_K SUBSECTIONS_PER_SECTION
#define MHP_SECONDS 1 /* of processor time: whoever stops the child stops the clock */

struct pglist_data mhp_node;

static unsigned int mhp_sections;
static struct mem_section *mhp_section[MHP_MOST_SECTIONS];

static struct mhp_request mhp_now;
static struct mhp_reply mhp_answer;
static struct mhp_told mhp_told;
static struct mhp_site mhp_failed;
static unsigned int mhp_section_now; /* that a loop is at */

/* Both are read by the signal handler. */
static sigjmp_buf *volatile mhp_escape; /* from code that cannot go on; NULL outside of it */
static volatile bool mhp_asking;        /* pfn_valid(), from outside */
static bool mhp_cover_one;

static void mhp_die(const char *why)
{
	fprintf(stderr, "harness: %s\n", why);
	exit(70);
}

static bool mhp_fails(enum mhp_fault fault, unsigned int section, u32 occurrence)
{
	return mhp_now.fault == fault && mhp_now.fault_section == section &&
	       mhp_now.fault_occurrence == occurrence;
}

/* Ends what hangs. */
static void mhp_watch(bool on)
{
	struct itimerval after = { .it_value = { .tv_sec = on ? MHP_SECONDS : 0 } };

	setitimer(ITIMER_VIRTUAL, &after, NULL);
}

static struct page *mhp_page_of_memmap(const void *address);

#include "usages.c"
#ifdef MHP_NO_VMEMMAP
#include "allocations.c"
#else
#include "memmaps.c"
#endif
#include "counts.c"
#include "notices.c"
#include "states.c"
#include "calls.c"
#include "pipe.c"
#include "text.c"

static void mhp_catch_signals(void)
{
	static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGVTALRM };
	struct sigaction action = { .sa_sigaction = mhp_on_signal,
				    .sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK };
	stack_t stack = { .ss_sp = mhp_boot_table(65536), .ss_size = 65536 };

	if (sigaltstack(&stack, NULL))
		mhp_die("sigaltstack");
	for (unsigned int i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &action, NULL);
	/* For whoever asks: at the end of what it asks, this ends too. */
	signal(SIGINT, SIG_IGN);
}

int main(int count, char **arguments)
{
	mhp_sections = count > 1 ? atoi(arguments[1]) : 0;
	if (mhp_sections < 1 || mhp_sections > MHP_MOST_SECTIONS)
		mhp_die("expected a number of sections, 1 to 8, then perhaps: text or cover");
	mhp_make_slots();
	mhp_catch_signals();
	mem_section = mhp_boot_table(NR_SECTION_ROOTS * sizeof(*mem_section));
	for (unsigned int i = 0; i < mhp_sections; i++) {
		if (sparse_index_init(MHP_FIRST_SECTION + i, 0))
			mhp_die("sparse_index_init() failed");
		mhp_section[i] = __nr_to_section(MHP_FIRST_SECTION + i);
	}
	if (count < 3)
		return mhp_serve_records();
	mhp_cover_one = !strcmp(arguments[2], "cover");
	if (!mhp_cover_one && strcmp(arguments[2], "text"))
		mhp_die("expected text or cover");
	return mhp_serve_lines();
}
