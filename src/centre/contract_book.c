/* SPDX-License-Identifier: Apache-2.0
 *
 * contract_book: see contract_book.h.
 */
#include "contract_book.h"

#include "buf.h"
#include "change.h"
#include "said.h"
#include "unit_look.h"

static int32_t days_past(struct date due, struct date on)
{
    return date_known(due) && date_cmp(on, due) > 0 ? date_to_days(on) - date_to_days(due) : 0;
}

static void add_lines(struct book_contract *c, const struct book_project *p, struct date on)
{
    for (size_t i = 0; i < p->line_count; i++) {
        const struct capital_line *l = &p->lines[i];
        if (l->contract != c->last->id || l->struck || date_cmp(l->day, on) > 0) continue;
        struct decimal less = decimal_neg(l->amount);
        if (l->sort == CAPITAL_PAID) money_add(&c->paid, l->amount, &c->too_large);
        if (l->sort == CAPITAL_ADVANCE) money_add(&c->advance, l->amount, &c->too_large);
        if (l->sort == CAPITAL_ADVANCE) money_add(&c->open, l->amount, &c->too_large);
        if (l->sort == CAPITAL_RECOVERED || l->sort == CAPITAL_RETURNED) money_add(&c->open, less, &c->too_large);
    }
}

static void judge(struct book_contract *c, struct date on)
{
    const struct kept_contract *g = c->last;
    bool ended = date_known(g->ended) && date_cmp(g->ended, on) <= 0;
    bool open = c->open.known && !c->too_large && decimal_sign(c->open.value) > 0;
    c->late = ended ? 0 : days_past(g->finish, on);
    c->overdue = open && (ended || days_past(g->recover_by, on) > 0);
    c->unknown = open && !c->overdue && !date_known(g->recover_by);
    c->unguarded = open ? days_past(g->guarantee_to, on) : 0;
}

bool contract_book(struct book_contracts *out, struct db *db, struct arena *a, const struct project_book *b,
                   struct err *err)
{
    struct kept_contracts *rows = arena_new(a, struct kept_contracts);
    size_t at = 0;
    *out = (struct book_contracts){0};
    if (!contract_rows(rows, db, a, b->len == 1 ? b->at[0].row.matter.id : (struct matter_id){0}, err)) return false;
    for (size_t i = 0; i < rows->len;) {
        const struct kept_contract *first = &rows->at[i], *last = NULL;
        for (; i < rows->len && rows->at[i].id == first->id; i++)
            if (date_cmp(rows->at[i].day, b->on) <= 0) last = &rows->at[i];
        while (at < b->len && b->at[at].row.matter.id.n < first->project.n) at++;
        if (!last || at == b->len || b->at[at].row.matter.id.n != first->project.n) continue;
        struct book_contract *c = vec_push(a, out);
        *c = (struct book_contract){.last = last, .first = first};
        add_lines(c, &b->at[at], b->on);
        judge(c, b->on);
    }
    return true;
}

struct book_advances book_advances(const struct book_contracts *all, const struct book_project *p, struct date on)
{
    struct book_advances out = {0};
    struct money linked = {0};
    for (size_t i = 0; i < p->line_count; i++) {
        const struct capital_line *l = &p->lines[i];
        if (l->struck || !capital_is_voucher(l->sort) || date_cmp(l->day, on) > 0) continue;
        if (l->sort == CAPITAL_PAID)
            money_add(&out.open, DECIMAL_INT(0), &out.too_large);
        else
            money_add(&out.open, l->sort == CAPITAL_ADVANCE ? l->amount : decimal_neg(l->amount), &out.too_large);
    }
    for (size_t i = 0; i < all->len; i++) {
        const struct book_contract *c = &all->at[i];
        if (c->last->project.n != p->row.matter.id.n || !c->open.known) continue;
        out.too_large |= c->too_large;
        money_join(&linked, c->open, &out.too_large);
        if (c->overdue) money_join(&out.overdue, c->open, &out.too_large);
        if (c->unknown) money_join(&out.unknown, c->open, &out.too_large);
    }
    struct decimal rest = out.open.value;
    if (linked.known && !decimal_sub(&rest, out.open.value, linked.value)) out.too_large = true;
    if (out.open.known && decimal_sign(rest) > 0) money_add(&out.unknown, rest, &out.too_large);
    return out;
}

/* --- what is spread */

static struct book_spread *spread_of(struct book_spreads *all, struct str unit)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].unit, unit)) return &all->at[i];
    return NULL;
}

static int by_unit(const void *x, const void *y)
{
    const struct book_spread *a = x, *b = y;
    return str_cmp(a->unit, b->unit);
}

