/* SPDX-License-Identifier: Apache-2.0
 *
 * reckon_parts: the formula of a flow that was not reported for a period but for its parts (reckon.h): no rule of a
 * book, but one that is made for the asking, "C01(2026-01) + C01(2026-02) + C01(2026-03)", so that it is shown, marked,
 * explained and locked as every other formula. Its operands have times of their own: `times` of the reckoned.
 */
#include "buf.h"
#include "period_cover.h"
#include "reckon.h"
#include "reckon_private.h"

/* The nodes of a sum of `count` parts in the order of reckoning, their text beside. */
static void write_sum(struct formula *out, struct arena *a, struct str code, const struct period *parts, size_t count)
{
    struct formula_node *nodes = arena_array(a, struct formula_node, 2 * count);
    struct buf b = buf_make(count * (code.len + 32));
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if (i) buf_put(&b, STR(" + "));
        uint32_t from = (uint32_t)b.len;
        buf_put(&b, code);
        buf_char(&b, '(');
        period_write(&b, parts[i]);
        buf_char(&b, ')');
        struct span at = {.start = from, .end = (uint32_t)b.len};
        nodes[len++] = (struct formula_node){.op = FORMULA_OPERAND, .role = ROLE_VALUE, .code = code, .at = at};
        if (i) nodes[len++] = (struct formula_node){.op = FORMULA_ADD, .count = 2, .at = {.end = (uint32_t)b.len}};
    }
    *out = (struct formula){str_copy(a, buf_str(&b)), nodes, len};
    buf_free(&b);
}

/* The times of the nodes: of operands alone. */
static const struct period *times_of(struct arena *a, const struct formula *f, const struct period *parts)
{
    struct period *times = arena_array(a, struct period, f->len);
    size_t part = 0;
    for (size_t i = 0; i < f->len; i++)
        if (f->at[i].op == FORMULA_OPERAND) times[i] = parts[part++];
    return times;
}

struct reckoned *reckon_of_parts(struct arena *a, const struct formula_book *book, const struct figure_source *from,
                                 struct str code, struct period period)
{
    const struct indicator *i = formula_indicator(book, code);
    struct source_times times;
    struct period *parts;
    if (!i || i->time != TIME_FLOW || source_value(from, i, period).known) return NULL;
    source_times(&times, a, from, i, period);
    size_t count = period_cover(&parts, a, times.at, times.len, period);
    if (!count || count > FORMULA_NODES / 2) return NULL;
    struct formula_rule *rule = arena_new(a, struct formula_rule);
    *rule = (struct formula_rule){.row = {.code = i->code, .citation = STR("")}, .indicator = i, .parts = true};
    rule->type.time = TIME_FLOW;
    write_sum(&rule->formula, a, i->code, parts, count);
    rule->row.expression = rule->formula.text;
    struct reckoned *r = arena_new(a, struct reckoned);
    *r = (struct reckoned){.rule = rule, .period = period, .times = times_of(a, &rule->formula, parts)};
    return r;
}
