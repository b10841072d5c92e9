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

static struct str taken(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

/* "MAU06/26740/2026-Q1": it stays the same whatever becomes of the report. */
static struct str key_of(struct arena *a, const struct board_row *r)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, r->definition);
    buf_char(&b, '/');
    buf_put(&b, r->unit.id);
    buf_char(&b, '/');
    period_write(&b, r->period);
    return taken(a, &b);
}

/* By what it is found: "B7", or the same. */
static struct str code_of(struct arena *a, const struct board_row *r)
{
    struct buf b = buf_make(SIZE_MAX);
    if (!r->id.n) return key_of(a, r);
    filing_id_write(&b, r->id);
    return taken(a, &b);
}

bool matter_report_code(struct str s)
{
    struct filing_id id;
    struct str_cut one = str_cut(s, STR("/")), two = str_cut(one.tail, STR("/"));
    return (two.found && two.tail.len && str_find_char(two.tail, '/') < 0) || filing_id_read(&id, s);
}

static struct str state_of(const struct board_row *r)
{
    if (!r->id.n) return STR("Chưa lập");
    switch (r->state) {
    case FILING_DRAFT: return STR("Đang lập");
    case FILING_SUBMITTED: return STR("Đã gửi");
    case FILING_RETURNED: return STR("Bị trả lại");
    case FILING_ACCEPTED: return STR("Đã nhận");
    case FILING_LOCKED: return STR("Đã khóa");
    case FILING_STATES: break;
    }
    return STR("");
}

static enum matter_verdict sent_verdict(enum filing_verdict v)
{
    return v == FILING_ON_TIME ? MATTER_ENDED_IN_TIME : v == FILING_LATE ? MATTER_ENDED_LATE : MATTER_ENDED;
}

static struct str due_text(struct arena *a, struct date due)
{
    struct buf b = buf_make(16);
    date_write(&b, due);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct board_matter row_of(struct arena *a, const struct board_row *r, const struct board_wish *w)
{
    bool owed = is_owed(r), back = owed && r->id.n && r->state == FILING_RETURNED;
    enum matter_group group = !owed ? MATTER_DONE : r->id.n ? MATTER_OPEN : MATTER_WAITING;
    struct date ended = owed ? (struct date){0} : date_known(r->resent) ? r->resent : r->sent;
    struct board_matter m = {.report = key_of(a, r), .unit_name = r->unit.name, .kind_name = STR("Báo cáo phải gửi")};
    m.matter = (struct kept_matter){.kind = REPORT_KIND,
                                    .number = r->definition,
                                    .title = title_of(a, r),
                                    .unit = r->unit.id,
                                    .document = code_of(a, r),
                                    .state = r->id.n ? filing_state_word(r->state) : STR("not_begun"),
                                    .group = group,
                                    .waits = owed ? PARTY_RESPONSIBLE : PARTY_NOBODY,
                                    .returned = back,
                                    .opened = r->first,
                                    .first_due = r->due,
                                    .due = due_text(a, r->due),
                                    .due_day = r->due,
                                    .ended = ended,
                                    .due_moment = {r->due, MINUTE_UNKNOWN}};
    m.state_name = state_of(r);
    m.verdict = owed ? matter_judge(group, r->due, ended, w->on, w->own_soon ? w->soon : REPORTS_SOON)
                     : sent_verdict(r->verdict);
    m.late = owed ? matter_days_late(r->due, ended, w->on) : r->late;
    return m;
}

/* --- what a wish asks for */

bool matter_reports_asked(const struct board_wish *w)
{
    const struct matter_filter *f = &w->filter;
    bool kind = !f->kind.len || str_eq(f->kind, REPORT_KIND);
    return kind && !w->voice && !w->aim_count && !f->person.len && !f->giver.len && !f->follower.len;
}

static bool has_words(const struct board_matter *m, struct str typed)
{
    struct buf asked = buf_make(SIZE_MAX), text = buf_make(SIZE_MAX), one = buf_make(SIZE_MAX);
    const struct str parts[] = {m->matter.title, m->matter.number, m->unit_name};
    bool all = true;
    matter_words_put(&asked, typed);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) matter_words_put(&text, parts[i]);
    buf_char(&text, ' ');
    struct str rest = asked.len ? str_from(buf_str(&asked), 1) : STR("");
    while (all && rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        buf_clear(&one);
        buf_char(&one, ' ');
        buf_put(&one, cut.head);
        if (cut.tail.len) buf_char(&one, ' '); /* the last one may be how a word begins */
        all = str_has(buf_str(&text), buf_str(&one));
        rest = cut.tail;
    }
    buf_free(&asked);
    buf_free(&text);
    buf_free(&one);
    return all;
}

