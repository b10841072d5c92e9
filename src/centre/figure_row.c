/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_row: one record of a file of figures as a figure (figure_file.h). A number is exact as it is written; a scale
 * beside it says how far it was known ("1234500000000" with scale -8: to a hundred million), which its digits cannot.
 */
#include "figure_private.h"

#include "indicator.h"
#include "plan.h"
#include "said.h"
#include "sheet_number.h"
#include "table_head.h"

enum { MEASURE_MOST = 100 };

static const struct {
    struct str name;
    enum figure_field field;
} FIELDS[] = {
    {STR_INIT("unit"), FIELD_UNIT},
    {STR_INIT("indicator"), FIELD_INDICATOR},
    {STR_INIT("period"), FIELD_PERIOD},
    {STR_INIT("kind"), FIELD_KIND},
    {STR_INIT("aspect"), FIELD_ASPECT},
    {STR_INIT("against"), FIELD_AGAINST},
    {STR_INIT("layer"), FIELD_LAYER},
    {STR_INIT("value"), FIELD_VALUE},
    {STR_INIT("value_scale"), FIELD_VALUE_SCALE},
    {STR_INIT("value_max"), FIELD_VALUE_MAX},
    {STR_INIT("value_max_scale"), FIELD_VALUE_MAX_SCALE},
    {STR_INIT("of"), FIELD_OF},
    {STR_INIT("of_scale"), FIELD_OF_SCALE},
    {STR_INIT("bound"), FIELD_BOUND},
    {STR_INIT("measure"), FIELD_MEASURE},
    {STR_INIT("note"), FIELD_PASSED},
    {STR_INIT("source"), FIELD_PASSED},
    {STR_INIT("id"), FIELD_PASSED},
    {STR_INIT("name"), FIELD_PASSED},
    {STR_INIT("unit_name"), FIELD_PASSED},
    {STR_INIT("revision"), FIELD_PASSED},
    {STR_INIT("document"), FIELD_PASSED},
    {STR_INIT("start"), FIELD_PASSED},
    {STR_INIT("end"), FIELD_PASSED},
    {STR_INIT("quote"), FIELD_PASSED},
    {STR_INIT("by"), FIELD_PASSED},
    {STR_INIT("locked"), FIELD_PASSED},
    {STR_INIT("formula"), FIELD_FORMULA},
};

static struct str field_name(enum figure_field f)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (FIELDS[i].field == f) return FIELDS[i].name;
    return STR("");
}

static enum figure_field field_of(struct str name)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (str_eq(FIELDS[i].name, name)) return FIELDS[i].field;
    return FIELD_NONE;
}

bool figure_row_open(struct figure_row *out, struct arena *a, const struct flat_record *r, struct str file,
                     struct err *err)
{
    *out = (struct figure_row){.arena = a, .file = file, .line = r->line};
    for (size_t i = 0; i < r->len; i++) {
        enum figure_field f = field_of(r->at[i].name);
        if (f == FIELD_NONE) return fail(err, ERR_FIGURES_FIELD, file, flat_line_text(a, r->line), r->at[i].name);
        if (f != FIELD_PASSED && r->at[i].kind != FLAT_NONE) out->of[f] = &r->at[i];
    }
    return true;
}

struct str figure_row_text(const struct figure_row *r, enum figure_field f)
{
    return r->of[f] ? str_trim(r->of[f]->value) : STR("");
}

bool figure_text_is_plain(struct str s, size_t most)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == 0x7F) return false;
    return s.len <= most;
}

bool figure_row_fail(const struct figure_row *r, enum figure_field f, enum err_code code, struct err *err)
{
    return fail(err, code, r->file, flat_line_text(r->arena, r->line), field_name(f), figure_row_text(r, f));
}

/* --- numbers */

/* A scale is a whole number, and the value must have no other digits than it allows. */
static bool set_scale(struct decimal *d, const struct figure_row *r, enum figure_field f, struct err *err)
{
    struct decimal scale, scaled;
    if (!r->of[f]) return true;
    if (!decimal_read(&scale, figure_row_text(r, f)) || scale.scale != 0 || scale.coefficient < DECIMAL_SCALE_MIN ||
        scale.coefficient > DECIMAL_SCALE_MAX || !decimal_rescale(&scaled, *d, (int)scale.coefficient, ROUND_DOWN) ||
        !decimal_eq(scaled, *d))
        return figure_row_fail(r, f, ERR_FIGURES_NUMBER, err);
    *d = scaled;
    return true;
}

/* A number, or a text of one: with a scale beside it as a program writes it, else as the field has it. */
static bool read_number(struct decimal *out, const struct figure_row *r, enum figure_field f, bool scaled)
{
    const struct figure_habits *h = &r->habits;
    uint8_t flags = 0;
    if (r->canonical || scaled || r->of[f]->kind != FLAT_TEXT) return decimal_read(out, figure_row_text(r, f));
    enum sheet_habit habit = f == FIELD_VALUE ? h->value : f == FIELD_OF ? h->of : h->value_max;
    return sheet_number_read(out, &flags, figure_row_text(r, f), habit) && !flags;
}

