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
    struct value_list units, words, found;
    struct db_value units_value, words_value, pattern, found_value; /* null: any */
    bool few; /* the index of words has found so few that they are all in found_value */
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

/* Each word with what it is asked by; the last one may be how a word begins. */
static void make_words(struct paging *p)
{
    struct buf b = buf_make(SIZE_MAX), pattern = buf_make(SIZE_MAX);
    size_t longest = 0;
    matter_words_put(&b, p->filter->words);
    struct str rest = str_from(buf_str(&b), 1);
    p->pattern = db_null();
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        buf_clear(&pattern);
        buf_put(&pattern, STR("% "));
        buf_put(&pattern, cut.head);
        buf_put(&pattern, cut.tail.len ? STR(" %") : STR("%"));
        value_list_row(&p->words);
        value_list_text(&p->words, buf_str(&pattern));
        if (cut.head.len > longest) p->pattern = db_text(str_copy(p->arena, buf_str(&pattern)));
        if (cut.head.len > longest) longest = cut.head.len;
        rest = cut.tail;
    }
    p->words_value = p->words.text.len ? value_list_end(&p->words) : db_null();
    buf_free(&pattern);
    buf_free(&b);
}

/* Asked of the index: "a" "b"*. Nothing where a word is too long for one. */
static struct str index_question(struct paging *p)
{
    enum { WORD_MOST = 100 };
    struct buf b = buf_make(SIZE_MAX), asked = buf_make(SIZE_MAX);
    matter_words_put(&b, p->filter->words);
    struct str rest = str_from(buf_str(&b), 1);
    bool fits = rest.len > 0;
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        rest = cut.tail;
        fits = fits && cut.head.len <= WORD_MOST;
        if (asked.len) buf_char(&asked, ' ');
        buf_char(&asked, '"');
        buf_put(&asked, cut.head);
        buf_char(&asked, '"');
    }
    buf_char(&asked, '*');
    if (!fits) buf_clear(&asked);
    struct str s = str_copy(p->arena, buf_str(&asked));
    buf_free(&b);
    buf_free(&asked);
    return s;
}

static bool find(struct paging *p, size_t *count, struct str question, struct err *err)
{
    struct db_rows rows;
    *count = 0;
    value_list_free(&p->found);
    if (!db_query(&rows, p->db, SQL_MATTER_SEARCH, DB_VALUES(db_text(question), db_int(MATTER_FOUND_MOST + 1)), err))
        return false;
    while (db_next(&rows)) {
        value_list_row(&p->found);
        value_list_int(&p->found, db_column_int(&rows, 0));
        ++*count;
    }
    return db_end(&rows, err);
}

/* First as if the last word were whole: where that is in many matters already, nobody has to put together all that
 * begins so. */
static bool find_words(struct paging *p, struct err *err)
{
    size_t count = 0;
    struct str question = index_question(p);
    if (!question.len) return true;
    if (!find(p, &count, str_part(question, 0, question.len - 1), err)) return false;
    if (count > MATTER_FOUND_MOST) return true;
    if (!find(p, &count, question, err)) return false;
    p->few = count <= MATTER_FOUND_MOST;
    if (p->few && count) p->found_value = value_list_end(&p->found);
    return true;
}

