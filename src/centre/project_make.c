/* SPDX-License-Identifier: Apache-2.0
 *
 * project_make: see project_make.h.
 */
#include "project_make.h"

#include "buf.h"
#include "content.h"
#include "project_table.h"
#include "said.h"

bool project_year_read(int16_t *year, int16_t *until, struct str typed)
{
    uint64_t from, to = 0;
    struct str_cut cut = str_cut(typed, STR("-"));
    bool term = str_has(typed, STR("-"));
    bool ok = str_to_u64(&from, str_trim(cut.head), 2200) && from >= 2000 &&
              (!term || (str_to_u64(&to, str_trim(cut.tail), 2200) && to > from && to - from <= 10));
    *year = (int16_t)(ok ? from : 0);
    *until = (int16_t)(ok ? to : 0);
    return ok;
}

/* --- what a line must be */

static struct str text_of(struct arena *a, struct decimal d)
{
    struct buf b = buf_make(64);
    decimal_write_vi(&b, d);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str count_text(struct arena *a, uint64_t n)
{
    struct buf b = buf_make(32);
    buf_u64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool amount_fits(const struct capital_line *l)
{
    int sign = decimal_sign(l->amount);
    switch (l->sort) {
    case CAPITAL_ADJUST:
    case CAPITAL_MEDIUM_ADJUST: return sign != 0;
    case CAPITAL_PROGRESS: return sign >= 0 && decimal_cmp(l->amount, DECIMAL_INT(100)) <= 0;
    case CAPITAL_TREASURY:
    case CAPITAL_CLAIM: return sign >= 0;
    case CAPITAL_GIVEN:
    case CAPITAL_SUPPLEMENT:
    case CAPITAL_CARRIED:
    case CAPITAL_MEDIUM:
    case CAPITAL_PAID:
    case CAPITAL_ADVANCE:
    case CAPITAL_RECOVERED:
    case CAPITAL_RETURNED: return sign > 0;
    case CAPITAL_SORTS: break;
    }
    return false;
}

static bool source_fits(const struct capital_line *l, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    bool stated = capital_is_stated(l->sort), ok = stated == !l->source.len;
    project_terms_write(&b, project_sources());
    if (!ok && stated) fail(err, ERR_PROJECT_SOURCE_STATED, capital_sort_name(l->sort));
    if (!ok && !stated) fail(err, ERR_PROJECT_SOURCE_LACKS, buf_str(&b));
    buf_free(&b);
    return ok;
}

/* What is carried on, or was given late, is capital of one source: it opens no window for the others. */
static bool window_fits(struct arena *a, const struct capital_line *l, const struct capital_line *known, size_t count,
                        struct str number, struct err *err)
{
    const struct project_window *why;
    struct date last, first = {l->year, 1, 1};
    struct capital_line *same = arena_array(a, struct capital_line, count);
    size_t len = 0;
    if (!capital_is_voucher(l->sort)) return true;
    for (size_t i = 0; i < count; i++)
        if (str_eq(known[i].source, l->source)) same[len++] = known[i];
    if (!capital_window(&last, &why, same, len, l->year)) return true;
    if (date_cmp(l->day, first) >= 0 && date_cmp(l->day, last) <= 0) return true;
    struct buf b = buf_make(SIZE_MAX);
    date_write(&b, last);
    buf_put(&b, STR(" ("));
    buf_put(&b, why->name);
    buf_put(&b, STR("; "));
    buf_put(&b, why->citation);
    buf_char(&b, ')');
    fail(err, ERR_PROJECT_WINDOW, number, count_text(a, (uint64_t)l->year), date_text(a, l->day), buf_str(&b));
    buf_free(&b);
    return false;
}

static bool is_same_place(const struct capital_line *x, const struct capital_line *y)
{
    return !x->struck && x->sort == y->sort && x->year == y->year && x->until == y->until &&
           str_eq(x->source, y->source) && x->layer == y->layer && str_eq(x->number, y->number);
}

static bool is_new(struct arena *a, const struct capital_line *l, const struct capital_line *known, size_t count,
                   struct str number, struct err *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct capital_line *k = &known[i];
        if (!is_same_place(k, l)) continue;
        bool same = date_cmp(k->day, l->day) == 0 && decimal_eq(k->amount, l->amount);
        if (same) return fail(err, ERR_PROJECT_SAME, number, count_text(a, k->id));
        if (l->number.len && capital_is_voucher(l->sort))
            return fail(err, ERR_PROJECT_NUMBER, number, l->number, count_text(a, k->id));
    }
    return true;
}

bool project_line_fits(struct arena *a, const struct capital_line *l, const struct capital_line *known, size_t count,
                       struct str number, struct date today, struct err *err)
{
    bool term = l->sort == CAPITAL_MEDIUM || l->sort == CAPITAL_MEDIUM_ADJUST;
    if (!amount_fits(l)) return fail(err, ERR_PROJECT_AMOUNT, text_of(a, l->amount));
    if (term != (l->until > 0)) return fail(err, ERR_PROJECT_YEAR, count_text(a, (uint64_t)l->year));
    if (date_cmp(l->day, today) > 0) return fail(err, ERR_PROJECT_DAY, date_text(a, l->day), date_text(a, today));
    return source_fits(l, err) && window_fits(a, l, known, count, number, err) &&
           is_new(a, l, known, count, number, err);
}

bool project_plan_fits(struct arena *a, const struct capital_line *l, const struct capital_line *lines, size_t count,
                       struct str number, struct err *err)
{
    struct decimal plan;
    if (l->sort != CAPITAL_ADJUST || !project_plan_of(&plan, lines, count, l->year, l->source) ||
        decimal_sign(plan) >= 0)
        return true;
    return fail(err, ERR_PROJECT_NEGATIVE, number, count_text(a, (uint64_t)l->year),
                project_term_name(project_sources(), l->source), text_of(a, plan));
}

/* --- entering */

bool project_do(struct db *db, struct arena *a, const struct author *author, const struct project_change *c,
                struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, change_project(db, a, author, c, err), err);
}

