/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Records in, records out, until there are no more. */

#define MHP_BATCH 256

static void mhp_write(const void *from, size_t size)
{
	while (size) {
		ssize_t n = write(1, from, size);

		if (n <= 0)
			exit(0);
		from = (const char *)from + n;
		size -= n;
	}
}

static int mhp_serve_records(void)
{
	static char in[MHP_BATCH * sizeof(struct mhp_request)];
	static char out[MHP_BATCH * (sizeof(struct mhp_reply) + sizeof(struct mhp_told))];
	size_t request = offsetof(struct mhp_request, before) + mhp_sections * sizeof(struct mhp_state);
	size_t reply = offsetof(struct mhp_reply, sections) +
		       mhp_sections * sizeof(mhp_answer.sections[0]);
	size_t have = 0;

	for (;;) {
		ssize_t n = read(0, in + have, MHP_BATCH * request - have);
		size_t done = 0, told = 0;

		if (n <= 0)
			return have ? 70 : 0;
		have += n;
		mhp_watch(true);
		for (; done + request <= have; done += request) {
			memcpy(&mhp_now, in + done, request);
			mhp_serve();
			memcpy(out + told, &mhp_answer, reply);
			told += reply;
			if (mhp_now.wish & MHP_TELL) {
				memcpy(out + told, &mhp_told, sizeof(mhp_told));
				told += sizeof(mhp_told);
			}
		}
		mhp_watch(false);
		mhp_write(out, told);
		have -= done;
		memmove(in, in + done, have);
	}
}
