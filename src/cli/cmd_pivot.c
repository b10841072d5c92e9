/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_pivot: a table of units by indicators and periods. The columns are those that were asked for, so they are made
 * when the command runs: "A02", or "A02 2025-Q4" when there are several periods.
 */
#include "asked.h"
#include "grid_options.h"
#include "grid_record.h"
#include "reckon.h"
#include "rows.h"

enum { AXES_MOST = 500, COLUMNS_MORE = 5 };

struct pivot {
    const struct grid_axis *axes;
    size_t axis_count;
    struct period last;     /* of the periods */
    struct column *columns; /* unit, name, the axes, and which of them were reckoned, corrected, kept by a lock */
    size_t *computed;       /* beside axes: how many cells a formula gave */
    bool *filled;           /* beside axes: some unit has a number */
    struct corrected_marks marks;
    struct locked_marks locks;
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

struct period_list {
    VEC_FIELDS(struct period);
};

/* One or several, with commas. */
static bool read_periods(struct period_list *out, struct cli *c, struct str text, struct err *err)
{
    while (text.len) {
        struct str_cut cut = str_cut(text, STR(","));
        struct period period;
        if (!period_read(&period, str_trim(cut.head)) || period.kind == PERIOD_NONE)
            return fail(err, ERR_PERIOD_UNKNOWN, cut.head);
        *vec_push(c->arena, out) = period;
        text = cut.tail;
    }
    return true;
}

/* Every indicator in every period. */
static bool make_axes(struct pivot *p, struct cli *c, const struct wanted *asked, struct err *err)
{
    struct period_list periods = {0};
    size_t count = asked->indicators.len;
    if (!read_periods(&periods, c, asked->period, err)) return false;
    if (count > AXES_MOST / periods.len) return fail(err, ERR_PIVOT_WIDE);
    p->last = periods.at[periods.len - 1];
    struct grid_axis *axes = arena_array(c->arena, struct grid_axis, count * periods.len);
    p->columns = arena_array(c->arena, struct column, count * periods.len + COLUMNS_MORE);
    p->columns[0] = (struct column){"unit", tr("Mã"), COLUMN_FIXED};
    p->columns[1] = (struct column){"name", tr("Đơn vị"), 0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < periods.len; k++) {
            struct grid_axis *axis = &axes[p->axis_count++];
            *axis = (struct grid_axis){asked->indicators.at[i], periods.at[k]};
            const char *name = heading(c, axis, periods.len > 1);
            p->columns[1 + p->axis_count] = (struct column){name, name, COLUMN_NUMBER};
        }
    p->columns[2 + p->axis_count] = (struct column){"computed", NULL, COLUMN_DATA};
    p->columns[3 + p->axis_count] = (struct column){"corrected", NULL, COLUMN_DATA};
    p->columns[4 + p->axis_count] = (struct column){"locked", NULL, COLUMN_DATA};
    p->axes = axes;
    p->computed = arena_array(c->arena, size_t, p->axis_count);
    p->filled = arena_array(c->arena, bool, p->axis_count);
    memset(p->computed, 0, p->axis_count * sizeof *p->computed);
    memset(p->filled, 0, p->axis_count * sizeof *p->filled);
    return true;
}

/* The columns of a row that a formula gives, by their headings. */
static void put_computed(struct rows *rows, const struct pivot *p, const struct grid_cell *cells)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t k = 0; k < p->axis_count; k++) {
        if (!cells[k].computed) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put_z(&b, p->columns[2 + k].name);
        p->computed[k]++;
    }
    rows_text(rows, buf_str(&b));
    buf_free(&b);
}

static void add_heading(struct buf *b, const struct pivot *p, size_t axis)
{
    if (b->len) buf_put(b, STR(", "));
    buf_put_z(b, p->columns[2 + axis].name);
}

/* The numbers of a unit, and behind them the columns that were corrected after a report with them was locked, and those
 * that a lock keeps. */
