/* SPDX-License-Identifier: Apache-2.0
 *
 * answer_show: see answer_show.h. Money is kept in đồng and shown in the unit of its indicator by moving the point,
 * so no digit is made up or lost: {8343, -9} in tỷ đồng is {8343, 0}, and {831502, -7} is 8.315,02.
 */
#include "answer_show.h"

#include "buf.h"
#include "dimension.h"

static const struct str ASKED[] = {STR_INIT("value"), STR_INIT("plan"), STR_INIT("plan_ratio"), STR_INIT("growth"),
                                   STR_INIT("forecast")};
_Static_assert(sizeof ASKED / sizeof *ASKED == ASKED_COUNT, "a name for each");

struct str asked_name(enum asked w)
{
    return ASKED[w];
}

static struct str bound_word(enum figure_bound b)
{
    static const struct str WORDS[] = {STR_INIT(""), STR_INIT("hơn "), STR_INIT("gần "), STR_INIT("khoảng ")};
    _Static_assert(sizeof WORDS / sizeof *WORDS == BOUND_COUNT, "a word for each");
    return WORDS[b];
}

/* Powers of ten from đồng to the money unit of a table. */
static int money_power(const struct indicator *i)
{
    return measure_power_over(i->unit, i->canonical_unit);
}

static bool is_money(struct str measure)
{
    return str_starts(measure, STR("VND")) || str_eq(measure, STR("USD"));
}

struct decimal shown_value(struct decimal value, struct str measure, const struct indicator *i)
{
    struct decimal moved;
    if (!is_money(measure) || !indicator_takes_unit(i, measure) || !decimal_shift(&moved, value, -money_power(i)))
        return value;
    /* Money to the đồng keeps no zeros behind the point: 8343000000000 is 8.343 tỷ and not 8.343,000000000. */
    return value.scale >= 0 ? decimal_trim(moved) : moved;
}

/* Whether the number is shown in the unit of tables of its indicator. */
static bool in_unit_of_tables(struct measured m, const struct indicator *i)
{
    return is_money(m.measure) ? indicator_takes_unit(i, m.measure) : measures_compare(m.measure, i->canonical_unit);
}

static void put_number(struct buf *b, struct measured m, const struct indicator *i)
{
    buf_put(b, bound_word(m.bound));
    decimal_write_vi(b, shown_value(m.value, m.measure, i));
}

void show_measured(struct buf *b, struct measured m, const struct indicator *i)
{
    if (!m.known) return;
    put_number(b, m, i);
    if (in_unit_of_tables(m, i) || m.measure.len == 0) return;
    buf_char(b, ' ');
    measure_write_vi(b, m.measure);
}

void show_with_unit(struct buf *b, struct measured m, const struct indicator *i)
{
    if (!m.known) return;
    put_number(b, m, i);
    buf_char(b, ' ');
    measure_write_vi(b, in_unit_of_tables(m, i) || !m.measure.len ? i->unit : m.measure);
}

void show_comparison(struct buf *b, const struct comparison *c, bool is_signed)
{
    if (c->why != COMPARABLE) return;
    buf_put(b, bound_word(c->bound));
    if (is_signed && decimal_sign(c->value) > 0) buf_char(b, '+');
    decimal_write_vi(b, c->value);
    buf_char(b, ' ');
    buf_put(b, c->measure);
}

void answer_id_write(struct buf *b, const struct answer *a, const struct question *q, enum asked what)
{
    if (a->rule == ANSWER_FIGURE && a->made_count == 1) {
        buf_format(b, "F%u", a->made[0]->id);
        return;
    }
    buf_put(b, q->indicator->code);
    buf_char(b, '/');
    buf_put(b, q->unit);
    buf_char(b, '/');
    period_write(b, q->period);
    buf_char(b, '/');
    buf_put(b, asked_name(what));
}

bool answer_id_read(struct question *q, enum asked *what, struct str id, const struct formula_scope *scope)
{
    struct str_cut indicator = str_cut(id, STR("/")), unit = str_cut(indicator.tail, STR("/")),
                   period = str_cut(unit.tail, STR("/"));
    *q = (struct question){.unit = unit.head, .indicator = formula_scope_find(scope, indicator.head)};
    if (!q->indicator) q->indicator = indicator_typed(indicator.head);
    if (!period.found || !q->indicator || unit.head.len == 0) return false;
    if (!period_read(&q->period, period.head) || q->period.kind == PERIOD_NONE) return false;
    for (size_t i = 0; i < ASKED_COUNT; i++)
        if (str_eq(ASKED[i], period.tail)) {
            *what = (enum asked)i;
            return true;
        }
    return false;
}