static bool enter(uint32_t *out, struct project_doubts *doubts, struct db *db, struct arena *a,
                  const struct author *author, const struct project_entry *e, struct err *err)
{
    struct kept_lines kept;
    struct kept_matter m;
    struct kept_line line = e->line;
    struct project_change c = {.lines = &line, .line_count = 1};
    if (!matter_load(&m, db, a, line.line.project, err) || !project_lines(&kept, db, a, line.line.project, err))
        return false;
    struct capital_line *known = arena_array(a, struct capital_line, kept.len + 1);
    for (size_t i = 0; i < kept.len; i++) known[i] = kept.at[i].line;
    known[kept.len] = line.line;
    if (!project_line_fits(a, &line.line, known, kept.len, m.number, e->today, err) ||
        !project_plan_fits(a, &line.line, known, kept.len + 1, m.number, err))
        return false;
    project_line_doubts(doubts, a, m.number, known, kept.len + 1, kept.len);
    if (e->file_name.len) {
        struct digest sha256;
        if (!content_save(&sha256, db, e->file_bytes, err)) return false;
        struct digest_text hex = digest_text(sha256);
        line.line.file = str_copy(a, digest_str(&hex));
        line.line.file_name = e->file_name;
        line.file_size = e->file_bytes.len;
    }
    if (!change_project(db, a, author, &c, err) || !project_lines(&kept, db, a, line.line.project, err)) return false;
    *out = kept.at[kept.len - 1].line.id;
    return true;
}

bool project_enter(uint32_t *out, struct project_doubts *doubts, struct db *db, struct arena *a,
                   const struct author *author, const struct project_entry *e, struct err *err)
{
    *doubts = (struct project_doubts){0};
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, enter(out, doubts, db, a, author, e, err), err);
}
