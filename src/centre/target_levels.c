/* SPDX-License-Identifier: Apache-2.0
 *
 * target_levels: the levels of a target as people write them: "95", "≥ 95%", "5-6", "x" (it is done by then), "-"
 * (nothing is wanted for that time). A comparator in front of a number stands for one in its column.
 */
#include "buf.h"
#include "target_parse_private.h"

bool target_parse_number(struct decimal *out, struct str s, bool canonical)
{
    s = str_trim(s);
    if (str_ends(s, STR("%"))) s = str_trim(str_part(s, 0, s.len - 1));
    if (canonical || (str_find_char(s, '.') < 0 && str_find_char(s, ',') < 0)) return decimal_read(out, s);
    if (str_find_char(s, ',') >= 0) return decimal_read_grouped(out, s, '.', ',');
    /* Points alone: groups when there are several, decimals when what follows is no group; "1.234" could be both. */
    struct str_cut cut = str_cut(s, STR("."));
    if (str_find_char(cut.tail, '.') >= 0) return decimal_read_grouped(out, s, '.', ',');
    return cut.tail.len != 3 && decimal_read(out, s);
}

/* The '-' or '–' between two numbers; -1: none. */
static ptrdiff_t dash_of(struct str s, size_t *len)
{
    static const struct str DASHES[] = {STR_INIT("–"), STR_INIT(".."), STR_INIT("-")};
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++) {
        ptrdiff_t at = s.len ? str_find(str_from(s, 1), DASHES[i]) : -1;
        *len = DASHES[i].len;
        if (at >= 0) return at + 1;
    }
    return -1;
}

static bool is_done_word(struct str s)
{
    return str_eq(s, STR("x")) || str_eq(s, STR("X")) || str_eq(s, STR("có")) || str_eq(s, STR("hoàn thành"));
}

/* Takes a comparator off the front of a level; it must be the one of the column, or the first that is met. */
static bool take_comparator(struct target_parser *p, struct str *s)
{
    static const struct str MARKS[] = {STR_INIT(">="), STR_INIT("≥"), STR_INIT("<="), STR_INIT("≤"),
                                       STR_INIT(">"),  STR_INIT("<"), STR_INIT("=")};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        enum target_comparator c;
        if (!str_starts(*s, MARKS[i]) || !target_comparator_find(&c, MARKS[i])) continue;
        if (p->has_comparator && p->out->comparator != c) return false;
        p->out->comparator = c;
        p->has_comparator = true;
        *s = str_trim(str_from(*s, MARKS[i].len));
        return true;
    }
    return true;
}

bool target_to_canonical(struct target_parser *p, struct decimal *d)
{
    return decimal_eq(p->factor, DECIMAL_INT(1)) || decimal_mul(d, *d, p->factor);
}

bool target_has_percent(const struct target_cell *c)
{
    return c->percent || str_find_char(c->text, '%') >= 0;
}

bool target_is_percent(struct str measure)
{
    return str_eq(measure, STR("%")) || str_eq(measure, STR("điểm %"));
}

/* A % in a level must be what is measured. */
static bool percent_fits(struct target_parser *p, const struct target_cell *c)
{
    if (!target_has_percent(c) || target_is_percent(p->out->measure)) return true;
    if (p->indicator || p->out->measure.len) return false;
    p->out->measure = STR("%");
    return true;
}

static bool read_level(struct target_parser *p, struct target_level *out, const struct target_cell *c)
{
    struct str s = c->text;
    size_t len;
    if (is_done_word(s)) return true;
    if (!percent_fits(p, c)) return false;
    out->has_value = true;
    if (c->has_number) {
        out->value = c->number;
        return target_to_canonical(p, &out->value);
    }
    if (!take_comparator(p, &s)) return false;
    ptrdiff_t dash = dash_of(s, &len);
    out->has_max = dash > 0;
    struct str low = out->has_max ? str_part(s, 0, (size_t)dash) : s;
    if (!target_parse_number(&out->value, low, c->canonical) || !target_to_canonical(p, &out->value)) return false;
    if (!out->has_max) return true;
    struct str high = str_from(s, (size_t)dash + len);
    return target_parse_number(&out->max, high, c->canonical) && target_to_canonical(p, &out->max) &&
           decimal_cmp(out->value, out->max) <= 0;
}

bool target_fail_level(struct target_parser *p, struct period period)
{
    struct buf b = buf_make(64);
    const struct target_level_cell *c = p->line->levels.at;
    while (!period_eq(c->period, period)) c++; /* every level came from a cell */
    period_write(&b, period);
    fail(p->err, ERR_TARGET_VALUE, p->file, c->cell.place, buf_str(&b), c->cell.text);
    buf_free(&b);
    return false;
}

bool target_read_levels(struct target_parser *p)
{
    const struct target_line *l = p->line;
    for (size_t i = 0; i < l->levels.len; i++) {
        const struct target_level_cell *c = &l->levels.at[i];
        struct target_level level = {.period = c->period};
        if (str_eq(c->cell.text, STR("-"))) continue;
        if (!target_text_is_plain(c->cell.text, TEXT_MOST) || !read_level(p, &level, &c->cell))
            return target_fail_level(p, level.period);
        for (size_t k = 0; k < p->out->levels.len; k++)
            if (period_eq(p->out->levels.at[k].period, level.period)) return target_fail_level(p, level.period);
        *vec_push(p->arena, &p->out->levels) = level;
    }
    /* In the order of their periods; there are some ten of them. */
    for (size_t i = 1; i < p->out->levels.len; i++)
        for (size_t k = i; k > 0; k--) {
            struct target_level *at = &p->out->levels.at[k], last = at[-1];
            if (period_cmp(last.period, at->period) <= 0) break;
            at[-1] = *at;
            *at = last;
        }
    return true;
}
