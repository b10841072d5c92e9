/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_reports: see matter_reports.h.
 */
#include "matter_reports.h"

#include "buf.h"
#include "filing_board.h"

#include <stdlib.h>

/* Whether somebody still has to do something about it. */
static bool is_owed(const struct board_row *r)
{
    bool unsent = r->verdict == FILING_MISSING || r->verdict == FILING_AWAITED || r->verdict == FILING_NO_DUE;
    return unsent || (r->id.n && r->state == FILING_RETURNED);
}

static struct str title_of(struct arena *a, const struct board_row *r)
{
    struct buf b = buf_make(SIZE_MAX);
    period_write_vi(&b, r->period);
    buf_put(&b, STR(": "));
    buf_put(&b, r->name.len ? r->name : r->definition);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str id_of(struct arena *a, const struct board_row *r)
{
    struct buf b = buf_make(20);
    if (r->id.n) filing_id_write(&b, r->id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct board_matter row_of(struct arena *a, const struct board_row *r, struct date on)
{
    bool back = r->id.n && r->state == FILING_RETURNED;
    struct board_matter m = {.unit_name = r->unit.name, .kind_name = STR("Báo cáo phải gửi")};
    m.matter = (struct kept_matter){.kind = REPORT_KIND,
                                    .number = r->definition,
                                    .title = title_of(a, r),
                                    .unit = r->unit.id,
                                    .document = id_of(a, r),
                                    .state = r->id.n ? filing_state_word(r->state) : STR("not_begun"),
                                    .group = r->id.n ? MATTER_OPEN : MATTER_WAITING,
                                    .waits = PARTY_RESPONSIBLE,
                                    .returned = back,
                                    .opened = r->first,
                                    .first_due = r->due,
                                    .due_day = r->due,
                                    .due_moment = {r->due, MINUTE_UNKNOWN}};
    m.state_name = back ? STR("Bị trả lại") : r->id.n ? STR("Đang lập") : STR("Chưa lập");
    m.verdict = matter_judge(m.matter.group, r->due, (struct date){0}, on, REPORTS_SOON);
    m.late = matter_days_late(r->due, (struct date){0}, on);
    return m;
}

static int by_due(const void *x, const void *y)
{
    const struct board_matter *a = x, *b = y;
    bool has_a = date_known(a->matter.due_day), has_b = date_known(b->matter.due_day);
    if (has_a != has_b) return has_a ? -1 : 1;
    int days = date_cmp(a->matter.due_day, b->matter.due_day);
    if (days) return days;
    int names = str_cmp(a->matter.number, b->matter.number);
    return names ? names : str_cmp(a->matter.unit, b->matter.unit);
}

bool matter_reports(struct matter_board *out, struct db *db, struct arena *a, const struct report_wish *w,
                    struct err *err)
{
    struct board board;
    struct board_filter f = {.unit = w->unit, .under = w->under, .on = w->on, .ahead = w->ahead};
    *out = (struct matter_board){0};
    if (!filing_board(&board, db, a, &f, err)) return false;
    for (size_t i = 0; i < board.len; i++)
        if (is_owed(&board.at[i])) *vec_push(a, out) = row_of(a, &board.at[i], w->on);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_due);
    return true;
}

static enum mine_part part_of(const struct board_matter *r)
{
    if (r->verdict == MATTER_LATE) return MINE_LATE;
    if (r->matter.returned) return MINE_RETURNED;
    return r->verdict == MATTER_SOON ? MINE_SOON : MINE_REST;
}

/* Behind the matters of the same part that are due no later. */
static void insert(struct mine_board *mine, struct arena *a, const struct mine_matter *m)
{
    size_t at = mine->len;
    *vec_push(a, mine) = *m;
    while (at > 0) {
        const struct mine_matter *before = &mine->at[at - 1];
        bool later = !date_known(before->row.matter.due_day) ||
                     (date_known(m->row.matter.due_day) &&
                      date_cmp(before->row.matter.due_day, m->row.matter.due_day) > 0);
        if (before->part < m->part || (before->part == m->part && !later)) break;
        mine->at[at] = *before;
        at--;
    }
    mine->at[at] = *m;
    mine->of[m->part]++;
}

bool matter_mine_reports(struct mine_board *mine, struct db *db, struct arena *a, const struct report_wish *w,
                         struct err *err)
{
    struct matter_board reports;
    if (!matter_reports(&reports, db, a, w, err)) return false;
    for (size_t i = 0; i < reports.len; i++) {
        struct mine_matter m = {reports.at[i], part_of(&reports.at[i])};
        insert(mine, a, &m);
    }
    return true;
}
