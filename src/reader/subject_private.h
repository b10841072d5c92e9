/* SPDX-License-Identifier: Apache-2.0
 *
 * subject_private: what the files of the subject share. subject_name.c finds names among words, subject_count.c names
 * what a count counts, subject.c puts them together for a mention.
 */
#ifndef SUBJECT_PRIVATE_H
#define SUBJECT_PRIVATE_H
#include "sentence.h"

/* A name in words [first, last) of the block; empty when first >= last. */
struct name {
    size_t first, last;
};

/* The name that ends before `to`, not left of `from`: without the verbs and links that lead from it to a number. */
struct name name_before(const struct reader *r, size_t from, size_t to);
/* The phrase that starts at `from`: up to punctuation, a verb of comparison, a time, or `limit`. Its end. */
size_t phrase_end(const struct reader *r, size_t from, size_t limit);
/* A place as grammatical subject: "quận Bình Tân", "toàn tỉnh"; its end, or i. */
size_t place_end(const struct reader *r, size_t i, size_t to);
/* Names of one or more capitalised words that fill [from, to): a place or a body, not the thing measured. */
bool only_names(const struct reader *r, size_t from, size_t to);
/* Move `from` right over marks, conjunctions and words that carry no name. */
size_t strip_left(const struct reader *r, size_t from, size_t to);

/* How many words left of `to` belong to a fixed phrase that ends there or later: "cấp | mới" is no "mới" of its own. */
size_t fixed_before(const struct tokens *ts, size_t from, size_t to);

bool comma_between(const struct reader *r, size_t from, size_t to);

/* "a b"; one of them may be empty. */
struct str name_join(struct reader *r, struct str a, struct str b);
struct str name_words(const struct reader *r, size_t from, size_t to);

/* The mention is one of a list of parts: after "trong đó", in a row after that. */
bool subject_is_part(const struct reader *r, const struct mention *m, size_t first);
/* The name is short for "<carry.row_whole> <name>": after "trong đó", in the row after that, at an item "+". */
bool subject_in_row(struct reader *r, const struct mention *m, struct name name, const struct mention *prev);
/* The block is an item of a list in a list: "+ Lúa: 507 ha". */
bool subject_sub_item(const struct reader *r);
/* A count: the number has a noun. */
bool subject_is_count(const struct mention *m);
/* The name left of the bracket that the mention opens: "Đội ngũ cán bộ ... (trung bình 64 người/xã)". */
bool before_own_bracket(const struct reader *r, const struct mention *m, struct name *name);
/* "Trên lĩnh vực phòng chống tội phạm, ...": what this block said last that it is about; "" when nothing. */
struct str subject_topic(const struct reader *r);
/* The subject of the count k, whose name left of its number is `left`. */
void count_subject(struct reader *r, size_t k, struct name left, size_t limit);
/* The subject of a change of a count without a name of its own: "giảm 78 người chết" speaks of the level before.
 * False when only the mention before can tell. */
bool changed_count(struct reader *r, size_t k, size_t limit);
/* The words that name mention k on its left; empty when it has no name of its own. */
struct name subject_left(const struct reader *r, size_t k);
#endif