static void put_cells(struct cli *c, struct rows *rows, const struct grid *g, struct pivot *p, struct str unit,
                      const struct grid_cell *cells, const struct locked_cell *locked)
{
    struct buf corrected = buf_make(SIZE_MAX), kept = buf_make(SIZE_MAX);
    for (size_t k = 0; k < p->axis_count; k++) {
        struct question q = {unit, p->axes[k].indicator, p->axes[k].period};
        unsigned mark = grid_corrected(&p->marks, g, &q, &cells[k]) | locked_mark(&locked[k]);
        grid_cell_put(c, rows, g, q.indicator, &cells[k], MARK_COMPUTED | mark);
        if (mark & MARK_CORRECTED) add_heading(&corrected, p, k);
        if (locked[k].value) add_heading(&kept, p, k);
    }
    put_computed(rows, p, cells);
    rows_text(rows, buf_str(&corrected));
    rows_text(rows, buf_str(&kept));
    buf_free(&corrected);
    buf_free(&kept);
}

static bool put_units(struct cli *c, struct rows *rows, const struct grid *g, const struct formula_book *book,
                      struct pivot *p, const struct grid_scope *s, struct err *err)
{
    struct grid_cell *cells = arena_array(c->arena, struct grid_cell, s->units * p->axis_count);
    struct locked_cell *locked = arena_array(c->arena, struct locked_cell, s->units * p->axis_count);
    reckon_pivot(cells, c->arena, g, book, s, p->axes, p->axis_count);
    for (size_t k = 0; k < p->axis_count; k++)
        (void)locked_cells(&p->locks, locked + k, cells + k, p->axis_count, s, p->axes[k].indicator, p->axes[k].period);
    for (uint32_t i = 0; i < s->units; i++) {
        struct str name;
        bool any = false;
        for (size_t k = 0; k < p->axis_count; k++) {
            bool known = cells[i * p->axis_count + k].known;
            p->filled[k] |= known;
            any |= known;
        }
        if (!any && !cli_flag(c, "all")) continue;
        if (!grid_unit_name(&name, c->db, c->arena, grid_scope_unit(s, i), err)) return false;
        rows_text(rows, grid_scope_unit(s, i));
        rows_text(rows, name);
        put_cells(c, rows, g, p, grid_scope_unit(s, i), &cells[i * p->axis_count], &locked[i * p->axis_count]);
        rows_end(rows);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

/* The sums under the table; what cannot be added up is empty, and `why` keeps the reason. */
static void put_sums(enum grid_why *why, struct cli *c, struct rows *rows, struct pivot *p, const struct grid_scope *s)
{
    struct grid_cell *made = arena_array(c->arena, struct grid_cell, p->axis_count);
    rows_text(rows, STR(""));
    rows_text_shown(rows, STR("sum"), tr_text(c->lang, tr("Cộng")));
    for (size_t k = 0; k < p->axis_count; k++) {
        const struct grid_axis *axis = &p->axes[k];
        size_t held;
        struct grid_rollup r = locked_rollup(&held, &p->locks, axis->indicator, axis->period, s, NULL);
        bool added = r.why == GRID_ADDED;
        why[k] = r.why;
        made[k] = (struct grid_cell){.computed = added && r.computed};
        grid_value_cell(c, rows, axis->indicator, (struct measured){added, r.value, r.bound, r.measure},
                        (made[k].computed ? MARK_COMPUTED : 0) | (held ? MARK_LOCKED : 0));
    }
    struct pivot sums = *p;
    sums.computed = arena_array(c->arena, size_t, p->axis_count); /* no unit of its own */
    put_computed(rows, &sums, made);
    rows_text(rows, STR(""));
    rows_text(rows, STR(""));
    rows_end(rows);
}

/* A column in which nobody has a number is not shown where there is no room, so it is told of. */
static void tell_empty(struct cli *c, const struct pivot *p)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t k = 0; k < p->axis_count; k++) {
        if (p->filled[k]) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put_z(&b, p->columns[2 + k].name);
    }
    if (b.len) cli_note(c, tr("cột không có số nào: {1}"), cli_shown(c->arena, buf_str(&b)));
    buf_free(&b);
}

