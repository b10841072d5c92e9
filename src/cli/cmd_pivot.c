/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_pivot: a table of units by indicators and periods. The columns are those that were asked for, so they are made
 * when the command runs: "A02", or "A02 2025-Q4" when there are several periods.
 */
#include "grid_options.h"
#include "grid_record.h"
#include "rows.h"

enum { AXES_MOST = 500 };

struct pivot {
    const struct grid_axis *axes;
    size_t axis_count;
    struct period last;     /* of the periods */
    struct column *columns; /* two more than axes: unit and name */
};

static const char *heading(struct cli *c, const struct grid_axis *axis, bool with_period)
{
    struct buf b = buf_make(200);
    buf_put(&b, axis->indicator->code);
    if (with_period) {
        buf_char(&b, ' ');
        period_write(&b, axis->period);
    }
    const char *z = str_copy_z(c->arena, buf_str(&b));
    buf_free(&b);
    return z;
}

/* Every indicator in every period; --period may name several, with commas. */
static bool make_axes(struct pivot *p, struct cli *c, struct err *err)
{
    struct {
        VEC_FIELDS(struct period);
    } periods = {0};
    struct str rest = cli_text(c, "period");
    if (!rest.len) return fail(err, ERR_PERIOD_NEEDED, STR("pivot"));
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(","));
        struct period period;
        if (!period_read(&period, str_trim(cut.head)) || period.kind == PERIOD_NONE)
            return fail(err, ERR_PERIOD_UNKNOWN, cut.head);
        *vec_push(c->arena, &periods) = period;
        p->last = period;
        rest = cut.tail;
    }
    if (c->arg_count > AXES_MOST / periods.len) return fail(err, ERR_PIVOT_WIDE);
    struct grid_axis *axes = arena_array(c->arena, struct grid_axis, c->arg_count * periods.len);
    p->columns = arena_array(c->arena, struct column, c->arg_count * periods.len + 2);
    p->columns[0] = (struct column){"unit", tr("Mã"), COLUMN_FIXED};
    p->columns[1] = (struct column){"name", tr("Đơn vị"), 0};
    for (size_t i = 0; i < c->arg_count; i++) {
        const struct indicator *indicator;
        if (!grid_indicator_option(&indicator, c->args[i], err)) return false;
        for (size_t k = 0; k < periods.len; k++) {
            struct grid_axis *axis = &axes[p->axis_count++];
            *axis = (struct grid_axis){indicator, periods.at[k]};
            const char *name = heading(c, axis, periods.len > 1);
            p->columns[1 + p->axis_count] = (struct column){name, name, COLUMN_NUMBER};
        }
    }
    p->axes = axes;
    return true;
}

static bool put_units(struct cli *c, struct rows *rows, const struct grid *g, const struct pivot *p,
                      const struct grid_scope *s, struct err *err)
{
    struct grid_cell *cells = arena_array(c->arena, struct grid_cell, s->units * p->axis_count);
    grid_pivot(cells, g, s->slots, s->units, p->axes, p->axis_count);
    for (uint32_t i = 0; i < s->units; i++) {
        struct str name;
        bool any = false;
        for (size_t k = 0; k < p->axis_count; k++) any |= cells[i * p->axis_count + k].known;
        if (!any && !cli_flag(c, "all")) continue;
        if (!grid_unit_name(&name, c->db, c->arena, grid_scope_unit(s, i), err)) return false;
        rows_text(rows, grid_scope_unit(s, i));
        rows_text(rows, name);
        for (size_t k = 0; k < p->axis_count; k++)
            grid_cell_put(c, rows, g, p->axes[k].indicator, &cells[i * p->axis_count + k]);
        rows_end(rows);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

/* The sums under the table; what cannot be added up is empty, with its reason in `dieuhanh rollup`. */
static void put_sums(struct cli *c, struct rows *rows, const struct grid *g, const struct pivot *p,
                     const struct grid_scope *s)
{
    struct grid_rollup *sums = arena_array(c->arena, struct grid_rollup, p->axis_count);
    grid_pivot_rollup(sums, g, s, 1, p->axes, p->axis_count);
    rows_text(rows, STR(""));
    rows_text_shown(rows, STR("sum"), tr_text(c->lang, tr("Cộng")));
    for (size_t k = 0; k < p->axis_count; k++) {
        const struct grid_rollup *r = &sums[k];
        grid_value_cell(c, rows, p->axes[k].indicator,
                        (struct measured){r->why == GRID_ADDED, r->value, r->bound, r->measure}, false);
    }
    rows_end(rows);
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct grid_scope scope;
    struct pivot p = {0};
    if (!make_axes(&p, c, err) || !grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!grid_scope_option(&scope, c, g, p.last, err)) return false;
    struct rows *rows = cli_rows(c, p.columns, p.axis_count + 2);
    if (!put_units(c, rows, g, &p, &scope, err)) return false;
    if (cli_flag(c, "sum")) put_sums(c, rows, g, &p, &scope);
    rows_close(rows);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"period", 'k', OPTION_TEXT, tr("KỲ,..."), .help = tr("một hay nhiều kỳ, cách nhau bằng dấu phẩy: 2024,2025")},
    GRID_SCOPE_OPTIONS,
    {"sum", 0, OPTION_FLAG, .help = tr("thêm dòng cộng")},
    {"all", 0, OPTION_FLAG, .help = tr("cả đơn vị không có số nào")},
    {0},
};

const struct command cmd_pivot = {
    .name = "pivot",
    .summary = tr("bảng nhiều đơn vị theo nhiều chỉ tiêu và kỳ"),
    .usage = {tr("CHỈ-TIÊU... --period KỲ,... [--under NƠI] [--level CẤP]")},
    .about = tr("Mỗi dòng một đơn vị, mỗi cột một chỉ tiêu (trong một kỳ). Ô trống là không có số. Đơn vị là những đơn "
                "vị có vào "
                "ngày cuối của kỳ sau cùng."),
    .options = OPTIONS,
    .examples = {{"dieuhanh pivot A02 C01 --period 2024,2025 --under 79 --sum",
                  tr("hai chỉ tiêu, hai năm, có dòng cộng")},
                 {"dieuhanh pivot C01 --period 2025-Q4 --format csv-excel > bang.csv", tr("bảng để mở bằng Excel")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
