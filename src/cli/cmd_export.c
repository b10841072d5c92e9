/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_export: all current figures of the record, for other programs: value and key as docs/FORMATS.md names them, and
 * the words that prove it. Figures come in the order of indicator, period, kind, aspect, unit, layer: the same record
 * gives the same bytes. With --package they become a folder that describes itself (dataset.h).
 */
#include "command.h"
#include "dataset.h"
#include "figure_rows.h"
#include "indicator.h"
#include "known_on.h"
#include "snapshot.h"
#include "unit_look.h"

static const struct column COLUMNS[] = {
    {"id", NULL, 0},       {"indicator", NULL, 0}, {"name", NULL, 0},   {"unit", NULL, 0},    {"unit_name", NULL, 0},
    {"period", NULL, 0},   {"kind", NULL, 0},      {"aspect", NULL, 0}, {"against", NULL, 0}, {"layer", NULL, 0},
    {"value", NULL, 0},    {"value_max", NULL, 0}, {"of", NULL, 0},     {"bound", NULL, 0},   {"measure", NULL, 0},
    {"revision", NULL, 0}, {"document", NULL, 0},  {"start", NULL, 0},  {"end", NULL, 0},     {"quote", NULL, 0},
    {"by", NULL, 0},
};
enum { COLUMN_TOTAL = sizeof COLUMNS / sizeof COLUMNS[0], TEXT_MOST = 200 };

static void put_decimal_if(struct rows *r, bool has, struct decimal d)
{
    if (has)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static void put_key(struct rows *r, const struct figure_key *k, struct str unit_name)
{
    struct buf b = buf_make(TEXT_MOST);
    const struct indicator *i = indicator_find(k->indicator);
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
    put_key(r, &f->figure.key, unit_name);
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
    rows_end(r);
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
    struct str typed = cli_text(c, "unit"), indicator = cli_text(c, "indicator");
    if (indicator.len && !indicator_find(indicator)) return fail(err, ERR_INDICATOR_UNKNOWN, indicator);
    if (typed.len && !unit_typed(&only, c->db, c->arena, typed, (struct date){0}, err)) return false;
    if (cli_given(c, "package")) return write_package(c, only.code, indicator, err);
    if (!snapshot_load(&s, c->db, c->arena, only.code, err)) return false;
    struct rows *rows = cli_rows(c, COLUMNS, COLUMN_TOTAL);
    for (size_t i = 0; i < s.figures.len; i++) {
        const struct kept_figure *f = &s.figures.at[i];
        const struct kept_unit *unit = snapshot_unit(&s, f->figure.key.unit);
        if (indicator.len && !str_eq(f->figure.key.indicator, indicator)) continue;
        put_figure(rows, f, unit ? unit->name : STR(""));
        if (!cli_drain(c, err)) return false;
    }
    rows_close(rows);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("chỉ một nơi: tên hoặc mã")},
    {"indicator", 'i', OPTION_TEXT, tr("MÃ"), .help = tr("chỉ một chỉ tiêu: mã trong danh mục, ví dụ C01")},
    {"package", 0, OPTION_FILE, tr("THƯ-MỤC"),
     .help = tr("ghi thành gói dữ liệu Frictionless (datapackage.json và các tệp CSV) vào thư mục này")},
    {"license", 0, OPTION_TEXT, tr("GIẤY-PHÉP"),
     .help = tr("giấy phép ghi trong gói: tên (CC-BY-4.0) hoặc địa chỉ; không nêu thì không ghi")},
    {0},
};

const struct command cmd_export = {
    .name = "export",
    .summary = tr("xuất mọi số liệu hiện hành của kho cho chương trình khác"),
    .usage = {tr("[--unit NƠI] [--indicator MÃ]"), tr("--package THƯ-MỤC [--unit NƠI] [--indicator MÃ]")},
    .about = tr(
        "Mỗi dòng một số liệu: khóa, giá trị, và tài liệu, vị trí, câu chữ làm chứng. Kho trống cho tệp chỉ có "
        "dòng tên cột.\n"
        "--package ghi một thư mục mà «dieuhanh table» đọc lại được: số liệu, đơn vị, chỉ tiêu, tài liệu. Cùng một "
        "kho thì từng byte như nhau."),
    .options = OPTIONS,
    .examples = {{"dieuhanh export --format csv > so-lieu.csv", tr("CSV theo RFC 4180")},
                 {"dieuhanh export --format csv-excel > so-lieu.csv", tr("CSV để mở bằng Excel")},
                 {"dieuhanh export --format json --unit \"quận An Hòa\"", tr("JSON, chỉ một nơi")},
                 {"dieuhanh export --package so-lieu --license CC-BY-4.0", tr("gói dữ liệu Frictionless")}},
    .formats = 1u << FORMAT_CSV | 1u << FORMAT_CSV_EXCEL | 1u << FORMAT_JSON | 1u << FORMAT_JSONL,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
