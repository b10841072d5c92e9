/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_book: see formula_book.h. Cycles are found by taking away, again and again, what needs nothing that is left
 * (Kahn); what then remains goes in circles, and walking from any of it to the first that it needs comes round.
 */
#include "formula_book.h"

#include "buf.h"

bool formula_rule_make(struct formula_rule *out, struct arena *a, const struct formula_row *row,
                       const struct formula_scope *scope, struct err *err)
{
    *out = (struct formula_rule){.row = *row, .indicator = formula_scope_find(scope, row->code)};
    if (!out->indicator) return fail(err, ERR_INDICATOR_UNKNOWN, row->code);
    return formula_read(&out->formula, a, row->expression, err) &&
           formula_check_result(&out->type, &out->formula, scope, out->indicator->canonical_unit, err);
}

static bool holds(const struct formula_row *row, struct date day)
{
    return (!date_known(row->from) || date_cmp(row->from, day) <= 0) &&
           (!date_known(row->to) || date_cmp(day, row->to) <= 0);
}

const struct formula_rule *formula_rule_for(const struct formula_book *b, struct str code, struct period period,
                                            enum unit_kind kind)
{
    const struct formula_rule *of_all = NULL;
    for (size_t i = 0; i < b->len; i++) {
        const struct formula_rule *r = &b->at[i];
        if (r->broken || !str_eq(r->row.code, code) || !holds(&r->row, period.to)) continue;
        if (r->own || (r->row.levels >> kind & 1)) return r;
        if (!r->row.levels && !of_all) of_all = r;
    }
    return of_all;
}

const struct indicator *formula_indicator(const struct formula_book *b, struct str code)
{
    return formula_scope_find(&b->scope, code);
}

/* --- cycles */

/* The place of the first rule of a code that is still there; len when there is none. */
static size_t place_of(const struct formula_book *b, const bool *gone, struct str code)
{
    for (size_t i = 0; i < b->len; i++)
        if (!gone[i] && str_eq(b->at[i].row.code, code)) return i;
    return b->len;
}

/* The next rule that a rule needs. */
static size_t needs(const struct formula_book *b, const bool *gone, size_t rule)
{
    const struct formula *f = &b->at[rule].formula;
    for (size_t i = 0; i < f->len; i++) {
        if (f->at[i].op != FORMULA_OPERAND || f->at[i].role == ROLE_PLAN) continue;
        size_t place = place_of(b, gone, f->at[i].code);
        if (place < b->len) return place;
    }
    return b->len;
}

/* From a rule on the way round: the codes between two visits of the same. */
static struct str path_of(struct arena *a, const struct formula_book *b, const bool *gone, size_t rule)
{
    bool *seen = arena_array(a, bool, b->len);
    struct buf text = buf_make(2000);
    while (!seen[rule]) { /* onto the circle */
        seen[rule] = true;
        rule = needs(b, gone, rule);
    }
    size_t first = rule;
    do {
        buf_put(&text, b->at[rule].row.code);
        buf_put(&text, STR(" → "));
        rule = needs(b, gone, rule);
    } while (rule != first);
    buf_put(&text, b->at[first].row.code);
    struct str out = str_copy(a, buf_str(&text));
    buf_free(&text);
    return out;
}

bool formula_cycle(struct str *path, struct arena *a, const struct formula_book *b)
{
    bool *gone = arena_array(a, bool, b->len), changed = true;
    for (size_t i = 0; i < b->len; i++) gone[i] = b->at[i].broken;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < b->len; i++) {
            if (gone[i] || needs(b, gone, i) < b->len) continue;
            gone[i] = changed = true;
        }
    }
    for (size_t i = 0; i < b->len; i++) {
        if (gone[i]) continue;
        *path = path_of(a, b, gone, i);
        return true;
    }
    return false;
}
