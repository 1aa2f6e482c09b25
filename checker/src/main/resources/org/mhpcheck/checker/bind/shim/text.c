/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * The same in words, a line each, for use by hand:
 *
 *   remove range=00110000 altmap=altmap fault=memmap@1:2 script=0,-17 flags=PM--- base=own
 *     usage=slab reserved=0 pageblock=0 map=1100 memmap=pp-- | flags=...
 *   boot range=1100 node=2
 *   boot_all nodes=0,1 fails=usages:1,memmap:2 only=sparse_init map=1100 | map=1111
 *
 * (each on one line). A bar stands before each further section; range has the digits of all of them.
 * A range without a 1 is of no pages, at the start of the section: for one section only.
 * pageblock: whether flags of pageblocks are set. memmap: b from boot, p from the page allocator, a from an altmap. memmap@1:2: in section 2, once
 * one subsection is done. script: what the step on each section returns, undone; - if it is done.
 */

static const char *const mhp_ops[] = { "boot",    "add",   "remove", "online",
					"offline", "taint", "look",   "boot_all", NULL };
static const char *const mhp_altmaps[] = { "none", "altmap", "inaccessible", NULL };
static const char *const mhp_bases[] = { "zero", "null_encoded", "own", "wrong", NULL };
static const char *const mhp_usages[] = { "null", "boot", "slab", "dangling", NULL };
static const char *const mhp_events[] = {
	"ALREADY_DEACTIVATED",
	"SECTION_NOT_VALID",
	"USAGE_LEAKED",
	"MEMMAP_LEAKED",
	"BOOT_USAGE_FREED",
	"DOUBLE_FREE",
	"NULL_DEREFERENCE",
	"USE_AFTER_FREE",
	"FOREIGN_MEMMAP_FREED",
	"MEMMAP_MISFREED",
	"WILD_MEMMAP_WRITTEN",
	"ALTMAP_MISMATCHED",
	"INACCESSIBLE_MEMMAP_WRITTEN",
	"MEMMAP_MISCOUNTED",
	"OTHER_WARNING",
	"BUG",
	"CRASHED",
};

