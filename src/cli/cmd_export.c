/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_export: all current figures of the record, for other programs: value and key as docs/FORMATS.md names them, and
 * the words that prove it. Figures come in the order of indicator, period, kind, aspect, unit, layer: the same record
 * gives the same bytes. With --package they become a folder that describes itself (dataset.h).
 *
 * What formulas give where nobody reported stands behind the figures, only when it is asked for, marked by its formula
 * and with an id for `explain`; a program that reads the rows back in passes them over, since a record reckons itself.
 */
#include "answer_show.h"
#include "asked.h"
#include "dataset.h"
#include "figure_rows.h"
#include "grid_options.h"
#include "grid_record.h"
#include "indicator.h"
#include "known_on.h"
#include "reckon.h"
#include "snapshot.h"
#include "unit_look.h"

static const struct column COLUMNS[] = {
    {"id", NULL, 0},       {"indicator", NULL, 0}, {"name", NULL, 0},   {"unit", NULL, 0},    {"unit_name", NULL, 0},
    {"period", NULL, 0},   {"kind", NULL, 0},      {"aspect", NULL, 0}, {"against", NULL, 0}, {"layer", NULL, 0},
    {"value", NULL, 0},    {"value_max", NULL, 0}, {"of", NULL, 0},     {"bound", NULL, 0},   {"measure", NULL, 0},
    {"revision", NULL, 0}, {"document", NULL, 0},  {"start", NULL, 0},  {"end", NULL, 0},     {"quote", NULL, 0},
    {"by", NULL, 0},       {"formula", NULL, 0},   {"locked", NULL, 0},
};
enum { COLUMN_TOTAL = sizeof COLUMNS / sizeof COLUMNS[0], TEXT_MOST = 200 };

