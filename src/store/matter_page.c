/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_page: see matter_page.h.
 */
#include "matter_page.h"

#include "buf.h"
#include "columns.h"
#include "utf8.h"
#include "value_list.h"

#include <stdlib.h>

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 128;
}

void matter_words_put(struct buf *b, struct str text)
{
    struct buf folded = buf_make(SIZE_MAX);
    utf8_fold_put(&folded, text);
    struct str s = buf_str(&folded);
    for (size_t i = 0; i < s.len;) {
        size_t end = i;
        while (end < s.len && is_word_byte(s.ptr[end])) end++;
        if (end > i) {
            buf_char(b, ' ');
            buf_put(b, str_part(s, i, end));
        }
        i = end > i ? end : i + 1;
    }
    buf_free(&folded);
}

/* What all streams of a page have in common. */
struct paging {
    struct db *db;
    struct arena *arena;
    const struct matter_filter *filter;
    int64_t after_due, after_id, due_to;
    struct value_list units, words;
    struct db_value units_value, words_value, pattern; /* null: any */
    struct matter_list *out;
};

static struct db_value text_or_null(struct str s)
{
    return s.len ? db_text(s) : db_null();
}

static bool start_after(struct paging *p, struct err *err)
{
    const struct matter_filter *f = p->filter;
    struct kept_matter last;
    p->after_due = date_known(f->due_from) ? (int64_t)date_to_days(f->due_from) : INT32_MIN;
    if (f->no_due) p->after_due = MATTER_NO_DUE_AT;
    if (!f->after.n) return true;
    if (!matter_load(&last, p->db, p->arena, f->after, err)) return false;
    int64_t due = date_known(last.due_day) ? (int64_t)date_to_days(last.due_day) : MATTER_NO_DUE_AT;
    if (due < p->after_due) return true;
    p->after_due = due;
    p->after_id = last.id.n;
    return true;
}

static void make_words(struct paging *p)
{
    struct buf b = buf_make(SIZE_MAX);
    matter_words_put(&b, p->filter->words);
    struct str rest = str_from(buf_str(&b), 1), longest = STR("");
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        value_list_row(&p->words);
        value_list_text(&p->words, cut.head);
        if (cut.head.len > longest.len) longest = cut.head;
        rest = cut.tail;
    }
    struct buf pattern = buf_make(SIZE_MAX);
    buf_put(&pattern, STR("% "));
    buf_put(&pattern, longest);
    buf_char(&pattern, '%');
    p->pattern = longest.len ? db_text(str_copy(p->arena, buf_str(&pattern))) : db_null();
    buf_free(&pattern);
    p->words_value = p->words.text.len ? value_list_end(&p->words) : db_null();
    buf_free(&b);
}

/* One stream: a path with who it is of. The common values stand first (sql/matters.sql). */
static bool stream(struct paging *p, enum matter_group group, enum sql sql, struct str who, struct str also,
                   struct err *err)
{
    enum { COMMON = 13 };
    const struct matter_filter *f = p->filter;
    struct db_rows rows;
    bool right = true;
    const struct db_value values[COMMON + 2] = {
        db_text(matter_group_word(group)),
        db_int(p->after_due),
        db_int(p->after_id),
        db_int(p->due_to),
        text_or_null(f->kind),
        text_or_null(f->state),
        p->units_value,
        text_or_null(f->person),
        text_or_null(matter_party_word(f->waits)),
        f->by_ended ? db_int(f->ended_late) : db_null(),
        p->words_value,
        db_int((int64_t)f->most + 1),
        p->pattern,
        db_text(who),
        db_text(also),
    };
    size_t count = sql == SQL_MATTER_PAGE_GROUP ? COMMON : sql == SQL_MATTER_PAGE_STATE ? COMMON + 2 : COMMON + 1;
    if (!db_query(&rows, p->db, sql, (struct db_values){values, count}, err)) return false;
    while (right && db_next(&rows)) right = matter_row_read(vec_push(p->arena, p->out), p->arena, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(p->db), STR("matter"));
}

/* The narrowest path that the filter allows. */
static bool streams_of(struct paging *p, enum matter_group g, bool each_unit, struct err *err)
{
    const struct matter_filter *f = p->filter;
    struct str none = STR("");
    if (f->person.len) return stream(p, g, SQL_MATTER_PAGE_PERSON, f->person, none, err);
    if (f->giver.len) return stream(p, g, SQL_MATTER_PAGE_GIVER, f->giver, none, err);
    if (f->follower.len) return stream(p, g, SQL_MATTER_PAGE_FOLLOWER, f->follower, none, err);
    if (each_unit) {
        for (size_t i = 0; i < f->unit_count; i++)
            if (!stream(p, g, SQL_MATTER_PAGE_UNIT, f->units[i], none, err)) return false;
        return true;
    }
    if (f->kind.len && f->state.len) return stream(p, g, SQL_MATTER_PAGE_STATE, f->kind, f->state, err);
    return stream(p, g, SQL_MATTER_PAGE_GROUP, none, none, err);
}