static u32 mhp_word(const char *word, const char *const *words)
{
	for (u32 i = 0; words[i]; i++)
		if (!strcmp(word, words[i]))
			return i;
	mhp_die("a word that is not known; see text.c");
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

/* The first one, and how many: those between are ones as well. */
static u64 mhp_range(const char *digits)
{
	size_t from = strcspn(digits, "1"), count = strspn(digits + from, "1");

	if (mhp_now.op == MHP_BOOT)
		return mhp_digits(digits, '1');
	if (strlen(digits) != MHP_K * mhp_sections || strchr(digits + from + count, '1'))
		mhp_die("not one range of subsections");
	return count ? from | count << 32 : 0;
}

static void mhp_read_fault(const char *value)
{
	const char *at = strchr(value, '@'), *section = strchr(value, ':');

	if (strncmp(value, "usage@", 6) && strncmp(value, "memmap@", 7))
		mhp_die("expected usage@ or memmap@");
	mhp_now.fault = *value == 'u' ? MHP_USAGE_FAULT : MHP_MEMMAP_FAULT;
	mhp_now.fault_occurrence = at ? atoi(at + 1) : 0;
	mhp_now.fault_section = section ? atoi(section + 1) - 1 : 0;
}

/* Of each section its node, 0,1. */
static void mhp_read_nodes(const char *value)
{
	for (unsigned int section = 0; value; section++) {
		mhp_now.node |= (u32)(atoi(value) & 15) << (4 * section);
		value = strchr(value, ',');
		value = value ? value + 1 : NULL;
	}
}

/* What of boot_all fails, usages:1,memmap:2. */
static void mhp_read_fails(const char *value)
{
	while (value) {
		const char *section = strchr(value, ':');

		if (!section || (strncmp(value, "usages:", 7) && strncmp(value, "memmap:", 7)))
			mhp_die("expected usages:1 or memmap:1");
		mhp_now.range |= (u64)(*value == 'u' ? MHP_USAGES_FAIL : MHP_BOOT_MEMMAP_FAILS)
				 << (atoi(section + 1) - 1);
		value = strchr(value, ',');
		value = value ? value + 1 : NULL;
	}
}

static void mhp_read_script(const char *value)
{
	for (unsigned int section = 0; value; section++) {
		bool known = !strncmp(value, "-,", 2) || !strcmp(value, "-");

		for (u32 i = 0; !known && i < sizeof(mhp_rcs) / sizeof(mhp_rcs[0]); i++)
			if (atoi(value) == mhp_rcs[i]) {
				mhp_now.script |= (i + 1) << (4 * section);
				known = true;
			}
		if (!known || section >= mhp_sections)
			mhp_die("no such return code, or too many");
		value = strchr(value, ',');
		value = value ? value + 1 : NULL;
	}
}

static void mhp_read_value(struct mhp_state *state, const char *name, const char *value)
{
	if (!strcmp(name, "flags"))
		state->flags = (strchr(value, 'P') ? MHP_P : 0) | (strchr(value, 'M') ? MHP_M : 0) |
			       (strchr(value, 'O') ? MHP_O : 0) | (strchr(value, 'E') ? MHP_E : 0) |
			       (strchr(value, 'T') ? MHP_T : 0);
	else if (!strcmp(name, "base"))
		state->base = mhp_word(value, mhp_bases);
	else if (!strcmp(name, "usage"))
		state->usage = mhp_word(value, mhp_usages);
	else if (!strcmp(name, "reserved"))
		state->reserved = *value == '1';
	else if (!strcmp(name, "pageblock"))
		state->pageblock = *value == '1';
	else if (!strcmp(name, "map"))
		state->map = mhp_digits(value, '1');
	else if (!strcmp(name, "memmap")) {
		state->boot = mhp_digits(value, 'b');
		state->buddy = mhp_digits(value, 'p');
		state->altmap = mhp_digits(value, 'a');
	} else if (!strcmp(name, "range"))
		mhp_now.range = mhp_range(value);
	else if (!strcmp(name, "node"))
		mhp_now.node = atoi(value);
	else if (!strcmp(name, "nodes"))
		mhp_read_nodes(value);
	else if (!strcmp(name, "fails"))
		mhp_read_fails(value);
	else if (!strcmp(name, "only"))
		mhp_now.range |= !strcmp(value, "sparse_init") ? MHP_SPARSE_INIT_ONLY : 0;
	else if (!strcmp(name, "altmap"))
		mhp_now.altmap = mhp_word(value, mhp_altmaps);
	else if (!strcmp(name, "fault"))
		mhp_read_fault(value);
	else if (!strcmp(name, "script"))
		mhp_read_script(value);
	else
		mhp_die("a name that is not known; see text.c");
}

static void mhp_read_line(char *line)
{
	char *word = strtok(line, " \t\r\n");
	unsigned int section = 0;

	memset(&mhp_now, 0, sizeof(mhp_now));
	mhp_now.op = mhp_word(word, mhp_ops);
	mhp_now.wish = MHP_TELL | (mhp_cover_one ? 0 : MHP_PROBE);
	while ((word = strtok(NULL, " \t\r\n"))) {
		char *value = strchr(word, '=');

		if (!strcmp(word, "|")) {
			if (++section == mhp_sections)
				mhp_die("more sections than were said");
			continue;
		}
		if (!value)
			mhp_die("expected name=value");
		*value++ = 0;
		mhp_read_value(&mhp_now.before[section], word, value);
	}
}

static void mhp_write_bits(const char *name, u64 bits)
{
	printf(" %s=", name);
	for (unsigned int i = 0; i < MHP_K; i++)
		putchar(bits >> i & 1 ? '1' : '0');
}

static void mhp_write_section(unsigned int section)
{
	const struct mhp_state *state = &mhp_answer.sections[section].after;

	printf("%s flags=%c%c%c%c%c base=%s usage=%s reserved=%u pageblock=%u", section ? " |" : "",
	       state->flags & MHP_P ? 'P' : '-', state->flags & MHP_M ? 'M' : '-',
	       state->flags & MHP_O ? 'O' : '-', state->flags & MHP_E ? 'E' : '-',
	       state->flags & MHP_T ? 'T' : '-', mhp_bases[state->base], mhp_usages[state->usage],
	       state->reserved, state->pageblock);
	mhp_write_bits("map", state->map);
	printf(" memmap=");
	for (unsigned int i = 0; i < MHP_K; i++)
		putchar(state->boot >> i & 1 ? 'b' :
			state->buddy >> i & 1 ? 'p' : state->altmap >> i & 1 ? 'a' : '-');
	if (mhp_answer.reached & MHP_PFN_VALID_CRASHED)
		printf(" valid=crashed");
	else
		mhp_write_bits("valid", mhp_answer.sections[section].valid);
	if (mhp_answer.reached & MHP_ONLINE_PAGE_CRASHED)
		printf(" online=crashed");
	else {
		mhp_write_bits("online", mhp_answer.sections[section].online);
		mhp_write_bits("device_online", mhp_answer.sections[section].online_device);
	}
}

static void mhp_write_line(void)
{
	printf("rc=%d", mhp_answer.rc);
	for (unsigned int i = 0; i < sizeof(mhp_events) / sizeof(mhp_events[0]); i++)
		if (mhp_answer.events >> i & 1)
			printf(" %s", mhp_events[i]);
	for (unsigned int i = 0; i < mhp_sections; i++)
		mhp_write_section(i);
	for (unsigned int i = 0; i < mhp_sections; i++)
		if (mhp_answer.sections[i].exposed) {
			printf("; section %u on the way", i + 1);
			mhp_write_bits("valid without memmap", mhp_answer.sections[i].exposed);
		}
	if (mhp_answer.reached & MHP_PROBE_CRASHED)
		printf("; pfn_valid() crashes on the way");
	for (u32 i = 0; i < mhp_told.steps; i++)
		printf("; section %u: %s %u+%u%s = %d", mhp_told.step[i].section + 1,
		       mhp_told.step[i].adds ? "add" : "remove", mhp_told.step[i].from,
		       mhp_told.step[i].count, mhp_told.step[i].altmap ? "" : " another altmap",
		       mhp_told.step[i].rc);
	for (u32 i = 0; i < mhp_told.notes; i++)
		printf("; %s at %s:%u (%s)", mhp_events[mhp_told.note[i].what], mhp_told.note[i].file,
		       mhp_told.note[i].line, mhp_told.note[i].function);
	if (mhp_told.failed.line)
		printf("; failed at %s:%u (%s)", mhp_told.failed.file, mhp_told.failed.line,
		       mhp_told.failed.function);
	putchar('\n');
	fflush(stdout);
}

static int mhp_serve_lines(void)
{
	char line[4096];

	while (fgets(line, sizeof(line), stdin)) {
		if (!strchr(line, '\n') && !feof(stdin))
			mhp_die("a line too long");
		if (line[strspn(line, " \t\r\n")] == 0 || *line == '#')
			continue;
		mhp_read_line(line);
		mhp_watch(true);
		mhp_serve();
		mhp_watch(false);
		mhp_write_line();
	}
	return 0;
}
