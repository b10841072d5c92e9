/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_rank: a league table with its rule beside it. Who has no figure has no rank: of the units of one place they are
 * listed behind the others, of a whole country they are counted. --at-least and --at-most leave out rows and change no
 * rank.
 */
#include "asked.h"
#include "grid_options.h"
#include "grid_record.h"
#include "reckon.h"
#include "rows.h"

static const struct column COLUMNS[] = {
    {"rank", tr("Hạng"), COLUMN_NUMBER},     {"tied", NULL, COLUMN_DATA},
    {"unit", tr("Mã"), COLUMN_FIXED},        {"name", tr("Đơn vị"), 0},
    {"indicator", NULL, COLUMN_DATA},        {"period", NULL, COLUMN_DATA},
    {"value", tr("Giá trị"), COLUMN_NUMBER}, {"bound", NULL, COLUMN_DATA},
    {"measure", NULL, COLUMN_DATA},          {"figure", tr("Số liệu"), COLUMN_FIXED},
    {"corrected", NULL, COLUMN_DATA},        {"locked", NULL, COLUMN_DATA},
};

static bool read_end(bool *has, struct decimal *out, struct cli *c, const char *option, struct err *err)
{
    struct str text = cli_text(c, option);
    *has = text.len > 0;
    return !*has || decimal_read(out, text) || fail(err, ERR_NUMBER_UNKNOWN, text);
}

static bool lists_missing(const struct cli *c, const struct wanted *asked)
{
    return cli_flag(c, "missing") || (asked->unit.len && !cli_count(c, "top"));
}

static void put_rule(struct cli *c, const struct wanted *asked, const struct grid_ranking *r, struct period period,
                     enum unit_kind kind)
{
    size_t computed = 0;
    const struct indicator *i = asked->indicator;
    const char *order = r->lowest_first                  ? tr("số nhỏ là tốt nên đứng trước")
                        : i->direction == DIRECTION_NONE ? tr("không có chiều tốt xấu, số lớn đứng trước")
                                                         : tr("số lớn là tốt nên đứng trước");
    cli_note(c, tr("{1} ({2}): {3}; bằng nhau thì cùng hạng, hạng sau bỏ trống"), i->name, i->unit,
             tr_text(c->lang, order));
    cli_note(c, tr("{1} trên {2} đơn vị có số"), cli_number(c, r->ranked), cli_number(c, r->len));
    if (r->ranked < r->len && !lists_missing(c, asked))
        cli_note(c, tr("không liệt kê {1} đơn vị không có số; thêm --missing để xem"),
                 cli_number(c, r->len - r->ranked));
    for (uint32_t k = 0; k < r->ranked; k++) computed += r->at[k].cell.computed;
    grid_computed_note(c, computed, &asked->formulas.book, i, period, kind);
}

