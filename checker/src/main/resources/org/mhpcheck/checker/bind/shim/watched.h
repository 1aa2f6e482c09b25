/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What there is to say to gcc's own watchers, if the program is compiled with any. Lines count as run
 * from mhp_count_anew() to mhp_count_no_more(), and not after.
 */
#ifndef MHPCHECK_WATCHED_H
#define MHPCHECK_WATCHED_H

#ifdef __SANITIZE_ADDRESS__
void __asan_poison_memory_region(const volatile void *address, size_t size);
void __asan_unpoison_memory_region(const volatile void *address, size_t size);
#define mhp_forbid(address, size) __asan_poison_memory_region(address, size)
#define mhp_permit(address, size) __asan_unpoison_memory_region(address, size)
#else
#define mhp_forbid(address, size) ((void)0)
#define mhp_permit(address, size) ((void)0)
#endif

#ifdef MHP_COVERED
void __gcov_reset(void);
void __gcov_dump(void);
#define mhp_count_anew() __gcov_reset()
#define mhp_count_no_more() __gcov_dump()
#else
#define mhp_count_anew() ((void)0)
#define mhp_count_no_more() ((void)0)
#endif

#endif
