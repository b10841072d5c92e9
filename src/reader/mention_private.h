/* SPDX-License-Identifier: Apache-2.0
 *
 * mention_private: what the files that find mentions share.
 */
#ifndef MENTION_PRIVATE_H
#define MENTION_PRIVATE_H
#include "sentence.h"

static inline bool is_word(const struct tokens *ts, size_t i)
{
    return i < ts->len && ts->at[i].kind == TOKEN_WORD;
}

/* Whether the quantity names, orders, dates or ages something, or is a part of a name. */
bool mention_excluded(const struct reader *r, const struct quantity *q);
/* Whether it tells a place in an order; *lead: the first of the words that say so. */
bool mention_is_rank(const struct reader *r, const struct quantity *q, size_t *lead);
/* Whether a number without unit and noun, the last mention, is a figure; sets its unit when the sentence tells it. */
bool mention_bare_ok(const struct reader *r, struct mention *m);
#endif