static bool put_row(struct cli *c, struct rows *rows, const struct grid *g, const struct grid_scope *s,
                    const struct grid_ranked *r, const struct question *of, struct corrected_marks *marks,
                    const struct locked_cell *locked, struct err *err)
{
    const struct indicator *i = of->indicator;
    struct str id = grid_scope_unit(s, r->unit), name;
    if (!grid_unit_name(&name, c->db, c->arena, id, err)) return false;
    const struct question q = {id, i, of->period};
    unsigned corrected = grid_corrected(marks, g, &q, &r->cell) | locked_mark(locked);
    if (r->rank)
        rows_int(rows, r->rank);
    else
        rows_none(rows);
    rows_bool(rows, r->tied);
    rows_text(rows, id);
    rows_text(rows, name);
    rows_text(rows, i->code);
    grid_period_put(rows, q.period);
    grid_cell_put(c, rows, g, i, &r->cell, corrected);
    rows_text(rows, r->cell.known ? bound_name(r->cell.bound) : STR(""));
    rows_text(rows, r->cell.measure);
    grid_id_put(rows, &r->cell, &q);
    rows_bool(rows, (corrected & MARK_CORRECTED) != 0);
    locked_id_put(c, rows, locked);
    rows_end(rows);
    return cli_drain(c, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct grid *g;
    struct grid_scope scope;
    struct wanted asked;
    struct period period;
    struct column_range range = {0};
    struct corrected_marks marks;
    struct locked_marks locks;
    unsigned what = ASK_INDICATOR | NEED_INDICATOR | ASK_SCOPE | ASK_PERIOD | NEED_PERIOD;
    if (!asked_read(&asked, c, 0, what, err) || !asked_period(&period, &asked, err)) return false;
    const struct indicator *i = asked.indicator;
    if (!read_end(&range.has_low, &range.low, c, "at-least", err)) return false;
    if (!read_end(&range.has_high, &range.high, c, "at-most", err)) return false;
    if (!grid_of_record(&g, c->db, c->arena, err)) return false;
    if (!grid_scope_option(&scope, c, asked.unit, g, period, err)) return false;
    if (!corrected_open(&marks, c->db, c->arena, STR(""), err)) return false;
    if (!locked_open(&locks, c->db, c->arena, STR(""), g, &asked.formulas.book, err)) return false;
    struct grid_cell *cells = arena_array(c->arena, struct grid_cell, scope.units);
    struct locked_cell *locked = arena_array(c->arena, struct locked_cell, scope.units);
    reckon_cells(cells, c->arena, g, &asked.formulas.book, i, period, &scope);
    (void)locked_cells(&locks, locked, cells, 1, &scope, i, period);
    struct grid_ranking r = grid_rank_cells(c->arena, cells, scope.units, i);
    struct rows *rows = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    uint64_t top = cli_count(c, "top");
    bool ranged = range.has_low || range.has_high;
    for (uint32_t k = 0; k < r.len; k++) {
        if (ranged && (!r.at[k].rank || !range_holds(&range, r.at[k].cell.value))) continue;
        if (r.at[k].rank == 0 && !lists_missing(c, &asked)) continue;
        if (top && r.at[k].rank > top) continue;
        struct question q = {.indicator = i, .period = period};
        if (!put_row(c, rows, g, &scope, &r.at[k], &q, &marks, &locked[r.at[k].unit], err)) return false;
    }
    rows_close(rows);
    corrected_put(c, &marks, &locks);
    put_rule(c, &asked, &r, period, grid_scope_kind(&scope));
    return true;
}

static const struct option_spec OPTIONS[] = {
    GRID_PERIOD_OPTION,
    GRID_SCOPE_OPTIONS,
    ASKED_INDICATOR_OPTION,
    {"top", 't', OPTION_COUNT, tr("SỐ"), .help = tr("chỉ các hạng đầu")},
    {"missing", 0, OPTION_FLAG,
     .help = tr("liệt kê cả đơn vị không có số; nêu nơi mà không có --top thì luôn liệt kê")},
    {"at-least", 0, OPTION_TEXT, tr("SỐ"), .help = tr("chỉ đơn vị có số từ mức này, theo đơn vị tính của kho")},
    {"at-most", 0, OPTION_TEXT, tr("SỐ"), .help = tr("chỉ đơn vị có số đến mức này, theo đơn vị tính của kho")},
    {0},
};

const struct command cmd_rank = {
    .name = "rank",
    .summary = tr("xếp hạng các đơn vị theo một chỉ tiêu"),
    .usage = {tr("CHỈ-TIÊU [NƠI] KỲ [--level CẤP] [--top SỐ]")},
    .about = tr(
        "Chiều tốt của chỉ tiêu lấy từ danh mục. Bằng nhau thì cùng hạng và hạng sau bỏ trống (1, 2, 2, 4). Đơn vị "
        "không có số thì không có hạng (thiếu số không phải là số 0): nêu nơi hoặc --missing thì đứng cuối bảng, "
        "không thì chỉ được đếm.\n"
        "Đơn vị là những đơn vị có vào ngày cuối của kỳ. Số thực hiện đi trước số ước; đơn vị không báo cáo mà chỉ "
        "tiêu có công thức thì lấy số tính được (dấu =), như C50 là thu ngân sách trên đầu người.\n"
        "Chỉ tiêu, nơi, kỳ nêu theo thứ tự nào cũng được, hay bằng --indicator, --unit, --period."),
    .options = OPTIONS,
    .examples = {{"dieuhanh rank C01 2025-Q4 --level province", tr("các tỉnh theo thu ngân sách")},
                 {"dieuhanh rank A02 \"thành phố Huế\" 2025 --top 10", tr("mười xã, phường đông nhất")},
                 {"dieuhanh rank C50 2025 --level province", tr("thu ngân sách trên đầu người")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
