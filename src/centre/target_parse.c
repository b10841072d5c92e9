/* SPDX-License-Identifier: Apache-2.0
 *
 * target_parse: see target_parse.h. What is measured, by which comparator, from which base; the levels are read by
 * target_levels.c.
 */
#include "target_parse.h"

#include "table_head.h"
#include "target_parse_private.h"
#include "utf8.h"

static bool fail_value(struct str file, const struct target_line *l, enum target_field f, struct err *err)
{
    return fail(err, ERR_TARGET_VALUE, file, place_of(l, f), target_field_name(f), text_of(l, f));
}

bool target_text_is_plain(struct str s, size_t most)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == 0x7F) return false;
    return s.len <= most;
}

/* Texts are one line each; a code has no blank and no '/', which divides the ids of explanations. */
static bool texts_fit(struct str file, const struct target_line *l, struct err *err)
{
    for (enum target_field f = 0; f < TARGET_FIELDS; f++)
        if (!target_text_is_plain(text_of(l, f), TEXT_MOST)) return fail_value(file, l, f, err);
    struct str code = text_of(l, TARGET_FIELD_CODE);
    if (!code.len) return fail(err, ERR_TARGET_MISSING, file, l->place, target_field_name(TARGET_FIELD_CODE));
    bool fits = code.len <= CODE_MOST && str_find_char(code, ' ') < 0 && str_find_char(code, '/') < 0;
    return fits || fail_value(file, l, TARGET_FIELD_CODE, err);
}

bool target_line_kind(struct str *kind, struct arena *a, struct str file, const struct target_line *l, struct err *err)
{
    static const struct str WORDS[][3] = {
        {STR_INIT("resolution"), STR_INIT("nghị quyết"), STR_INIT("resolution")},
        {STR_INIT("programme"), STR_INIT("chương trình"), STR_INIT("programme")},
        {STR_INIT("scheme"), STR_INIT("đề án"), STR_INIT("scheme")},
        {STR_INIT("plan"), STR_INIT("kế hoạch"), STR_INIT("plan")},
        {STR_INIT(""), STR_INIT("chỉ tiêu"), STR_INIT("target")},
    };
    struct str word = utf8_lower(a, text_of(l, TARGET_FIELD_KIND));
    *kind = STR("");
    if (!word.len) return true;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq(word, WORDS[i][1]) || str_eq(word, WORDS[i][2])) {
            *kind = WORDS[i][0];
            return true;
        }
    return fail_value(file, l, TARGET_FIELD_KIND, err);
}

