/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What goes over the pipe: one request, one reply, of sizes that hang on the number of sections
 * alone. Words of 64 bits throughout, in the machine's own byte order. Request.java, Reply.java and
 * Sections.java say the same.
 */
#ifndef MHPCHECK_RECORDS_H
#define MHPCHECK_RECORDS_H

#include "prelude.h"

#define MHP_MOST_SECTIONS 8

/* Adds and removes go by the loops over sections; those of no pages to the section itself. */
enum mhp_op {
	MHP_BOOT,
	MHP_ADD,
	MHP_REMOVE,
	MHP_ONLINE,
	MHP_OFFLINE,
	MHP_TAINT, /* section_taint_zone_device() */
	MHP_LOOK,
	MHP_BOOT_ALL /* sparse_init() of all sections at once */
};
enum mhp_fault { MHP_NO_FAULT, MHP_USAGE_FAULT, MHP_MEMMAP_FAULT };
enum mhp_altmap { MHP_NO_ALTMAP, MHP_ALTMAP, MHP_INACCESSIBLE };
enum mhp_usage { MHP_NULL, MHP_BOOT_USAGE, MHP_SLAB, MHP_DANGLING };
enum mhp_base { MHP_ZERO, MHP_NULL_ENCODED, MHP_OWN, MHP_WRONG };
enum mhp_flag { MHP_P = 1, MHP_M = 2, MHP_O = 4, MHP_E = 8, MHP_T = 16 };

/* How MHP_BOOT_ALL goes. It returns which of the allocations were come by that were to fail. */
enum mhp_boot {
	MHP_SPARSE_INIT_ONLY = 1, /* no subsection map is set up after it */
	MHP_USAGES_FAIL = 1 << 8, /* of the run that begins with section 1; and so on */
	MHP_BOOT_MEMMAP_FAILS = 1 << 16 /* of section 1; and so on */
};

/* Of how a request is answered. */
enum mhp_wish {
	MHP_TELL = 1, /* a struct mhp_told follows the reply */
	MHP_PROBE = 2 /* pfn_valid() is asked at every boundary */
};

enum mhp_reached {
	MHP_USAGE_ALLOCATION = 1,
	MHP_MEMMAP_ALLOCATION = 2,
	MHP_FREED_BY_RCU = 4,
	MHP_FREED_WHILE_VALID = 8,
	MHP_PFN_VALID_CRASHED = 16,
	MHP_WROTE_UNPOPULATED = 32,
	MHP_PROBE_CRASHED = 64, /* pfn_valid() did, at some boundary */
	MHP_OLD_FREED_AT_ONCE = 128, /* a usage from before, without waiting for readers */
	MHP_ONLINE_PAGE_CRASHED = 256
};

struct mhp_state {
	u8 flags;
	u8 base;
	u8 usage;
	u8 reserved;
	u32 pageblock; /* whether any flag within the usage is set */
	u64 map;
	u64 boot;
	u64 buddy;
	u64 altmap;
};

struct mhp_request {
	u8 op;
	u8 altmap;
	u8 fault;
	u8 wish;
	u16 fault_occurrence;
	u8 fault_section;
	u8 unused;
	/* What each section's step shall return, undone: 4 bits a section, 1 + the place in mhp_rcs;
	   0 if it shall be done. */
	u32 script;
	u32 node; /* of MHP_BOOT; of MHP_BOOT_ALL, of each section: 4 bits, the first lowest */
	/* The first subsection and how many, over all sections; of MHP_BOOT, the RAM of section 1; of
	   MHP_BOOT_ALL, enum mhp_boot. */
	u64 range;
	struct mhp_state before[MHP_MOST_SECTIONS]; /* of MHP_BOOT_ALL, the map is the RAM */
};

struct mhp_reply {
	s32 rc;
	u32 events;     /* a bit for each enum mhp_event */
	u32 reached;    /* enum mhp_reached */
	u32 corruption; /* 1 + the first event that is one */
	/* Of each section, for each subsection: */
	struct {
		u64 valid;   /* pfn_valid(), once it is done */
		u64 exposed; /* pfn_valid() at a boundary where there was no memmap */
		/* Whether pfn_to_online_page() finds a page, once it is done: */
		u64 online;        /* where no device has the pfn */
		u64 online_device; /* where one has */
		struct mhp_state after;
	} sections[MHP_MOST_SECTIONS];
};

struct mhp_told_place {
	u32 what;
	u32 line;
	char file[40];
	char function[40];
};

struct mhp_told_step {
	u32 section; /* from 0 */
	u32 from;
	u32 count;
	u32 altmap; /* whether it was the call's */
	s32 rc;
	u32 adds;
};

struct mhp_told {
	u32 notes;
	u32 steps;
	struct mhp_told_place note[MHP_EVENTS]; /* each event once; what: enum mhp_event */
	struct mhp_told_place failed;  /* where an allocation failed; line 0 if none did */
	struct mhp_told_step step[MHP_MOST_SECTIONS + 1];
};

#endif