static int by_due(const void *x, const void *y)
{
    const struct kept_matter *a = x, *b = y;
    int64_t da = date_known(a->due_day) ? date_to_days(a->due_day) : MATTER_NO_DUE_AT;
    int64_t d_b = date_known(b->due_day) ? date_to_days(b->due_day) : MATTER_NO_DUE_AT;
    if (da != d_b) return da < d_b ? -1 : 1;
    return a->id.n < b->id.n ? -1 : a->id.n > b->id.n;
}

static bool all_streams(struct paging *p, struct err *err)
{
    const struct matter_filter *f = p->filter;
    unsigned groups = f->groups ? f->groups : (1u << MATTER_GROUPS) - 1, count = 0;
    for (unsigned g = 0; g < MATTER_GROUPS; g++) count += groups >> g & 1;
    bool narrower = f->person.len || f->giver.len || f->follower.len;
    bool each_unit = f->by_units && !narrower && f->unit_count * count <= MATTER_STREAMS_MOST;
    for (size_t i = 0; f->by_units && !each_unit && i < f->unit_count; i++) {
        value_list_row(&p->units);
        value_list_text(&p->units, f->units[i]);
    }
    p->units_value = p->units.text.len ? value_list_end(&p->units) : db_null();
    make_words(p);
    for (unsigned g = 0; g < MATTER_GROUPS; g++)
        if (groups >> g & 1 && !streams_of(p, (enum matter_group)g, each_unit, err)) return false;
    return true;
}

bool matter_page(struct matter_list *out, bool *more, struct db *db, struct arena *a, const struct matter_filter *f,
                 struct err *err)
{
    struct paging p = {.db = db, .arena = a, .filter = f, .out = out, .due_to = MATTER_NO_DUE_AT};
    *out = (struct matter_list){0};
    *more = false;
    if (f->by_units && !f->unit_count) return true;
    if (f->has_due) p.due_to = MATTER_NO_DUE_AT - 1;
    if (date_known(f->due_to)) p.due_to = date_to_days(f->due_to);
    bool ok = start_after(&p, err) && all_streams(&p, err);
    value_list_free(&p.units);
    value_list_free(&p.words);
    if (!ok) return false;
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_due);
    *more = out->len > f->most;
    if (*more) out->len = f->most;
    return true;
}

/* --- counts */

/* From the flags of a row, as matter_judge does from days. */
static enum matter_verdict verdict_of(enum matter_group g, bool clocked, bool over, bool near, bool ended_late)
{
    switch (g) {
    case MATTER_DROPPED: return MATTER_NOT_COUNTED;
    case MATTER_PAUSED: return MATTER_STANDS;
    case MATTER_DONE: return !clocked ? MATTER_ENDED : ended_late ? MATTER_ENDED_LATE : MATTER_ENDED_IN_TIME;
    case MATTER_WAITING:
    case MATTER_OPEN:
    case MATTER_GROUPS: break;
    }
    if (!clocked) return MATTER_NO_CLOCK;
    return over ? MATTER_LATE : near ? MATTER_SOON : MATTER_IN_TIME;
}

bool matter_counts(struct matter_counts *out, struct db *db, struct arena *a, const struct matter_filter *f,
                   struct date on, uint32_t soon, struct err *err)
{
    struct db_rows rows;
    struct value_list units = {0};
    bool right = true;
    *out = (struct matter_counts){0};
    if (f->by_units && !f->unit_count) return true;
    for (size_t i = 0; f->by_units && i < f->unit_count; i++) {
        value_list_row(&units);
        value_list_text(&units, f->units[i]);
    }
    int64_t from = date_known(f->due_from) ? (int64_t)date_to_days(f->due_from) : INT32_MIN;
    int64_t to = date_known(f->due_to) ? (int64_t)date_to_days(f->due_to) : MATTER_NO_DUE_AT;
    bool ok = db_query(&rows, db, SQL_MATTER_COUNTS,
                       DB_VALUES(db_int(date_to_days(on)), db_int((int64_t)date_to_days(on) + soon), db_int(from),
                                 db_int(to), text_or_null(f->kind), f->by_units ? value_list_end(&units) : db_null()),
                       err);
    while (ok && right && db_next(&rows)) {
        struct matter_count *c = vec_push(a, out);
        *c = (struct matter_count){.unit = column_text(&rows, a, 0),
                                   .kind = column_text(&rows, a, 1),
                                   .count = (uint64_t)db_column_int(&rows, 7)};
        right = matter_group_read(&c->group, db_column_text(&rows, 2));
        c->verdict = verdict_of(c->group, db_column_int(&rows, 3) != 0, db_column_int(&rows, 4) != 0,
                                db_column_int(&rows, 5) != 0, db_column_int(&rows, 6) != 0);
    }
    ok = ok && db_end(&rows, err);
    value_list_free(&units);
    return ok && (right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter")));
}
