/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_sum: the lines of a budget against the lines that stand under them, column by column.
 *
 *   reckoned      a line without a number of its own, all of whose parts are known, and of which the table says that
 *                 they are all of it
 *   contradicted  a line with a number of its own: all parts known and all of it, and no rounding of any of them
 *                 makes the sum the whole; or some of them, and they are more than the whole by themselves
 *
 * A column is never mixed with another. What is told apart is in no sum; what is set aside (BUDGET_PLAN) counts in
 * plans alone.
 */
#include "budget_private.h"

#include "buf.h"

enum { MADE_MOST = 2000 };

/* What stands under a line in one column. */
struct parts {
    size_t count, known; /* of the lines that are part of it */
    bool takes_off;      /* one of the known is taken off */
    struct budget_cell sum;
    struct interval within;
    bool adds_up; /* no sum was too big and no measure another */
};

static int sign_in(const struct budget_line *l, enum budget_column column)
{
    switch (l->sign) {
    case BUDGET_PLUS: return 1;
    case BUDGET_MINUS: return -1;
    case BUDGET_PLAN: return (int)column < BUDGET_PLANS;
    case BUDGET_APART: break;
    }
    return 0;
}

static struct interval printed(struct measured m)
{
    return interval_bound(interval_printed(m.value, false, PRINTED_LAST_PLACE), m.value, m.bound);
}

/* A number that is taken off is so whatever its sign in print. */
static struct budget_cell without_sign(struct budget_cell c)
{
    if (decimal_sign(c.value.value) < 0) c.value.value = decimal_neg(c.value.value);
    return c;
}

static void put_part(struct buf *made, const struct budget_row *r, int sign)
{
    if (made->len || sign < 0) buf_put(made, sign < 0 ? STR(" - ") : STR(" + "));
    buf_put(made, r->line->indicator);
}

static struct parts look_below(const struct budget_work *w, size_t at, enum budget_column column)
{
    const struct budget_table *t = w->table;
    struct parts p = {.adds_up = true, .within = interval_point(DECIMAL_INT(0))};
    struct buf made = buf_make(MADE_MOST);
    p.sum = (struct budget_cell){.made = STR("")};
    for (size_t i = at + 1; i < t->rows.len && p.adds_up; i++) {
        const struct budget_row *r = &t->rows.at[i];
        int sign = r->parent == (int)at ? sign_in(r->line, column) : 0;
        if (!sign) continue;
        p.count++;
        if (r->cells[column].how == BUDGET_NOTHING) continue;
        struct budget_cell c = sign < 0 ? without_sign(r->cells[column]) : r->cells[column];
        struct interval part = printed(c.value);
        if (p.known++ == 0) {
            p.sum = c;
            p.sum.value.value = (struct decimal){0, c.value.value.scale};
            p.sum.value.bound = BOUND_EXACT;
        }
        p.adds_up = budget_add(&p.sum, &c, sign);
        p.within = sign < 0 ? interval_sub(p.within, part) : interval_add(p.within, part);
        p.takes_off |= sign < 0;
        put_part(&made, r, sign);
    }
    p.sum.how = BUDGET_SUM;
    p.sum.figure = NULL;
    p.sum.made = str_copy(w->arena, buf_str(&made));
    buf_free(&made);
    return p;
}

void budget_add_up(struct budget_work *w)
{
    struct budget_table *t = w->table;
    for (size_t i = t->rows.len; i-- > 0;) {
        struct budget_row *r = &t->rows.at[i];
        if (r->line->whole != BUDGET_COMPLETE) continue;
        for (int c = 0; c < BUDGET_COLUMNS; c++) {
            if (r->cells[c].how != BUDGET_NOTHING) continue;
            struct parts p = look_below(w, i, (enum budget_column)c);
            if (p.known && p.known == p.count && p.adds_up) r->cells[c] = p.sum;
        }
    }
}

static void look_for_contradiction(struct budget_work *w, size_t at, enum budget_column column)
{
    struct budget_row *r = &w->table->rows.at[at];
    const struct budget_cell *own = &r->cells[column];
    struct parts p = look_below(w, at, column);
    if (!p.known || !p.adds_up || !str_eq(own->value.measure, p.sum.value.measure)) return;
    bool all = r->line->whole == BUDGET_COMPLETE && p.known == p.count;
    struct interval whole = printed(own->value);
    bool wrong = all ? !interval_meets(whole, p.within) : !p.takes_off && interval_below(whole, p.within);
    if (!wrong) return;
    *vec_push(w->arena, &w->table->notes) = (struct budget_note){.row = r,
                                                                 .column = column,
                                                                 .told = own->value.value,
                                                                 .parts = p.sum.value.value,
                                                                 .count = p.known,
                                                                 .some = !all};
}

void budget_contradict(struct budget_work *w)
{
    struct budget_table *t = w->table;
    bool one = period_same_time(t->period, t->so_far);
    for (size_t i = 0; i < t->rows.len; i++) {
        if (t->rows.at[i].line->whole == BUDGET_NONE) continue;
        for (int c = 0; c < BUDGET_COLUMNS; c++) {
            if (one && c == BUDGET_NOW) continue; /* the same numbers once more */
            if (t->rows.at[i].cells[c].how == BUDGET_FIGURE) look_for_contradiction(w, i, (enum budget_column)c);
        }
    }
}