static void put_decimal_if(struct rows *r, bool has, struct decimal d)
{
    if (has)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static void put_key(struct rows *r, const struct figure_key *k, const struct indicator *i, struct str unit_name)
{
    struct buf b = buf_make(TEXT_MOST);
    rows_text(r, k->indicator);
    rows_text(r, i ? i->name : STR(""));
    rows_text(r, k->unit);
    rows_text(r, unit_name);
    period_write(&b, k->period);
    rows_text(r, buf_str(&b));
    rows_text(r, kind_name(k->kind));
    rows_text(r, aspect_name(k->aspect));
    buf_clear(&b);
    if (k->against == AGAINST_PERIOD)
        period_write(&b, k->against_period);
    else
        buf_put(&b, against_name(k->against));
    rows_text(r, buf_str(&b));
    rows_text(r, k->layer);
    buf_free(&b);
}

static void put_figure(struct rows *r, const struct kept_figure *f, struct str unit_name)
{
    struct buf b = buf_make(TEXT_MOST);
    figure_id_write(&b, f->id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
    put_key(r, &f->figure.key, indicator_find(f->figure.key.indicator), unit_name);
    rows_decimal(r, f->figure.value);
    put_decimal_if(r, f->figure.has_max, f->figure.value_max);
    put_decimal_if(r, f->figure.has_of, f->figure.of);
    rows_text(r, bound_name(f->figure.bound));
    rows_text(r, f->figure.measure);
    rows_int(r, f->revision);
    rows_text(r, f->figure.document);
    rows_int(r, f->figure.start);
    rows_int(r, f->figure.end);
    rows_text(r, f->figure.quote);
    rows_text(r, f->figure.by);
    rows_text(r, STR(""));
    rows_text(r, STR(""));
    rows_end(r);
}

/* --- what formulas give */

static void put_computed(struct cli *c, struct rows *r, const struct question *q, const struct grid_cell *cell,
                         struct str unit_name, struct str formula, const struct locked_cell *locked)
{
    const struct figure_key key = {
        .indicator = q->indicator->code,
        .unit = q->unit,
        .period = q->period,
        .kind = KIND_LEVEL,
        .aspect = cell->estimate ? ASPECT_ESTIMATE : ASPECT_ACTUAL,
        .against = AGAINST_NONE,
        .layer = STR(""),
    };
    grid_id_put(r, cell, q);
    put_key(r, &key, q->indicator, unit_name);
    rows_decimal(r, cell->rounded ? cell->fine : cell->value);
    rows_none(r);
    rows_none(r);
    rows_text(r, bound_name(cell->inexact && cell->bound == BOUND_EXACT ? BOUND_ABOUT : cell->bound));
    rows_text(r, cell->measure);
    rows_none(r); /* revision, document, start, end, quote, by: nobody said it */
    rows_text(r, STR(""));
    rows_none(r);
    rows_none(r);
    rows_text(r, STR(""));
    rows_text(r, STR(""));
    rows_text(r, formula);
    locked_id_put(c, r, locked);
    rows_end(r);
}

/* One value that a formula gives, or gave when a report was locked (its formula then). */
static bool put_one(struct cli *c, struct rows *rows, struct grid_cell *cell, const struct question *q,
                    const struct kept_unit *unit, struct locked_marks *locks, struct err *err)
{
    enum unit_kind kind = unit ? kept_unit_kind(unit) : UNIT_KINDS;
    const struct formula_rule *rule = formula_rule_for(locks->book, q->indicator->code, q->period, kind);
    struct locked_cell locked = locked_cell(locks, cell, q, kind);
    bool held = locked.state == LOCKED_HELD;
    if (!cell->computed || (!rule && !held)) return true;
    put_computed(c, rows, q, cell, unit ? unit->name : STR(""), held ? locked.value->formula : rule->formula.text,
                 &locked);
    return cli_drain(c, err);
}

static bool has_time(const struct grid_series *s, const struct grid *g, struct period p)
{
    for (size_t i = 0; i < s->len; i++)
        if (period_same_time(grid_period(g, s->at[i].period), p)) return true;
    return false;
}

/* Values of locks of which nothing is left to reckon. */
static bool put_left(struct cli *c, struct rows *rows, const struct grid_series *s, struct question q,
                     const struct kept_unit *unit, struct locked_marks *locks, struct err *err)
{
    for (size_t i = 0; i < locks->all.len; i++) {
        const struct locked_value *v = &locks->all.at[i];
        struct grid_cell none = {0};
        if (!str_eq(v->unit, q.unit) || !str_eq(v->indicator, q.indicator->code)) continue;
        bool told = has_time(s, locks->grid, v->period);
        for (size_t k = 0; k < i && !told; k++) {
            const struct locked_value *o = &locks->all.at[k];
            told = str_eq(o->unit, v->unit) && str_eq(o->indicator, v->indicator) &&
                   period_same_time(o->period, v->period);
        }
        q.period = v->period;
        if (!told && !put_one(c, rows, &none, &q, unit, locks, err)) return false;
    }
    return true;
}

static bool put_series(struct cli *c, struct rows *rows, struct question q, const struct kept_unit *unit,
                       struct locked_marks *locks, struct err *err)
{
    struct grid_series s;
    enum unit_kind kind = unit ? kept_unit_kind(unit) : UNIT_KINDS;
    reckon_series(&s, c->arena, locks->grid, locks->book, q.unit, kind, q.indicator);
    for (size_t i = 0; i < s.len; i++) {
        q.period = grid_period(locks->grid, s.at[i].period);
        if (s.at[i].computed && !put_one(c, rows, &s.at[i], &q, unit, locks, err)) return false;
    }
    return put_left(c, rows, &s, q, unit, locks, err);
}

/* The first rule of its indicator: a code with several times has several rules. */
static bool is_first(const struct formula_book *book, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (book->at[k].indicator == book->at[i].indicator) return false;
    return book->at[i].indicator != NULL;
}

/* Every indicator with a formula (or that one), of the units of the snapshot, at the times of the record. */
static bool put_all_computed(struct cli *c, struct rows *rows, const struct snapshot *s,
                             const struct formula_book *book, const struct indicator *only, struct err *err)
{
    struct grid *g;
    struct locked_marks locks;
    struct codes units = cube_units(s->cube);
    if (!grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!locked_open(&locks, c->db, c->arena, STR(""), g, book, err)) return false;
    for (size_t i = 0; i < book->len; i++) {
        const struct indicator *indicator = book->at[i].indicator;
        if ((only && only != indicator) || !is_first(book, i)) continue;
        for (size_t k = 0; k < units.len; k++) {
            struct question q = {.unit = units.at[k], .indicator = indicator};
            const struct kept_unit *unit = snapshot_unit(s, q.unit);
            struct arena_mark mark = arena_mark(c->arena);
            bool ok = put_series(c, rows, q, unit, &locks, err);
            if (!locks.all.len) arena_reset(c->arena, mark); /* what was found of locks is kept there */
            if (!ok) return false;
        }
    }
    return true;
}

static bool has_formula(const struct formula_book *book, const struct indicator *i)
{
    for (size_t k = 0; i && k < book->len; k++)
        if (book->at[k].indicator == i) return true;
    return false;
}

static bool write_package(struct cli *c, struct str unit, struct str indicator, struct err *err)
{
    struct dataset_result result;
    struct dataset_wish w = {
        .unit = unit, .indicator = indicator, .known = known_on_words(c), .license = cli_text(c, "license")};
    struct str folder = cli_text(c, "package");
    if (!dataset_save(&result, c->db, c->arena, folder, &w, err)) return false;
    cli_note(c, tr("đã ghi gói «{1}»: {2} số liệu, {3} đơn vị, {4} tài liệu"), cli_shown(c->arena, folder),
             cli_number(c, result.figures), cli_number(c, result.units), cli_number(c, result.documents));
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit only = {.code = STR("")};
    struct wanted asked;
    if (!asked_read(&asked, c, 0, ASK_INDICATOR | ASK_UNIT, err)) return false;
    const struct indicator *one = asked.indicator;
    const struct formula_book *book = &asked.formulas.book;
    if (asked.unit.len && !unit_typed(&only, c->db, c->arena, asked.unit, (struct date){0}, err)) return false;
    if (cli_given(c, "package")) return write_package(c, only.code, one ? one->code : STR(""), err);
    if (!snapshot_load(&s, c->db, c->arena, only.code, err)) return false;
    struct rows *rows = cli_rows(c, COLUMNS, COLUMN_TOTAL);
    for (size_t i = 0; i < s.figures.len; i++) {
        const struct kept_figure *f = &s.figures.at[i];
        const struct kept_unit *unit = snapshot_unit(&s, f->figure.key.unit);
        if (one && !str_eq(f->figure.key.indicator, one->code)) continue;
        put_figure(rows, f, unit ? unit->name : STR(""));
        if (!cli_drain(c, err)) return false;
    }
    bool computed = cli_flag(c, "computed") || has_formula(book, one);
    if (computed && !put_all_computed(c, rows, &s, book, one, err)) return false;
    rows_close(rows);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("chỉ một nơi: tên hoặc mã")},
    {"indicator", 'i', OPTION_TEXT, tr("MÃ"), .help = tr("chỉ một chỉ tiêu: mã hay tên, ví dụ C01")},
    {"computed", 0, OPTION_FLAG,
     .help = tr("thêm các số tính theo công thức mà không báo cáo nào nêu; nêu một chỉ tiêu có công thức thì luôn có")},
    {"package", 0, OPTION_FILE, tr("THƯ-MỤC"),
     .help = tr("ghi thành gói dữ liệu Frictionless (datapackage.json và các tệp CSV) vào thư mục này")},
    {"license", 0, OPTION_TEXT, tr("GIẤY-PHÉP"),
     .help = tr("giấy phép ghi trong gói: tên (CC-BY-4.0) hoặc địa chỉ; không nêu thì không ghi")},
    {0},
};

const struct command cmd_export = {
    .name = "export",
    .summary = tr("xuất mọi số liệu hiện hành của kho cho chương trình khác"),
    .usage = {tr("[CHỈ-TIÊU] [NƠI] [--computed]"), tr("--package THƯ-MỤC [CHỈ-TIÊU] [NƠI]")},
    .about = tr(
        "Mỗi dòng một số liệu: khóa, giá trị, và tài liệu, vị trí, câu chữ làm chứng. Kho trống cho tệp chỉ có "
        "dòng tên cột.\n"
        "--package ghi một thư mục mà «dieuhanh table» đọc lại được: số liệu, đơn vị, chỉ tiêu, tài liệu. Cùng một "
        "kho thì từng byte như nhau.\n"
        "Số tính theo công thức đứng sau, cột formula nêu công thức, mã ở cột id dùng được cho «dieuhanh explain»; "
        "gói dữ liệu và tệp nhập lại không có các số này, vì kho tự tính."),
    .options = OPTIONS,
    .examples = {{"dieuhanh export --format csv > so-lieu.csv", tr("CSV theo RFC 4180")},
                 {"dieuhanh export --format csv-excel > so-lieu.csv", tr("CSV để mở bằng Excel")},
                 {"dieuhanh export \"quận An Hòa\" --format json", tr("JSON, chỉ một nơi")},
                 {"dieuhanh export --package so-lieu --license CC-BY-4.0", tr("gói dữ liệu Frictionless")}},
    .formats = 1u << FORMAT_CSV | 1u << FORMAT_CSV_EXCEL | 1u << FORMAT_JSON | 1u << FORMAT_JSONL,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
