/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_series: one indicator of one unit through time, each value beside the same period of last year. Units that were
 * made anew have their own figures only: like for like is the matter of `stand`.
 */
#include "answer_show.h"
#include "grid_options.h"
#include "grid_record.h"
#include "plan.h"
#include "reckon.h"
#include "rows.h"
#include "unit_look.h"

static const struct column COLUMNS[] = {
    {"unit", NULL, COLUMN_DATA},
    {"indicator", tr("Mã"), COLUMN_FIXED},
    {"period", tr("Kỳ"), COLUMN_FIXED},
    {"value", tr("Giá trị"), COLUMN_NUMBER},
    {"bound", NULL, COLUMN_DATA},
    {"aspect", NULL, COLUMN_DATA},
    {"layer", tr("Cấp giao"), 0},
    {"measure", NULL, COLUMN_DATA},
    {"growth", tr("So cùng kỳ"), COLUMN_NUMBER},
    {"growth_why", NULL, COLUMN_DATA},
    {"figure", tr("Số liệu"), COLUMN_FIXED},
};

/* The value of the same time a year before: of the series itself, so one that was reckoned counts too. */
static struct grid_cell year_before(const struct grid *g, const struct question *q, const struct grid_series *series,
                                    const struct grid_cell *cell)
{
    struct question before = {q->unit, q->indicator, period_years_back(grid_period(g, cell->period), 1)};
    struct grid_cell base = grid_value(g, &before);
    for (size_t i = 0; i < series->len && !base.known; i++)
        if (series->at[i].computed && period_eq(grid_period(g, series->at[i].period), before.period))
            base = series->at[i];
    return base;
}

static void put_growth(struct cli *c, struct rows *rows, const struct grid_cell *cell, struct grid_cell base)
{
    struct comparison growth = grid_compare(cell, &base);
    struct buf b = buf_make(1000);
    if (growth.why == COMPARABLE) {
        show_comparison(&b, &growth, true);
        if (c->lang == LANG_EN) number_to_english(&b, 0);
        rows_decimal_shown(rows, growth.value, buf_str(&b));
    } else {
        rows_none(rows);
    }
    rows_text(rows, incomparable_reason(growth.why));
    buf_free(&b);
}

static void put_row(struct cli *c, struct rows *rows, const struct grid *g, const struct question *q,
                    const struct grid_series *series, const struct grid_cell *cell, bool plans)
{
    static const struct grid_lane COMPUTED[] = {{.aspect = ASPECT_ACTUAL}, {.aspect = ASPECT_ESTIMATE}};
    const struct grid_lane *lane = cell->computed ? &COMPUTED[cell->estimate] : grid_lane(g, cell->lane);
    enum plan_layer layer;
    rows_text(rows, q->unit);
    rows_text(rows, q->indicator->code);
    grid_period_put(rows, grid_period(g, cell->period));
    grid_cell_put(c, rows, g, q->indicator, cell);
    rows_text(rows, bound_name(cell->bound));
    rows_text(rows, aspect_name(lane->aspect));
    rows_text_shown(rows, lane->layer,
                    plan_layer_find(&layer, lane->layer) && plans ? plan_layer_name(layer) : STR(""));
    rows_text(rows, cell->measure);
    if (plans) {
        rows_none(rows);
        rows_text(rows, STR(""));
    } else {
        put_growth(c, rows, cell, year_before(g, q, series, cell));
    }
    grid_id_put(rows, cell);
    rows_end(rows);
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct kept_unit unit;
    struct office_formulas f;
    bool plans = cli_flag(c, "plans");
    size_t shown = 0;
    if (!unit_typed(&unit, c->db, c->arena, c->args[0], (struct date){0}, err)) return false;
    for (size_t k = 1; k < c->arg_count; k++) {
        const struct indicator *i;
        if (!grid_formula_option(&f, &i, c, c->args[k], err)) return false;
    }
    if (!grid_of_record(&g, c->db, c->arena, err)) return false;
    struct rows *rows = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t k = 1; k < c->arg_count; k++) {
        struct question q = {.unit = unit.code};
        struct grid_series series;
        q.indicator = formula_indicator(&f.book, c->args[k]);
        if (plans)
            grid_series(&series, c->arena, g, unit.code, q.indicator, true);
        else
            reckon_series(&series, c->arena, g, &f.book, unit.code, q.indicator);
        for (size_t n = 0; n < series.len; n++) put_row(c, rows, g, &q, &series, &series.at[n], plans);
        shown += series.len;
        if (!cli_drain(c, err)) return false;
    }
    rows_close(rows);
    return shown || fail(err, ERR_NO_FIGURES, unit.name);
}

static const struct option_spec OPTIONS[] = {
    {"plans", 'p', OPTION_FLAG, .help = tr("các kế hoạch thay cho các số thực hiện")},
    {0},
};

const struct command cmd_series = {
    .name = "series",
    .summary = tr("chuỗi số liệu của một đơn vị qua các kỳ"),
    .usage = {tr("[--plans] NƠI CHỈ-TIÊU...")},
    .about = tr(
        "Mỗi kỳ một dòng, số thực hiện đi trước số ước, bên cạnh tăng giảm so với cùng kỳ năm trước. Chuỗi gồm số của "
        "chính đơn vị này; kỳ không báo cáo mà chỉ tiêu có công thức thì số được tính (dấu =). So với các đơn vị trước "
        "khi sắp xếp lại thì xem «dieuhanh stand»."),
    .options = OPTIONS,
    .examples = {{"dieuhanh series 79 C01", tr("thu ngân sách qua các kỳ")},
                 {"dieuhanh series --plans 79 C01", tr("các kế hoạch đã giao")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 2,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
