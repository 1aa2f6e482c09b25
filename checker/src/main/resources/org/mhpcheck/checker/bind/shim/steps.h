/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Stands before the functions of mm/memory_hotplug.c: what its loops do to one section goes through
 * here, to be written down, and in scripted requests to be answered without being done.
 */
#define sparse_add_section(nid, pfn, count, altmap, ...)                                        \
	({                                                                                      \
		unsigned long mhp_pfn = (pfn), mhp_count = (count);                             \
		struct vmem_altmap *mhp_altmap = (altmap);                                      \
		int mhp_rc;                                                                     \
                                                                                                \
		if (mhp_step_begins(mhp_pfn, mhp_count, mhp_altmap, true, &mhp_rc))             \
			mhp_rc = sparse_add_section(nid, mhp_pfn, mhp_count, mhp_altmap,        \
						    ##__VA_ARGS__);                             \
		mhp_step_ends(mhp_rc);                                                          \
		mhp_rc;                                                                         \
	})

#if mhp_parameters_sparse_remove_section == 5 /* up to v6.5 */
#define sparse_remove_section(ms, pfn, count, offset, altmap)                                   \
	({                                                                                      \
		unsigned long mhp_pfn = (pfn), mhp_count = (count);                             \
		struct vmem_altmap *mhp_altmap = (altmap);                                      \
		int mhp_rc;                                                                     \
                                                                                                \
		if (mhp_step_begins(mhp_pfn, mhp_count, mhp_altmap, false, &mhp_rc))            \
			sparse_remove_section(ms, mhp_pfn, mhp_count, offset, mhp_altmap);      \
		mhp_step_ends(0);                                                               \
	})
#else
#define sparse_remove_section(pfn, count, altmap, ...)                                          \
	({                                                                                      \
		unsigned long mhp_pfn = (pfn), mhp_count = (count);                             \
		struct vmem_altmap *mhp_altmap = (altmap);                                      \
		int mhp_rc;                                                                     \
                                                                                                \
		if (mhp_step_begins(mhp_pfn, mhp_count, mhp_altmap, false, &mhp_rc))            \
			sparse_remove_section(mhp_pfn, mhp_count, mhp_altmap, ##__VA_ARGS__);   \
		mhp_step_ends(0);                                                               \
	})
#endif
