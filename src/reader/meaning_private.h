/* SPDX-License-Identifier: Apache-2.0
 *
 * meaning_private: what the files of meaning share. zone.c finds the words that a mention owns, meaning.c says what
 * kind of number it is (ratio.c what its neighbours prove), aspect.c whether it is a fact, an estimate or a target.
 */
#ifndef MEANING_PRIVATE_H
#define MEANING_PRIVATE_H
#include "sentence.h"

/* The zone of a mention, and whether it stands in brackets that are open there. */
void zone_find(struct reader *r, struct mention *m, const struct mention *prev);
/* "so với cùng kỳ", "so với dự toán Thành phố và HĐND quận giao", "kế hoạch năm 2025": sets the fields of the tail,
 * which ends at `limit` at the latest. */
void zone_tail(struct reader *r, struct mention *m, size_t limit);
/* The verb of the zone that is nearest to the number; needs the zone. */
void zone_cue(const struct reader *r, struct mention *m);
/* Whether the cue governs the number itself: nothing but words of degree between. */
bool zone_adjacent(const struct reader *r, const struct mention *m);
/* "so với cùng kỳ tăng 14,24%", "so với năm 2025 tăng 30%": the base stands before the verb. */
void zone_base_before(const struct reader *r, struct mention *m);

/* No name of its own: right after another mention, with at most a verb between. */
bool meaning_leans(const struct reader *r, const struct mention *m);
/* One of a row of names with numbers, "y tế 67,3%, văn hóa 65%": what holds for the first holds for all. */
bool meaning_in_a_row(const struct reader *r, const struct mention *m, const struct mention *prev);
/* Whether tokens [from, to) hold nothing but links, times and words of plans. */
bool meaning_only_links(const struct reader *r, size_t from, size_t to);
/* Whether x per cent is what m of n, the fraction before it, is: within the rounding of one per cent. */
bool ratio_is_quotient(const struct mention *whole, struct decimal x);
/* Whether mention m, or one of the few before it, is measured against a plan by name. */
bool ratio_named_before(const struct reader *r, const struct mention *m);
/* "971/876 = 110,8%", "53,5/52 ha, tăng 2,9%": makes a plan_ratio of m where more was done than planned. */
bool ratio_done_over_planned(const struct reader *r, struct mention *m, const struct mention *prev);
/* The aspect of mention m; `prev` is the one that it may lean on (NULL allowed), `limit` the lead of the next. Needs
 * the kind. */
void aspect_choose(struct reader *r, struct mention *m, struct mention *prev, size_t limit);
/* Whether the words of the zone up to the verb have the class. */
bool meaning_name_has(const struct reader *r, const struct mention *m, enum lex_class c);
/* Kind, sign and against of a percentage; prev is the mention that it may lean on, or NULL. */
void meaning_percent(struct reader *r, struct mention *m, struct mention *prev);
#endif
