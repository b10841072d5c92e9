/* SPDX-License-Identifier: Apache-2.0
 *
 * corrected: numbers that were corrected after their report was locked, as a reader of a table has to be told: that it
 * is another number than the one that was sent, what it was, since when and why. The journal keeps it
 * (store/correction.h); here it is found for what stands in a table, and put into words.
 */
#ifndef CORRECTED_H
#define CORRECTED_H
#include "correction_rows.h"

/* Whether a figure stands where a correction put it, or stands again after one. */
bool corrected_has(const struct correction_list *all, const struct figure_key *key);
/* Add the corrections of one figure, in their order, each once over all calls. */
[[nodiscard]] bool corrected_add(struct correction_list *out, struct db *db, struct arena *a,
                                 const struct figure_key *key, struct err *err);
/* Add those of a unit that left no figure for that time: a row of the table may be gone with it. */
[[nodiscard]] bool corrected_add_gone(struct correction_list *out, struct db *db, struct arena *a, struct str unit,
                                      struct period period, struct err *err);
/* The marks of a table of many figures: all corrections, asked for once, and those of the figures that stand in it. */
struct corrected_marks {
    struct arena *arena;
    struct correction_list all, used;
};
/* Of one unit, or of all (""). */
[[nodiscard]] bool corrected_open(struct corrected_marks *out, struct db *db, struct arena *a, struct str unit,
                                  struct err *err);
/* Whether the figure was corrected; then its corrections are among those that are used. */
bool corrected_mark(struct corrected_marks *m, const struct figure_key *key);
/* "1.500 tỷ đồng" of one side; "không có số". */
struct str corrected_number(struct arena *a, const struct correction *c, const struct corrected_value *v);
/* "Thu ngân sách nhà nước trên địa bàn, 6 tháng đầu năm 2026: 1.500 tỷ đồng, nay là 1.510 tỷ đồng (báo cáo B1 đã khóa;
 * can-bo đính chính ngày 22/06/2026; lý do: cộng sót thu phí)" */
struct str corrected_words(struct arena *a, const struct correction *c);
#endif