static bool in_days(const struct board_matter *m, const struct matter_filter *f)
{
    struct date due = m->matter.due_day;
    if (f->has_due && !date_known(due)) return false;
    if (!date_known(due)) return !date_known(f->due_to);
    return (!date_known(f->due_from) || date_cmp(f->due_from, due) <= 0) &&
           (!date_known(f->due_to) || date_cmp(due, f->due_to) <= 0);
}

static bool is_asked(const struct board_matter *m, const struct board_wish *w)
{
    const struct matter_filter *f = &w->filter;
    bool ended = m->matter.group == MATTER_DONE;
    if (w->by_verdict ? m->verdict != w->verdict : (ended && !w->every && !f->groups)) return false;
    if (f->groups && !(f->groups >> m->matter.group & 1)) return false;
    if (f->state.len && !str_eq(f->state, m->matter.state)) return false;
    return in_days(m, f) && (!f->words.len || has_words(m, f->words));
}

static int by_due(const void *x, const void *y)
{
    const struct board_matter *a = x, *b = y;
    bool has_a = date_known(a->matter.due_day), has_b = date_known(b->matter.due_day);
    if (has_a != has_b) return has_a ? -1 : 1;
    int days = date_cmp(a->matter.due_day, b->matter.due_day);
    if (days) return days;
    int names = str_cmp(a->matter.number, b->matter.number);
    if (!names) names = str_cmp(a->matter.unit, b->matter.unit);
    return names ? names : str_cmp(a->matter.document, b->matter.document);
}

/* How far ahead the figures of a report may be closed: as far as due days are asked for. */
static uint32_t ahead_of(const struct board_wish *w)
{
    int32_t to = date_known(w->filter.due_to) ? date_to_days(w->filter.due_to) - date_to_days(w->on) : REPORTS_AHEAD;
    return to < REPORTS_AHEAD ? REPORTS_AHEAD : to > REPORTS_AHEAD_MOST ? REPORTS_AHEAD_MOST : (uint32_t)to;
}

bool matter_reports(struct matter_board *out, struct db *db, struct arena *a, const struct board_wish *w,
                    struct err *err)
{
    struct board board;
    struct board_filter f = {.unit = w->unit, .under = w->under, .on = w->on, .ahead = ahead_of(w)};
    *out = (struct matter_board){0};
    if (!filing_board(&board, db, a, &f, err)) return false;
    for (size_t i = 0; i < board.len; i++) {
        struct board_matter m = row_of(a, &board.at[i], w);
        if (is_asked(&m, w)) *vec_push(a, out) = m;
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_due);
    return true;
}

/* --- together with matters */

/* Of the reports those behind what a page begins behind; the wish then begins no earlier. */
static bool skip(struct matter_board *reports, struct board_wish *w, struct db *db, struct arena *a, struct str after,
                 struct err *err)
{
    struct matter_filter *f = &w->filter;
    size_t first = 0;
    struct date due = {0};
    if (after.len) {
        while (first < reports->len && !str_eq(reports->at[first].matter.document, after)) first++;
        if (first == reports->len) return fail(err, ERR_MATTER_ID, after);
        due = reports->at[first++].matter.due_day;
        if (!date_known(due)) f->no_due = true;
        if (date_known(due) && (!date_known(f->due_from) || date_cmp(f->due_from, due) < 0)) f->due_from = due;
    } else if (f->after.n) {
        struct kept_matter last;
        if (!matter_load(&last, db, a, f->after, err)) return false;
        due = last.due_day;
        while (first < reports->len && date_known(reports->at[first].matter.due_day) &&
               (!date_known(due) || date_cmp(reports->at[first].matter.due_day, due) <= 0))
            first++;
        if (!date_known(due)) first = reports->len;
    }
    reports->at += first;
    reports->len -= first;
    return true;
}