static bool number(struct decimal *out, bool *has, const struct figure_row *r, enum figure_field f,
                   enum figure_field scale, struct err *err)
{
    *has = r->of[f] != NULL;
    if (!*has) return true;
    if (!read_number(out, r, f, r->of[scale] != NULL)) return figure_row_fail(r, f, ERR_FIGURES_NUMBER, err);
    return set_scale(out, r, scale, err);
}

static bool numbers(struct figure_statement *out, const struct figure_row *r, struct err *err)
{
    bool has;
    if (!number(&out->value, &has, r, FIELD_VALUE, FIELD_VALUE_SCALE, err)) return false;
    if (!has) return figure_row_fail(r, FIELD_VALUE, ERR_FIGURES_MISSING, err);
    return number(&out->value_max, &out->has_max, r, FIELD_VALUE_MAX, FIELD_VALUE_MAX_SCALE, err) &&
           number(&out->of, &out->has_of, r, FIELD_OF, FIELD_OF_SCALE, err);
}

/* --- words */

static bool words(struct figure_statement *out, struct str *layer, const struct figure_row *r, struct err *err)
{
    enum plan_layer known;
    *layer = figure_row_text(r, FIELD_LAYER);
    if (!r->of[FIELD_PERIOD]) return figure_row_fail(r, FIELD_PERIOD, ERR_FIGURES_MISSING, err);
    if (!period_read(&out->period, figure_row_text(r, FIELD_PERIOD)) || out->period.kind == PERIOD_NONE)
        return figure_row_fail(r, FIELD_PERIOD, ERR_FIGURES_VALUE, err);
    if (r->of[FIELD_KIND] && !kind_find(&out->kind, figure_row_text(r, FIELD_KIND)))
        return figure_row_fail(r, FIELD_KIND, ERR_FIGURES_VALUE, err);
    if (r->of[FIELD_ASPECT] && !aspect_find(&out->aspect, figure_row_text(r, FIELD_ASPECT)))
        return figure_row_fail(r, FIELD_ASPECT, ERR_FIGURES_VALUE, err);
    if (r->of[FIELD_BOUND] && !bound_find(&out->bound, figure_row_text(r, FIELD_BOUND)))
        return figure_row_fail(r, FIELD_BOUND, ERR_FIGURES_VALUE, err);
    if (!against_read(&out->against, &out->against_period, figure_row_text(r, FIELD_AGAINST)))
        return figure_row_fail(r, FIELD_AGAINST, ERR_FIGURES_VALUE, err);
    return plan_layer_find(&known, *layer) || figure_row_fail(r, FIELD_LAYER, ERR_FIGURES_VALUE, err);
}

/* --- the unit of measure */

static bool is_level(enum figure_kind k)
{
    return k == KIND_LEVEL || k == KIND_CHANGE;
}

static struct str default_measure(const struct figure_statement *f, const struct indicator *i)
{
    if (is_level(f->kind)) return i->canonical_unit;
    return f->kind == KIND_GROWTH || f->kind == KIND_PLAN_RATIO || f->kind == KIND_SHARE ? STR("%") : STR("");
}

static bool times(struct figure_statement *f, struct decimal factor)
{
    return decimal_mul(&f->value, f->value, factor) &&
           (!f->has_max || decimal_mul(&f->value_max, f->value_max, factor));
}

static bool measure(struct figure_statement *out, const struct indicator *i, const struct figure_row *r,
                    struct err *err)
{
    struct decimal factor;
    struct str said = figure_row_text(r, FIELD_MEASURE), name;
    out->unit = said;
    if (!said.len) out->unit = r->canonical ? said : default_measure(out, i);
    bool plain = !said.len || r->canonical || str_eq(said, i->canonical_unit) || str_eq(said, STR("VND")) ||
                 str_eq(said, STR("%")) || str_eq(said, STR("điểm %"));
    bool ok = figure_text_is_plain(said, MEASURE_MOST);
    if (ok && !plain && table_unit_read(&factor, &name, r->arena, said)) {
        ok = times(out, factor);
        out->unit = name;
    }
    ok = ok && (!is_level(out->kind) || indicator_takes_unit(i, out->unit));
    return ok || fail(err, ERR_FIGURES_MEASURE, r->file, flat_line_text(r->arena, r->line), i->code, said);
}

bool figure_row_read(struct figure_statement *out, struct str *layer, const struct figure_row *r, struct err *err)
{
    struct str said = figure_row_text(r, FIELD_INDICATOR);
    *out = (struct figure_statement){.plan = STR(""), .place = STR("")};
    if (!words(out, layer, r, err) || !numbers(out, r, err)) return false;
    if (!said.len) return figure_row_fail(r, FIELD_INDICATOR, ERR_FIGURES_MISSING, err);
    const struct indicator *i = indicator_typed(said);
    if (!i) i = indicator_of_phrase(said, STR(""), out->kind);
    if (!i) return fail(err, ERR_FIGURES_INDICATOR, r->file, flat_line_text(r->arena, r->line), said);
    out->indicator = i->code;
    out->subject = i->name;
    return measure(out, i, r, err);
}
