/* SPDX-License-Identifier: Apache-2.0
 *
 * target_add: `dieuhanh target add`: one target by hand, or the adjustment of one. What is typed becomes a line like
 * those of a table (target_lines.h); of a target that is there, what is not typed stays as it is.
 */
#include "programme_import.h"
#include "record_cells.h"
#include "said.h"
#include "target_cells.h"

static const struct {
    const char *option;
    enum target_field field;
} FIELDS[] = {
    {"programme", TARGET_FIELD_PARENT},    {"name", TARGET_FIELD_NAME},
    {"indicator", TARGET_FIELD_INDICATOR}, {"number", TARGET_FIELD_NUMBER},
    {"compare", TARGET_FIELD_COMPARATOR},  {"measure", TARGET_FIELD_MEASURE},
    {"base", TARGET_FIELD_BASE},           {"base-period", TARGET_FIELD_BASE_PERIOD},
    {"weight", TARGET_FIELD_WEIGHT},       {"clause", TARGET_FIELD_CLAUSE},
    {"source", TARGET_FIELD_SOURCE},
};

static void set(struct target_line *l, enum target_field f, struct str text, struct str place)
{
    l->of[f] = (struct target_cell){.text = text, .place = place};
}

static void set_number(struct target_cell *out, struct cli *c, bool has, struct decimal d, struct str place)
{
    struct buf b = buf_make(64);
    decimal_write(&b, d);
    if (has) *out = (struct target_cell){str_copy(c->arena, buf_str(&b)), true, false, d, true, place};
    buf_free(&b);
}

/* A number as the table of its indicator shows it, which is how a line is read. */
static struct decimal as_typed(const struct target *t, struct decimal d, bool base)
{
    const struct indicator *i = t->indicator.len ? indicator_find(t->indicator) : NULL;
    bool relative = str_eq(t->measure, STR("%")) && !base;
    return i && t->kind == KIND_LEVEL && !relative ? shown_value(d, i->canonical_unit, i) : d;
}

static struct str text_of_period(struct cli *c, struct period p)
{
    return period_text(c->arena, p);
}

/* What stands in the record, where nothing else was typed. */
static void fill_from(struct target_line *l, struct cli *c, const struct target *t)
{
    static const struct str KINDS[KIND_COUNT] = {[KIND_LEVEL] = STR_INIT("level"),
                                                 [KIND_GROWTH] = STR_INIT("growth"),
                                                 [KIND_PLAN_RATIO] = STR_INIT("plan_ratio")};
    const struct indicator *i = t->indicator.len ? indicator_find(t->indicator) : NULL;
    struct str measure = i && t->kind == KIND_LEVEL && !str_eq(t->measure, STR("%")) ? STR("") : t->measure;
    const struct {
        enum target_field field;
        struct str text;
    } old[] = {{TARGET_FIELD_PARENT, t->programme},
               {TARGET_FIELD_NAME, t->name},
               {TARGET_FIELD_INDICATOR, t->indicator},
               {TARGET_FIELD_NUMBER, t->indicator.len ? KINDS[t->kind] : STR("")},
               {TARGET_FIELD_COMPARATOR, target_comparator_word(t->comparator)},
               {TARGET_FIELD_MEASURE, measure},
               {TARGET_FIELD_BASE_PERIOD, text_of_period(c, t->base_period)},
               {TARGET_FIELD_CLAUSE, t->clause}};
    for (size_t k = 0; k < sizeof old / sizeof *old; k++)
        if (!l->of[old[k].field].text.len) set(l, old[k].field, old[k].text, l->place);
    if (target_cell_empty(&l->of[TARGET_FIELD_BASE]))
        set_number(&l->of[TARGET_FIELD_BASE], c, t->has_base, as_typed(t, t->base, true), l->place);
    if (target_cell_empty(&l->of[TARGET_FIELD_WEIGHT]))
        set_number(&l->of[TARGET_FIELD_WEIGHT], c, t->has_weight, t->weight, l->place);
    for (size_t k = 0; k < t->levels.len; k++) {
        const struct target_level *old_level = &t->levels.at[k];
        bool typed = false;
        for (size_t n = 0; n < l->levels.len; n++) typed |= period_eq(l->levels.at[n].period, old_level->period);
        if (typed) continue;
        struct target_level_cell cell = {.period = old_level->period, .cell = {.text = STR("x"), .place = l->place}};
        if (old_level->has_max) {
            struct buf b = buf_make(200);
            decimal_write(&b, as_typed(t, old_level->value, false));
            buf_put(&b, STR(".."));
            decimal_write(&b, as_typed(t, old_level->max, false));
            cell.cell.text = str_copy(c->arena, buf_str(&b));
            cell.cell.canonical = true;
            buf_free(&b);
        } else {
            set_number(&cell.cell, c, old_level->has_value, as_typed(t, old_level->value, false), l->place);
        }
        *vec_push(c->arena, &l->levels) = cell;
    }
}

/* "2023=15 2020-2025=≥20" */
static bool read_levels(struct target_line *l, struct cli *c, struct err *err)
{
    struct str text = cli_text(c, "level");
    while (text.len) {
        struct str_cut cut = str_cut(text, STR(" ")), level = str_cut(cut.head, STR("="));
        struct period p;
        text = cut.tail;
        if (!cut.head.len) continue;
        if (!level.found || !target_head_period(&p, c->arena, level.head) || !level.tail.len)
            return fail(err, ERR_TARGET_VALUE, STR("target add"), STR("--level"), level.head, cut.head);
        *vec_push(c->arena, &l->levels) = (struct target_level_cell){p, {.text = level.tail, .place = STR("--level")}};
    }
    return true;
}

static bool read_line(struct target_line *l, struct cli *c, struct err *err)
{
    struct buf since = buf_make(16);
    *l = (struct target_line){.place = STR("target add")};
    set(l, TARGET_FIELD_CODE, cli_code(c, 1), l->place);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        set(l, FIELDS[i].field, cli_text(c, FIELDS[i].option), str_of(FIELDS[i].option));
    date_write(&since, cli_date(c, "since"));
    set(l, TARGET_FIELD_SINCE, str_copy(c->arena, buf_str(&since)), STR("since"));
    buf_free(&since);
    return read_levels(l, c, err);
}

bool target_run_add(struct cli *c, struct err *err)
{
    struct target_line line;
    struct target_lines lines = {.file = STR("target add"), .at = &line, .len = 1, .cap = 1};
    struct target_rows rows;
    struct programme_import_result result;
    struct programme_import_options o = {.by_hand = true, .today = c->today};
    struct author author;
    if (!cli_word_arguments(c, 1, 1, err) || !known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !read_line(&line, c, err) || !target_rows_load(&rows, c->db, c->arena, err))
        return false;
    const struct kept_target *old = target_on(&rows, cli_code(c, 1), (struct date){0});
    if (old) fill_from(&line, c, &old->target);
    if (!programme_import(&result, c->db, c->arena, &author, &lines, &o, err)) return false;
    if (!result.change.target_count)
        cli_note(c, tr("chỉ tiêu {1} đã có như vậy, không đổi gì"), cli_code(c, 1));
    else if (old)
        cli_note(c, tr("đã ghi lần điều chỉnh {2} của chỉ tiêu {1}; mức cũ vẫn được giữ"), cli_code(c, 1),
                 cli_number(c, old->revision + 1));
    else
        cli_note(c, tr("đã thêm chỉ tiêu {1}"), cli_code(c, 1));
    return true;
}