/* "2020-08-14", "14/8/2020" */
static bool read_day(struct date *out, struct str s)
{
    uint64_t day, month, year;
    *out = (struct date){0};
    if (!s.len || date_read(out, s)) return true;
    struct str_cut first = str_cut(s, STR("/")), second = str_cut(first.tail, STR("/"));
    if (!str_to_u64(&day, first.head, 31) || !str_to_u64(&month, second.head, 12) ||
        !str_to_u64(&year, second.tail, 9999) || !date_valid((int)year, (int)month, (int)day))
        return false;
    *out = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

static bool read_term(struct period *out, struct arena *a, struct str s)
{
    *out = (struct period){0};
    return !s.len || target_head_period(out, a, s);
}

bool target_parse_programme(struct programme *out, struct arena *a, struct str file, const struct target_line *l,
                            struct str kind, struct err *err)
{
    if (!texts_fit(file, l, err)) return false;
    *out = (struct programme){.code = text_of(l, TARGET_FIELD_CODE),
                              .kind = kind,
                              .name = text_of(l, TARGET_FIELD_NAME),
                              .parent = text_of(l, TARGET_FIELD_PARENT),
                              .unit = text_of(l, TARGET_FIELD_UNIT),
                              .symbol = text_of(l, TARGET_FIELD_SYMBOL),
                              .issuer = text_of(l, TARGET_FIELD_ISSUER)};
    if (!out->name.len) return fail(err, ERR_TARGET_MISSING, file, l->place, target_field_name(TARGET_FIELD_NAME));
    if (!read_day(&out->issued, text_of(l, TARGET_FIELD_ISSUED))) return fail_value(file, l, TARGET_FIELD_ISSUED, err);
    return read_term(&out->term, a, text_of(l, TARGET_FIELD_TERM)) || fail_value(file, l, TARGET_FIELD_TERM, err);
}

/* --- what is measured */

static bool read_indicator(struct target_parser *p)
{
    struct str said = text_of(p->line, TARGET_FIELD_INDICATOR), number = text_of(p->line, TARGET_FIELD_NUMBER);
    static const struct {
        struct str word;
        enum figure_kind kind;
    } KINDS[] = {
        {STR_INIT("mức"), KIND_LEVEL},
        {STR_INIT("tăng so với cùng kỳ"), KIND_GROWTH},
        {STR_INIT("tăng trưởng"), KIND_GROWTH},
        {STR_INIT("tăng so với năm trước"), KIND_GROWTH},
        {STR_INIT("% kế hoạch"), KIND_PLAN_RATIO},
        {STR_INIT("% dự toán"), KIND_PLAN_RATIO},
        {STR_INIT("so với kế hoạch"), KIND_PLAN_RATIO},
        {STR_INIT("level"), KIND_LEVEL},
        {STR_INIT("growth"), KIND_GROWTH},
        {STR_INIT("plan_ratio"), KIND_PLAN_RATIO},
    };
    struct str word = utf8_lower(p->arena, number);
    bool known = !word.len;
    p->out->kind = KIND_LEVEL;
    for (size_t i = 0; !known && i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_eq(KINDS[i].word, word)) {
            p->out->kind = KINDS[i].kind;
            known = true;
        }
    if (!known) return fail_value(p->file, p->line, TARGET_FIELD_NUMBER, p->err);
    p->out->indicator = STR("");
    if (!said.len) return true;
    p->indicator = indicator_typed(said);
    if (!p->indicator) p->indicator = indicator_of_phrase(said, STR(""), p->out->kind);
    if (!p->indicator)
        return fail(p->err, ERR_TARGET_INDICATOR, p->file, place_of(p->line, TARGET_FIELD_INDICATOR), said);
    p->out->indicator = p->indicator->code;
    return true;
}

static bool read_comparator(struct target_parser *p)
{
    struct str word = utf8_lower(p->arena, text_of(p->line, TARGET_FIELD_COMPARATOR));
    p->has_comparator = word.len > 0;
    return !word.len || target_comparator_find(&p->out->comparator, word) ||
           fail_value(p->file, p->line, TARGET_FIELD_COMPARATOR, p->err);
}

/* The factor to the canonical measure; false when the indicator does not take it. */
static bool measure_fits(struct target_parser *p, struct str said, struct str *canonical)
{
    const struct indicator *i = p->indicator;
    if (!said.len) said = i->unit;
    *canonical = said;
    p->factor = DECIMAL_INT(1);
    if (str_eq(said, i->canonical_unit) || str_eq(said, STR("VND"))) return indicator_takes_unit(i, said);
    struct str name;
    if (table_unit_read(&p->factor, &name, p->arena, said)) *canonical = name;
    return indicator_takes_unit(i, *canonical);
}

static bool read_measure(struct target_parser *p)
{
    struct str said = text_of(p->line, TARGET_FIELD_MEASURE);
    bool percent = target_is_percent(said);
    p->factor = DECIMAL_INT(1);
    p->out->measure = said;
    if (!p->indicator) return true;
    bool relative = percent && target_needs_base(p->out->comparator) && !str_eq(p->indicator->canonical_unit, STR("%"));
    if (p->out->kind == KIND_LEVEL && !relative) {
        if (measure_fits(p, said, &p->out->measure)) return true;
    } else if (percent || !said.len) {
        bool points = p->out->kind != KIND_LEVEL && str_eq(p->indicator->canonical_unit, STR("%"));
        p->out->measure = points ? STR("điểm %") : STR("%");
        return true;
    }
    return fail(p->err, ERR_TARGET_MEASURE, p->file, place_of(p->line, TARGET_FIELD_MEASURE), p->indicator->code, said);
}

/* A base is in the measure of the levels; when those are per cent of it, in that of the indicator. */
static bool read_base(struct target_parser *p)
{
    const struct target_cell *c = &p->line->of[TARGET_FIELD_BASE];
    struct target *t = p->out;
    struct str ignored;
    struct decimal factor = p->factor;
    if (!read_term(&t->base_period, p->arena, text_of(p->line, TARGET_FIELD_BASE_PERIOD)))
        return fail_value(p->file, p->line, TARGET_FIELD_BASE_PERIOD, p->err);
    if (target_cell_empty(c)) return true;
    bool of_indicator = p->indicator && t->kind == KIND_LEVEL;
    if (target_has_percent(c) && !target_is_percent(of_indicator ? p->indicator->canonical_unit : t->measure))
        return fail_value(p->file, p->line, TARGET_FIELD_BASE, p->err);
    t->has_base = true;
    t->base = c->number;
    if (!c->has_number && !target_parse_number(&t->base, c->text, c->canonical))
        return fail_value(p->file, p->line, TARGET_FIELD_BASE, p->err);
    if (p->indicator && str_eq(t->measure, STR("%")) && !measure_fits(p, STR(""), &ignored)) return false;
    bool ok = target_to_canonical(p, &t->base) || fail_value(p->file, p->line, TARGET_FIELD_BASE, p->err);
    p->factor = factor;
    return ok;
}

static bool read_weight(struct target_parser *p)
{
    const struct target_cell *c = &p->line->of[TARGET_FIELD_WEIGHT];
    p->out->has_weight = !target_cell_empty(c);
    p->out->weight = c->number;
    bool ok = !p->out->has_weight || c->has_number || target_parse_number(&p->out->weight, c->text, c->canonical);
    return ok || fail_value(p->file, p->line, TARGET_FIELD_WEIGHT, p->err);
}

/* What was not said: a range is "within", x is "done", else what is good decides. */
static bool settle_comparator(struct target_parser *p)
{
    struct target *t = p->out;
    bool numbers = false, ranges = false;
    for (size_t i = 0; i < t->levels.len; i++) {
        numbers |= t->levels.at[i].has_value;
        ranges |= t->levels.at[i].has_max;
    }
    enum direction direction = p->indicator ? p->indicator->direction : DIRECTION_NONE;
    bool told = p->has_comparator;
    if (!told && ranges)
        t->comparator = TARGET_WITHIN;
    else if (!told && !numbers)
        t->comparator = TARGET_DONE;
    else if (!told && direction == DIRECTION_NONE)
        return fail(p->err, ERR_TARGET_MISSING, p->file, p->line->place, target_field_name(TARGET_FIELD_COMPARATOR));
    else if (!told)
        t->comparator = direction == DIRECTION_UP ? TARGET_AT_LEAST : TARGET_AT_MOST;
    for (size_t i = 0; i < t->levels.len; i++) {
        bool fits = t->levels.at[i].has_value == target_needs_level(t->comparator) &&
                    t->levels.at[i].has_max == (t->comparator == TARGET_WITHIN);
        if (t->comparator != TARGET_DROPPED && !fits) return target_fail_level(p, t->levels.at[i].period);
    }
    return true;
}

static bool is_whole(const struct target_parser *p)
{
    const struct target *t = p->out;
    if (t->comparator == TARGET_DROPPED) return true;
    if (!t->levels.len) return fail(p->err, ERR_TARGET_LEVEL, p->file, p->line->place, t->code);
    bool based = !target_needs_base(t->comparator) || !t->indicator.len ||
                 (t->has_base && t->base_period.kind != PERIOD_NONE);
    return based || fail(p->err, ERR_TARGET_BASE, p->file, p->line->place, t->code);
}

bool target_parse_target(struct target *out, struct arena *a, struct str file, const struct target_line *l,
                         struct err *err)
{
    struct target_parser p = {.out = out, .arena = a, .file = file, .line = l, .err = err};
    *out = (struct target){.code = text_of(l, TARGET_FIELD_CODE),
                           .programme = text_of(l, TARGET_FIELD_PARENT),
                           .name = text_of(l, TARGET_FIELD_NAME),
                           .clause = text_of(l, TARGET_FIELD_CLAUSE),
                           .source = text_of(l, TARGET_FIELD_SOURCE)};
    if (!texts_fit(file, l, err)) return false;
    if (!out->name.len) return fail(err, ERR_TARGET_MISSING, file, l->place, target_field_name(TARGET_FIELD_NAME));
    if (!out->programme.len)
        return fail(err, ERR_TARGET_MISSING, file, l->place, target_field_name(TARGET_FIELD_PARENT));
    if (!read_day(&out->since, text_of(l, TARGET_FIELD_SINCE))) return fail_value(file, l, TARGET_FIELD_SINCE, err);
    return read_comparator(&p) && read_indicator(&p) && read_measure(&p) && target_read_levels(&p) &&
           settle_comparator(&p) && read_base(&p) && read_weight(&p) && is_whole(&p);
}
