/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_rollup: what the units below a unit make together, with how many are missing; or why it cannot be added up. With
 * --parts the figures that make it.
 */
#include "grid_options.h"
#include "grid_record.h"
#include "rows.h"

static const struct column COLUMNS[] = {
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Chỉ tiêu"), 0},
    {NULL, tr("ĐVT"), COLUMN_EYES},
    {"period", NULL, COLUMN_DATA},
    {"level", NULL, COLUMN_DATA},
    {"value", tr("Cộng"), COLUMN_NUMBER},
    {"of", tr("Trên tổng số"), COLUMN_NUMBER},
    {"measure", NULL, COLUMN_DATA},
    {"bound", NULL, COLUMN_DATA},
    {"units", tr("Đơn vị"), COLUMN_NUMBER},
    {"have", tr("Có số"), COLUMN_NUMBER},
    {"missing", tr("Thiếu"), COLUMN_NUMBER},
    {"estimates", tr("Số ước"), COLUMN_NUMBER},
    {"why", tr("Không cộng được vì"), 0},
};

static const struct column PART_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED}, {"unit", tr("Mã"), COLUMN_FIXED},        {"name", tr("Đơn vị"), 0},
    {"value", tr("Giá trị"), COLUMN_NUMBER},     {"figure", tr("Số liệu"), COLUMN_FIXED},
};

static void put_sum(struct cli *c, struct rows *rows, const struct indicator *i, struct period period,
                    const struct grid_rollup *r)
{
    bool added = r->why == GRID_ADDED;
    rows_text(rows, i->code);
    rows_text(rows, i->name);
    rows_text(rows, i->unit);
    grid_period_put(rows, period);
    rows_text(rows, cli_text(c, "level"));
    grid_value_cell(c, rows, i, (struct measured){added, r->value, r->bound, r->measure}, false);
    grid_value_cell(c, rows, i, (struct measured){added && r->has_of, r->of, BOUND_EXACT, r->measure}, false);
    rows_text(rows, r->measure);
    rows_text(rows, added ? bound_name(r->bound) : STR(""));
    rows_int(rows, r->units);
    rows_int(rows, r->have);
    rows_int(rows, r->units - r->have);
    rows_int(rows, r->estimates);
    rows_text(rows, grid_why_reason(r->why));
    rows_end(rows);
}

static bool put_parts(struct cli *c, struct rows *rows, const struct grid *g, const struct indicator *i,
                      struct period period, const struct grid_scope *s, struct err *err)
{
    struct grid_cell *cells = arena_array(c->arena, struct grid_cell, s->units);
    grid_cells(cells, g, i, period, s);
    for (uint32_t k = 0; k < s->units; k++) {
        struct str name;
        if (!grid_unit_name(&name, c->db, c->arena, grid_scope_unit(s, k), err)) return false;
        rows_text(rows, i->code);
        rows_text(rows, grid_scope_unit(s, k));
        rows_text(rows, name);
        grid_cell_put(c, rows, g, i, &cells[k]);
        grid_id_put(rows, &cells[k]);
        rows_end(rows);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct grid_scope scope;
    const struct indicator *i, *weight = NULL;
    struct period period;
    bool parts = cli_flag(c, "parts");
    struct str by = cli_text(c, "weight");
    if (!grid_period_option(&period, c, err) || (by.len && !grid_indicator_option(&weight, by, err))) return false;
    for (size_t k = 0; k < c->arg_count; k++)
        if (!grid_indicator_option(&i, c->args[k], err)) return false;
    if (!grid_of_record(&g, c->db, c->arena, err) || !grid_scope_option(&scope, c, g, period, err)) return false;
    struct rows *rows = parts ? cli_rows(c, PART_COLUMNS, sizeof PART_COLUMNS / sizeof *PART_COLUMNS)
                              : cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t k = 0; k < c->arg_count; k++) {
        if (!grid_indicator_option(&i, c->args[k], err)) return false;
        if (parts) {
            if (!put_parts(c, rows, g, i, period, &scope, err)) return false;
            continue;
        }
        struct grid_rollup r = grid_rollup(g, i, period, &scope, weight);
        put_sum(c, rows, i, period, &r);
    }
    rows_close(rows);
    return true;
}

static const struct option_spec OPTIONS[] = {
    GRID_PERIOD_OPTION,
    GRID_SCOPE_OPTIONS,
    {"weight", 'w', OPTION_TEXT, tr("MÃ"), .help = tr("mẫu số của chỉ tiêu tỷ lệ: bình quân theo chỉ tiêu này")},
    {"parts", 0, OPTION_FLAG, .help = tr("in các số liệu làm nên tổng, kể cả đơn vị còn thiếu")},
    {0},
};

const struct command cmd_rollup = {
    .name = "rollup",
    .summary = tr("cộng chỉ tiêu của các đơn vị thuộc một nơi"),
    .usage = {tr("CHỈ-TIÊU... --period KỲ [--under NƠI] [--level CẤP]")},
    .about = tr(
        "Chỉ tiêu cộng được thì cộng, chỉ tiêu tỷ lệ thì bình quân theo mẫu số nêu ở --weight, không thì nói rõ vì sao "
        "không cộng được. Đơn vị không có số được đếm là thiếu, không coi là 0.\n"
        "Đơn vị là những đơn vị có vào ngày cuối của kỳ, thuộc nơi mà chúng thuộc về lúc đó."),
    .options = OPTIONS,
    .examples = {{"dieuhanh rollup A02 C01 --period 2025 --under 79", tr("các xã, phường của một thành phố")},
                 {"dieuhanh rollup A07 --weight A02 --period 2025", tr("tỷ suất sinh cả nước, theo dân số")},
                 {"dieuhanh rollup A02 --period 2025 --under 79 --parts", tr("các số làm nên tổng")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
