/* SPDX-License-Identifier: Apache-2.0
 *
 * locked: values that a formula gave when their report was locked (locked_rows.h), beside what would be reckoned today.
 *
 * A locked number changes only by a correction. So the value of the lock is what is shown, and where today's figures or
 * formulas give another one that is told with what changed. Where all that changed was changed by corrections of locked
 * figures, today's value counts, as the corrected figures themselves do.
 */
#ifndef LOCKED_H
#define LOCKED_H
#include "correction_rows.h"
#include "locked_rows.h"
#include "reckon.h"

/* What a lock keeps of a value that is known: all but id, place and entry. */
void locked_make(struct locked_value *out, struct arena *a, const struct reckoned *r);

/* The last lock that keeps a value of an indicator of a unit for that time; NULL: none does. */
const struct locked_value *locked_find(const struct locked_list *all, struct str unit, struct str indicator,
                                       struct period period);

enum locked_state {
    LOCKED_NONE,
    LOCKED_SAME,
    LOCKED_HELD,     /* today another value, or none: that of the lock stands */
    LOCKED_CORRECTED /* today another value, by corrections alone: it counts */
};

struct locked_look {
    enum locked_state state;
    /* "B1 đã khóa C50, năm 2025: 106,38 triệu đồng/người = C01 / A02 (C01, năm 2025: 5.000 tỷ đồng [F1]; ...); nay
     * tính lại là ..., vì A02, năm 2025: 47.000 người [F2], nay là 48.000 người [F9]"; of LOCKED_SAME without the
     * second half */
    struct str words;
};
/* today: NULL, or not known, when nothing can be reckoned any more. */
struct locked_look locked_look(struct arena *a, const struct locked_value *v, const struct reckoned *today,
                               const struct correction_list *corrections);
/* Of one that was reported since, which only a correction can have done: "...; nay báo cáo nêu 107 triệu đồng". */
struct str locked_reported(struct arena *a, const struct locked_value *v, const struct measured *reported);
#endif