bool book_spread(struct book_spreads *out, struct db *db, struct arena *a, const struct project_book *b,
                 struct err *err)
{
    struct kept_allots all;
    bool too_large = false;
    *out = (struct book_spreads){0};
    if (!allot_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_allot *l = &all.at[i];
        if (l->struck || l->year != b->year || date_cmp(l->day, b->on) > 0) continue;
        struct book_spread *s = spread_of(out, l->unit);
        if (!s) *(s = vec_push(a, out)) = (struct book_spread){.unit = l->unit};
        money_add(&s->given, l->amount, &too_large);
    }
    for (size_t i = 0; i < b->len; i++) {
        struct book_spread *s = spread_of(out, b->at[i].row.matter.unit);
        if (s) money_join(&s->spread, b->at[i].year.changed, &too_large);
    }
    for (size_t i = 0; i < out->len; i++)
        out->at[i].has_left = !too_large &&
                              decimal_sub(&out->at[i].left, out->at[i].given.value, out->at[i].spread.value);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_unit);
    return true;
}

/* --- entering */

static bool contract_within(uint32_t *out, struct db *db, struct arena *a, const struct author *author,
                            const struct kept_contract *g, struct err *err)
{
    struct kept_contracts rows;
    struct matter_id of = g->project;
    struct project_change c = {.contracts = g, .contract_count = 1};
    if (!contract_rows(&rows, db, a, of, err)) return false;
    for (size_t i = 0; i < rows.len; i++) {
        bool same = g->number.len && str_eq(rows.at[i].number, g->number) && rows.at[i].id != g->id;
        if (same) return fail(err, ERR_PROJECT_CONTRACT_NUMBER, g->number, g->number, contract_shown(a, rows.at[i].id));
    }
    if (!change_project(db, a, author, &c, err)) return false;
    *out = g->id;
    if (g->id) return true;
    if (!contract_rows(&rows, db, a, of, err)) return false;
    for (size_t i = 0; i < rows.len; i++)
        if (rows.at[i].id > *out) *out = rows.at[i].id;
    return true;
}

bool contract_enter(uint32_t *out, struct db *db, struct arena *a, const struct author *author,
                    const struct kept_contract *g, struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, contract_within(out, db, a, author, g, err), err);
}

static struct str number_text(struct arena *a, uint64_t n)
{
    struct buf b = buf_make(24);
    buf_u64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool allot_fits(struct arena *a, const struct kept_allots *all, const struct kept_allot *p, struct err *err)
{
    struct money sum = {.known = true, .value = p->amount};
    bool too_large = false;
    for (size_t i = 0; i < all->len; i++) {
        const struct kept_allot *k = &all->at[i];
        if (k->struck || !str_eq(k->unit, p->unit) || k->year != p->year || !str_eq(k->source, p->source)) continue;
        if (date_cmp(k->day, p->day) == 0 && str_eq(k->number, p->number) && decimal_eq(k->amount, p->amount))
            return fail(err, ERR_PROJECT_ALLOT_SAME, p->unit, allot_shown(a, k->id));
        money_add(&sum, k->amount, &too_large);
    }
    if (too_large || decimal_sign(sum.value) >= 0) return true;
    struct buf b = buf_make(64);
    decimal_write_vi(&b, sum.value);
    fail(err, ERR_PROJECT_ALLOT_NEGATIVE, p->unit, number_text(a, (uint64_t)p->year), str_copy(a, buf_str(&b)));
    buf_free(&b);
    return false;
}

static bool allot_within(uint32_t *out, struct db *db, struct arena *a, const struct author *author,
                         const struct kept_allot *p, const struct looked_unit *unit, struct err *err)
{
    struct kept_allots all;
    struct str name;
    struct new_unit fresh = {.code = unit->id, .name = unit->name, .key = unit_key(a, unit->name)};
    struct project_change c = {.allots = p, .allot_count = 1, .units = &fresh};
    if (!allot_rows(&all, db, a, err) || !allot_fits(a, &all, p, err) || !unit_name_of(&name, db, a, unit->id, err))
        return false;
    c.unit_count = !name.len && unit->known.n;
    if (!change_project(db, a, author, &c, err) || !allot_rows(&all, db, a, err)) return false;
    *out = all.at[all.len - 1].id;
    return true;
}

bool allot_enter(uint32_t *out, struct db *db, struct arena *a, const struct author *author, const struct kept_allot *p,
                 const struct looked_unit *unit, struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, allot_within(out, db, a, author, p, unit, err), err);
}