static void tell_not_added(struct cli *c, const struct pivot *p, const enum grid_why *why)
{
    for (size_t k = 0; k < p->axis_count; k++) {
        const char *head = p->columns[2 + k].name, *name = tr("không cộng được {1}: {2}");
        if (why[k] == GRID_ADDED || !p->filled[k]) continue;
        if (why[k] == GRID_NEEDS_WEIGHT) name = tr("không cộng được {1}: {2}; xem «dieuhanh rollup {1} --weight MÃ»");
        cli_note(c, name, str_of(head), grid_why_shown(c, why[k]));
    }
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct grid_scope scope;
    struct wanted asked;
    struct pivot p = {0};
    unsigned what = ASK_INDICATORS | NEED_INDICATOR | ASK_SCOPE | ASK_PERIODS | NEED_PERIOD;
    if (!asked_read(&asked, c, 0, what, err)) return false;
    const struct formula_book *book = &asked.formulas.book;
    if (!make_axes(&p, c, &asked, err) || !grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!grid_scope_option(&scope, c, asked.unit, g, p.last, err)) return false;
    if (!corrected_open(&p.marks, c->db, c->arena, STR(""), err)) return false;
    if (!locked_open(&p.locks, c->db, c->arena, STR(""), g, book, err)) return false;
    struct rows *rows = cli_rows(c, p.columns, p.axis_count + COLUMNS_MORE);
    if (!put_units(c, rows, g, book, &p, &scope, err)) return false;
    enum grid_why *why = arena_array(c->arena, enum grid_why, p.axis_count);
    bool sum = cli_flag(c, "sum");
    if (sum) put_sums(why, c, rows, &p, &scope);
    rows_close(rows);
    tell_empty(c, &p);
    if (sum) tell_not_added(c, &p, why);
    corrected_put(c, &p.marks, &p.locks);
    for (size_t k = 0; k < p.axis_count; k++)
        grid_computed_note(c, p.computed[k], book, p.axes[k].indicator, p.axes[k].period, grid_scope_kind(&scope));
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"period", 'k', OPTION_TEXT, tr("KỲ,..."), .help = tr("một hay nhiều kỳ, cách nhau bằng dấu phẩy: 2024,2025")},
    GRID_SCOPE_OPTIONS,
    ASKED_INDICATOR_OPTION,
    {"sum", 0, OPTION_FLAG, .help = tr("thêm dòng cộng")},
    {"all", 0, OPTION_FLAG, .help = tr("cả đơn vị không có số nào")},
    {0},
};

const struct command cmd_pivot = {
    .name = "pivot",
    .summary = tr("bảng nhiều đơn vị theo nhiều chỉ tiêu và kỳ"),
    .usage = {tr("CHỈ-TIÊU... [NƠI] KỲ,... [--level CẤP] [--sum]")},
    .about = tr(
        "Mỗi dòng một đơn vị, mỗi cột một chỉ tiêu (trong một kỳ). Ô trống là không có số. Đơn vị là những đơn "
        "vị có vào "
        "ngày cuối của kỳ sau cùng. Đơn vị không báo cáo mà chỉ tiêu có công thức thì lấy số tính được (dấu =).\n"
        "Chỉ tiêu, nơi, kỳ nêu theo thứ tự nào cũng được, hay bằng --indicator, --unit, --period."),
    .options = OPTIONS,
    .examples = {{"dieuhanh pivot A02 C01 79 2024,2025 --sum", tr("hai chỉ tiêu, hai năm, có dòng cộng")},
                 {"dieuhanh pivot C01 C50 2025-Q4 --format csv-excel > bang.csv", tr("bảng để mở bằng Excel")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
