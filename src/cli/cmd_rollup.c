/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_rollup: what the units below a unit make together, with how many are missing; or why it cannot be added up. With
 * --parts the figures that make it.
 */
#include "asked.h"
#include "grid_options.h"
#include "grid_record.h"
#include "reckon.h"
#include "rows.h"
#include "word_meaning.h"

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
    {"computed", NULL, COLUMN_DATA},
    {"locked", NULL, COLUMN_DATA},
};

static const struct column PART_COLUMNS[] = {
    {"indicator", tr("Chỉ tiêu"), COLUMN_FIXED}, {"unit", tr("Mã"), COLUMN_FIXED},        {"name", tr("Đơn vị"), 0},
    {"value", tr("Giá trị"), COLUMN_NUMBER},     {"figure", tr("Số liệu"), COLUMN_FIXED}, {"locked", NULL, COLUMN_DATA},
};

static void put_sum(struct cli *c, struct rows *rows, const struct indicator *i, struct period period,
                    const struct grid_rollup *r, size_t held)
{
    bool added = r->why == GRID_ADDED;
    rows_text(rows, i->code);
    rows_text(rows, i->name);
    rows_text(rows, i->unit);
    grid_period_put(rows, period);
    rows_text(rows, cli_text(c, "level"));
    grid_value_cell(c, rows, i, (struct measured){added, r->value, r->bound, r->measure},
                    (r->computed ? MARK_COMPUTED : 0) | (held ? MARK_LOCKED : 0));
    grid_value_cell(c, rows, i, (struct measured){added && r->has_of, r->of, BOUND_EXACT, r->measure}, 0);
    rows_text(rows, r->measure);
    rows_text(rows, added ? bound_name(r->bound) : STR(""));
    rows_int(rows, r->units);
    rows_int(rows, r->have);
    rows_int(rows, r->units - r->have);
    rows_int(rows, r->estimates);
    rows_text(rows, grid_why_reason(r->why));
    rows_int(rows, r->computed);
    rows_int(rows, (int64_t)held);
    rows_end(rows);
}

static bool put_parts(struct cli *c, struct rows *rows, const struct grid *g, const struct formula_book *book,
                      struct locked_marks *locks, struct question q, const struct grid_scope *s, struct err *err)
{
    struct grid_cell *cells = arena_array(c->arena, struct grid_cell, s->units);
    struct locked_cell *locked = arena_array(c->arena, struct locked_cell, s->units);
    reckon_cells(cells, c->arena, g, book, q.indicator, q.period, s);
    (void)locked_cells(locks, locked, cells, 1, s, q.indicator, q.period);
    for (uint32_t k = 0; k < s->units; k++) {
        struct str name;
        q.unit = grid_scope_unit(s, k);
        if (!grid_unit_name(&name, c->db, c->arena, q.unit, err)) return false;
        rows_text(rows, q.indicator->code);
        rows_text(rows, q.unit);
        rows_text(rows, name);
        grid_cell_put(c, rows, g, q.indicator, &cells[k], locked_mark(&locked[k]));
        grid_id_put(rows, &cells[k], &q);
        locked_id_put(c, rows, &locked[k]);
        rows_end(rows);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

/* The denominator of --weight; NULL: none was named. */
static bool read_weight(const struct indicator **out, struct cli *c, const struct formula_book *book, struct err *err)
{
    struct str by = cli_text(c, "weight");
    *out = by.len ? indicator_said(c->arena, &book->scope, by) : NULL;
    return *out || !by.len || fail(err, ERR_INDICATOR_UNKNOWN, by);
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct grid_scope scope;
    struct wanted asked;
    struct period period;
    const struct indicator *weight;
    struct corrected_marks none = {.arena = c->arena};
    struct locked_marks locks;
    bool parts = cli_flag(c, "parts");
    unsigned what = ASK_INDICATORS | NEED_INDICATOR | ASK_SCOPE | ASK_PERIOD | NEED_PERIOD;
    if (!asked_read(&asked, c, 0, what, err) || !asked_period(&period, &asked, err)) return false;
    const struct formula_book *book = &asked.formulas.book;
    if (!read_weight(&weight, c, book, err) || !grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!grid_scope_option(&scope, c, asked.unit, g, period, err)) return false;
    if (!locked_open(&locks, c->db, c->arena, STR(""), g, book, err)) return false;
    struct rows *rows = parts ? cli_rows(c, PART_COLUMNS, sizeof PART_COLUMNS / sizeof *PART_COLUMNS)
                              : cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    size_t *computed = arena_array(c->arena, size_t, asked.indicators.len);
    for (size_t k = 0; k < asked.indicators.len; k++) {
        const struct indicator *i = asked.indicators.at[k];
        size_t held;
        struct grid_rollup r = locked_rollup(&held, &locks, i, period, &scope, weight);
        computed[k] = r.computed;
        if (!parts)
            put_sum(c, rows, i, period, &r, held);
        else if (!put_parts(c, rows, g, book, &locks, (struct question){STR(""), i, period}, &scope, err))
            return false;
    }
    rows_close(rows);
    corrected_put(c, &none, &locks);
    for (size_t k = 0; k < asked.indicators.len; k++)
        grid_computed_note(c, computed[k], book, asked.indicators.at[k], period, grid_scope_kind(&scope));
    return true;
}

static const struct option_spec OPTIONS[] = {
    GRID_PERIOD_OPTION,
    GRID_SCOPE_OPTIONS,
    ASKED_INDICATOR_OPTION,
    {"weight", 'w', OPTION_TEXT, tr("MÃ"), .help = tr("mẫu số của chỉ tiêu tỷ lệ: bình quân theo chỉ tiêu này")},
    {"parts", 0, OPTION_FLAG, .help = tr("in các số liệu làm nên tổng, kể cả đơn vị còn thiếu")},
    {0},
};

const struct command cmd_rollup = {
    .name = "rollup",
    .summary = tr("cộng chỉ tiêu của các đơn vị thuộc một nơi"),
    .usage = {tr("CHỈ-TIÊU... [NƠI] KỲ [--level CẤP] [--weight MÃ] [--parts]")},
    .about = tr(
        "Chỉ tiêu cộng được thì cộng, chỉ tiêu tỷ lệ thì bình quân theo mẫu số nêu ở --weight, không thì nói rõ vì sao "
        "không cộng được. Đơn vị không có số được đếm là thiếu, không coi là 0.\n"
        "Đơn vị là những đơn vị có vào ngày cuối của kỳ, thuộc nơi mà chúng thuộc về lúc đó. Đơn vị không báo "
        "cáo mà chỉ tiêu có công thức thì lấy số tính được (dấu =); --parts cho thấy số nào.\n"
        "Chỉ tiêu, nơi, kỳ nêu theo thứ tự nào cũng được, hay bằng --indicator, --unit, --period."),
    .options = OPTIONS,
    .examples = {{"dieuhanh rollup A02 C01 79 2025", tr("các xã, phường của một thành phố")},
                 {"dieuhanh rollup A07 2025 --weight A02", tr("tỷ suất sinh cả nước, theo dân số")},
                 {"dieuhanh rollup A02 79 2025 --parts", tr("các số làm nên tổng")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