/* One stream: a path with who it is of. The common values stand first (sql/matters.sql). */
static bool stream(struct paging *p, enum matter_group group, enum sql sql, struct str who, struct str also,
                   struct err *err)
{
    enum { COMMON = 13 };
    const struct matter_filter *f = p->filter;
    struct db_rows rows;
    bool right = true;
    const struct db_value values[COMMON + 3] = {
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
        p->few ? p->found_value : db_text(who),
        p->few ? text_or_null(f->giver) : db_text(also),
        text_or_null(f->follower),
    };
    size_t count = sql == SQL_MATTER_PAGE_GROUP   ? COMMON
                   : sql == SQL_MATTER_PAGE_WORDS ? COMMON + 3
                   : sql == SQL_MATTER_PAGE_STATE ? COMMON + 2
                                                  : COMMON + 1;
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
    if (p->few) return stream(p, g, SQL_MATTER_PAGE_WORDS, none, none, err);
    if (f->helping.len) return stream(p, g, SQL_MATTER_PAGE_HELPING, f->helping, none, err);
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

void matter_page_sort(struct matter_list *l)
{
    if (l->len) qsort(l->at, l->len, sizeof *l->at, by_due);
}

static bool all_streams(struct paging *p, struct err *err)
{
    const struct matter_filter *f = p->filter;
    unsigned groups = f->groups ? f->groups : (1u << MATTER_GROUPS) - 1, count = 0;
    for (unsigned g = 0; g < MATTER_GROUPS; g++) count += groups >> g & 1;
    if (!f->helping.len && !find_words(p, err)) return false;
    if (p->few && p->found_value.type == DB_NULL) return true;
    bool narrower = p->few || f->helping.len || f->person.len || f->giver.len || f->follower.len;
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
    struct paging p = {
        .db = db, .arena = a, .filter = f, .out = out, .due_to = MATTER_NO_DUE_AT, .found_value = db_null()};
    *out = (struct matter_list){0};
    *more = false;
    if (f->by_units && !f->unit_count) return true;
    if (f->has_due) p.due_to = MATTER_NO_DUE_AT - 1;
    if (date_known(f->due_to)) p.due_to = date_to_days(f->due_to);
    bool ok = start_after(&p, err) && all_streams(&p, err);
    value_list_free(&p.units);
    value_list_free(&p.words);
    value_list_free(&p.found);
    if (!ok) return false;
    matter_page_sort(out);
    *more = out->len > f->most;
    if (*more) out->len = f->most;
    return true;
}

/* --- counts */

/* How what is counted stands, by its due day: as matter_judge says of one. */
enum part { PART_NO_CLOCK, PART_OVER, PART_NEAR, PART_LATER, PARTS };

static enum matter_verdict verdict_of(enum matter_group g, enum part part, bool ended_late)
{
    static const enum matter_verdict LIVING[PARTS] = {MATTER_NO_CLOCK, MATTER_LATE, MATTER_SOON, MATTER_IN_TIME};
    switch (g) {
    case MATTER_DROPPED: return MATTER_NOT_COUNTED;
    case MATTER_PAUSED: return MATTER_STANDS;
    case MATTER_DONE:
        return part == PART_NO_CLOCK ? MATTER_ENDED : ended_late ? MATTER_ENDED_LATE : MATTER_ENDED_IN_TIME;
    case MATTER_WAITING:
    case MATTER_OPEN:
    case MATTER_GROUPS: break;
    }
    return LIVING[part];
}

/* A row has its parts side by side; each that is not empty is a count. */
static bool read_counts(struct matter_counts *out, struct arena *a, const struct db_rows *row)
{
    struct matter_count c = {.truth = (enum matter_outcome)db_column_int(row, 3),
                             .told = (enum matter_outcome)db_column_int(row, 4)};
    const struct matter_count *last = out->len ? &out->at[out->len - 1] : NULL;
    struct str unit = db_column_text(row, 0), kind = db_column_text(row, 1);
    int64_t of[PARTS] = {[PART_NO_CLOCK] = db_column_int(row, 6),
                         [PART_OVER] = db_column_int(row, 7),
                         [PART_NEAR] = db_column_int(row, 8)};
    of[PART_LATER] = db_column_int(row, 5) - of[PART_NO_CLOCK] - of[PART_OVER] - of[PART_NEAR];
    if (!matter_group_read(&c.group, db_column_text(row, 2))) return false;
    c.unit = last && str_eq(last->unit, unit) ? last->unit : str_copy(a, unit);
    c.kind = last && str_eq(last->kind, kind) ? last->kind : str_copy(a, kind);
    for (enum part part = 0; part < PARTS; part++) {
        if (of[part] < 0) return false;
        if (!of[part]) continue;
        c.clocked = part != PART_NO_CLOCK;
        c.over = part == PART_OVER;
        c.verdict = verdict_of(c.group, part, c.truth == OUTCOME_LATE);
        c.count = (uint64_t)of[part];
        *vec_push(a, out) = c;
    }
    return true;
}

static bool counts_of(struct matter_counts *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                      struct err *err)
{
    struct db_rows rows;
    bool right = true;
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (right && db_next(&rows)) right = read_counts(out, a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter"));
}

static int64_t day_or(struct date d, int64_t otherwise)
{
    return date_known(d) ? (int64_t)date_to_days(d) : otherwise;
}

static bool counts_asked(struct matter_counts *out, struct db *db, struct arena *a, const struct matter_filter *f,
                         struct date on, uint32_t soon, bool kept, struct err *err)
{
    struct value_list units = {0};
    *out = (struct matter_counts){0};
    if (f->by_units && !f->unit_count) return true;
    for (size_t i = 0; f->by_units && i < f->unit_count; i++) {
        value_list_row(&units);
        value_list_text(&units, f->units[i]);
    }
    struct db_value day = db_int(date_to_days(on)), near = db_int((int64_t)date_to_days(on) + soon);
    struct db_value kind = text_or_null(f->kind), list = f->by_units ? value_list_end(&units) : db_null();
    struct db_values of_kept = DB_VALUES(day, near, kind, list);
    struct db_values of_all = DB_VALUES(
        day, near, db_int(day_or(f->due_from, INT32_MIN)), db_int(day_or(f->due_to, MATTER_NO_DUE_AT)), kind, list,
        db_int(day_or(f->ended_from, INT32_MIN)), db_int(day_or(f->ended_to, INT32_MAX)));
    bool ok = kept ? counts_of(out, db, a, SQL_MATTER_COUNTS_KEPT, of_kept, err)
                   : counts_of(out, db, a, SQL_MATTER_COUNTS, of_all, err);
    value_list_free(&units);
    return ok;
}

bool matter_counts_made(struct matter_counts *out, struct db *db, struct arena *a, const struct matter_filter *f,
                        struct date on, uint32_t soon, struct err *err)
{
    return counts_asked(out, db, a, f, on, soon, false, err);
}

bool matter_counts(struct matter_counts *out, struct db *db, struct arena *a, const struct matter_filter *f,
                   struct date on, uint32_t soon, struct err *err)
{
    bool days = date_known(f->due_from) || date_known(f->due_to) || date_known(f->ended_from) ||
                date_known(f->ended_to);
    return counts_asked(out, db, a, f, on, soon, !days, err);
}