/* Whether the report stands before the matter. */
static bool goes_before(const struct board_matter *report, const struct board_matter *m)
{
    bool has_r = date_known(report->matter.due_day), has_m = date_known(m->matter.due_day);
    if (!has_r || !has_m) return has_r || !has_m;
    return date_cmp(report->matter.due_day, m->matter.due_day) <= 0;
}

bool matter_board_all(struct matter_board *out, struct db *db, struct arena *a, const struct board_wish *w,
                      struct str after, struct err *err)
{
    struct board_wish behind = *w;
    struct matter_board reports = {0}, matters = {0};
    bool only = str_eq(w->filter.kind, REPORT_KIND);
    size_t r = 0, m = 0, most = w->filter.most;
    *out = (struct matter_board){0};
    if (matter_reports_asked(w) &&
        (!matter_reports(&reports, db, a, w, err) || !skip(&reports, &behind, db, a, after, err)))
        return false;
    if (!only && !matter_board(&matters, db, a, &behind, err)) return false;
    while (out->len < most && (r < reports.len || m < matters.len)) {
        bool report = r < reports.len && (m == matters.len || goes_before(&reports.at[r], &matters.at[m]));
        *vec_push(a, out) = report ? reports.at[r++] : matters.at[m++];
    }
    out->more = matters.more || r < reports.len || m < matters.len;
    return true;
}

/* --- counts */

static int by_unit(const void *x, const void *y)
{
    return str_cmp(((const struct matter_sum *)x)->unit, ((const struct matter_sum *)y)->unit);
}

static struct matter_sum *sum_of(struct matter_sums *sums, struct arena *a, const struct board_matter *m)
{
    for (size_t i = 0; i < sums->len; i++)
        if (str_eq(sums->at[i].unit, m->matter.unit)) return &sums->at[i];
    struct matter_sum *s = vec_push(a, sums);
    *s = (struct matter_sum){.unit = m->matter.unit, .unit_name = m->unit_name};
    return s;
}

static void count(struct matter_sum *s, const struct board_matter *m)
{
    s->all++;
    s->of[m->verdict]++;
    s->groups[m->matter.group]++;
}

bool matter_sums_all(struct matter_sums *out, struct db *db, struct arena *a, const struct board_wish *w,
                     struct err *err)
{
    struct board_wish every = {.filter = {.kind = w->filter.kind,
                                          .due_from = w->filter.due_from,
                                          .due_to = w->filter.due_to,
                                          .has_due = date_known(w->filter.due_from)},
                               .every = true,
                               .unit = w->unit,
                               .under = w->under,
                               .on = w->on,
                               .own_soon = w->own_soon,
                               .soon = w->soon};
    struct matter_board reports = {0};
    if (str_eq(w->filter.kind, REPORT_KIND)) {
        *out = (struct matter_sums){0};
        *vec_push(a, out) = (struct matter_sum){.unit = STR("")};
    } else if (!matter_sums(out, db, a, w, err)) {
        return false;
    }
    if (w->voice || (w->filter.kind.len && !str_eq(w->filter.kind, REPORT_KIND))) return true;
    if (!matter_reports(&reports, db, a, &every, err)) return false;
    struct matter_sum all = out->at[--out->len];
    for (size_t i = 0; i < reports.len; i++) {
        count(sum_of(out, a, &reports.at[i]), &reports.at[i]);
        count(&all, &reports.at[i]);
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_unit);
    *vec_push(a, out) = all;
    return true;
}

/* --- among what waits for a unit */

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

bool matter_mine_reports(struct mine_board *mine, struct db *db, struct arena *a, const struct board_wish *w,
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
