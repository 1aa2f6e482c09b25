/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* The pages of memmap that the kernel counts, beside those that there are. */

/* What was counted since the last look, in pages. */
static struct {
	long pages;
	long boot_pages;
} mhp_counted, mhp_there;

void mhp_count_pages(long pages)
{
	mhp_counted.pages += pages;
}

void mhp_count_boot_pages(long pages)
{
	mhp_counted.boot_pages += pages;
}

/* Begins to count, from what there is. */
static void mhp_count_from_here(void)
{
	mhp_counted.pages = mhp_counted.boot_pages = 0;
	mhp_there.pages = mhp_there.boot_pages = 0;
	mhp_count_there(&mhp_there.pages, &mhp_there.boot_pages);
}

/* Has it been counted right, since it was begun? A tree that does not count at all is not asked. */
static bool mhp_is_miscounted(void)
{
#ifdef mhp_counts_memmap
	long pages = mhp_there.pages + mhp_counted.pages;
	long boot_pages = mhp_there.boot_pages + mhp_counted.boot_pages;

	mhp_count_from_here();
	return pages != mhp_there.pages || boot_pages != mhp_there.boot_pages;
#else
	return false;
#endif
}
