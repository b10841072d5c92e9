/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_look: see budget_look.h. Both words show rows of tables that are compiled in; no record is asked.
 */
#include "budget_look.h"

#include "budget_class.h"
#include "utf8.h"

const char *const BUDGET_LEVELS[] = {"country", "province", "district", "commune", NULL};
const char *const BUDGET_PART_NAMES[] = {"revenue", "local", "expenditure", NULL};

uint32_t cli_budget_levels(const struct cli *c)
{
    int level = cli_choice(c, "level");
    return level < 0 ? UINT32_MAX : 1u << level;
}

bool cli_budget_part_fits(const struct cli *c, enum budget_part part)
{
    int asked = cli_choice(c, "part");
    return asked < 0 || asked == (int)part;
}

void cli_indent(struct buf *b, int depth, int step)
{
    for (int i = 0; i < depth * step; i++) buf_put(b, STR("\u00A0"));
}

static const char *part_shown(enum budget_part part)
{
    switch (part) {
    case BUDGET_REVENUE: return tr("thu trên địa bàn");
    case BUDGET_LOCAL: return tr("thu ngân sách");
    case BUDGET_EXPENDITURE: return tr("chi ngân sách");
    case BUDGET_PARTS: break;
    }
    return "";
}

static const char *kind_shown(enum budget_class_kind kind)
{
    switch (kind) {
    case CLASS_CHAPTER: return tr("chương");
    case CLASS_LEVEL: return tr("cấp ngân sách");
    case CLASS_SOURCE: return tr("nguồn");
    case CLASS_SECTOR: return tr("loại");
    case CLASS_SUBSECTOR: return tr("khoản");
    case CLASS_ITEM: return tr("mục");
    case CLASS_SUBITEM: return tr("tiểu mục");
    case CLASS_KINDS: break;
    }
    return "";
}

static const char *sign_shown(enum budget_sign sign)
{
    switch (sign) {
    case BUDGET_PLUS: return "+";
    case BUDGET_MINUS: return "-";
    case BUDGET_PLAN: return tr("+ (dự toán)");
    case BUDGET_APART: return tr("kể riêng");
    }
    return "";
}

static const char *whole_shown(enum budget_whole whole)
{
    switch (whole) {
    case BUDGET_NONE: return "";
    case BUDGET_SOME: return tr("một số");
    case BUDGET_COMPLETE: return tr("đủ");
    }
    return "";
}

static void put_day(struct rows *r, struct date day)
{
    struct buf b = buf_make(32);
    date_write(&b, day);
    if (date_known(day))
        rows_text(r, buf_str(&b));
    else
        rows_none(r);
    buf_free(&b);
}

/* The levels of a line: those that there are on a day, where one is asked for. */
static void put_levels(struct cli *c, struct rows *r, const struct budget_line *l, struct date day)
{
    uint32_t levels = budget_levels_on(l->levels, day);
    static const char *const SHOWN[] = {tr("cả nước"), tr("tỉnh"), tr("huyện"), tr("xã")};
    struct buf words = buf_make(200), shown = buf_make(200);
    for (int i = 0; i < 4; i++) {
        if (!(levels & 1u << i)) continue;
        if (words.len) buf_char(&words, '|');
        if (shown.len) buf_put(&shown, STR(", "));
        buf_put_z(&words, BUDGET_LEVELS[i]);
        buf_put(&shown, tr_text(c->lang, SHOWN[i]));
    }
    rows_text_shown(r, buf_str(&words), buf_str(&shown));
    buf_free(&words);
    buf_free(&shown);
}

static const struct column LINE_COLUMNS[] = {
    {"part", NULL, COLUMN_DATA},      {"depth", NULL, COLUMN_DATA},       {"indicator", tr("Mã"), COLUMN_FIXED},
    {"parent", NULL, COLUMN_DATA},    {"number", tr("TT"), COLUMN_FIXED}, {"name", tr("Nội dung"), 0},
    {"sign", tr("Dấu"), 0},           {"parts", tr("Các phần"), 0},       {"levels", tr("Cấp"), 0},
    {"from", tr("Từ"), COLUMN_FIXED}, {"to", tr("Đến"), COLUMN_FIXED},    {"citation", tr("Căn cứ"), 0},
};
enum { LINE_COLUMN_TOTAL = sizeof LINE_COLUMNS / sizeof *LINE_COLUMNS };

static void put_line(struct cli *c, struct rows *r, const struct budget_line *l, int depth)
{
    static const struct str WHOLE[] = {STR_INIT("none"), STR_INIT("some"), STR_INIT("complete")};
    struct buf name = buf_make(1000);
    cli_indent(&name, depth, 2);
    buf_put(&name, l->name);
    rows_text(r, budget_part_word(l->part));
    rows_int(r, depth);
    rows_text(r, l->indicator);
    rows_text(r, l->parent);
    rows_text(r, l->number);
    rows_text_shown(r, l->name, buf_str(&name));
    rows_text_shown(r, budget_sign_word(l->sign), tr_text(c->lang, sign_shown(l->sign)));
    rows_text_shown(r, WHOLE[l->whole], tr_text(c->lang, whole_shown(l->whole)));
    put_levels(c, r, l, cli_date(c, "on"));
    put_day(r, l->from);
    put_day(r, l->to);
    rows_text(r, l->citation);
    rows_end(r);
    buf_free(&name);
}

/* Of a row by itself: by the rows above it that hold at the same time for one of its levels. */
static int depth_of(const struct budget_line *l)
{
    struct budget_lines all = budget_lines();
    struct str parent = l->parent;
    int depth = 0;
    for (size_t i = (size_t)(l - all.at); i-- > 0 && parent.len;) {
        const struct budget_line *up = &all.at[i];
        if (up->part != l->part || !str_eq(up->indicator, parent) || !budget_line_holds(up, l->levels, l->from))
            continue;
        depth++;
        parent = up->parent;
    }
    return depth;
}

static bool put_part(struct cli *c, struct rows *rows, enum budget_part part, struct err *err)
{
    struct budget_lines all = budget_lines();
    bool table = c->format == FORMAT_TABLE, ok = true;
    struct rows *r = rows;
    if (table) {
        cli_put(c, tr("{1}\n\n"), tr_text(c->lang, part_shown(part)));
        r = cli_rows(c, LINE_COLUMNS, LINE_COLUMN_TOTAL);
    }
    for (size_t i = 0; i < all.len && ok; i++) {
        const struct budget_line *l = &all.at[i];
        if (l->part != part || !budget_line_holds(l, cli_budget_levels(c), cli_date(c, "on"))) continue;
        put_line(c, r, l, depth_of(l));
        ok = cli_drain(c, err);
    }
    if (table) {
        rows_close(r);
        buf_char(c->out, '\n');
    }
    return ok;
}

bool budget_run_tree(struct cli *c, struct err *err)
{
    bool ok = true;
    struct rows *rows = c->format == FORMAT_TABLE ? NULL : cli_rows(c, LINE_COLUMNS, LINE_COLUMN_TOTAL);
    for (int part = 0; part < BUDGET_PARTS && ok; part++)
        if (cli_budget_part_fits(c, (enum budget_part)part)) ok = put_part(c, rows, (enum budget_part)part, err);
    if (rows) rows_close(rows);
    return ok;
}

/* --- one item */

static const struct column ITEM_COLUMNS[] = {
    {"kind", tr("Loại mã"), COLUMN_FIXED}, {"code", tr("Mã"), COLUMN_FIXED}, {"end", NULL, COLUMN_DATA},
    {"parent", tr("Thuộc"), COLUMN_FIXED}, {"name", tr("Tên"), 0},           {"line", tr("Dòng"), COLUMN_FIXED},
    {"levels", NULL, COLUMN_DATA},         {"from", tr("Từ"), COLUMN_FIXED}, {"to", tr("Đến"), COLUMN_FIXED},
    {"citation", tr("Căn cứ"), 0},
};

struct looking {
    struct cli *cli;
    struct rows *rows;
    struct str said, folded;
    struct date day;
    size_t found, past; /* past: found, but not of that day */
};

/* Names are compared without marks and capitals, by words in a row. */
static bool names(struct looking *l, struct str name)
{
    struct arena_mark mark = arena_mark(l->cli->arena);
    bool has = str_has(utf8_fold(l->cli->arena, name), l->folded);
    arena_reset(l->cli->arena, mark);
    return has;
}

static void look_line(struct looking *l, const struct budget_line *line)
{
    struct rows *r = l->rows;
    if (!str_eq(line->indicator, l->said) && !names(l, line->name)) return;
    if (!(line->levels & cli_budget_levels(l->cli)) || !cli_budget_part_fits(l->cli, line->part)) return;
    if (!budget_line_holds(line, UINT32_MAX, l->day)) {
        l->past++;
        return;
    }
    l->found++;
    rows_text_shown(r, budget_part_word(line->part), tr_text(l->cli->lang, part_shown(line->part)));
    rows_text(r, line->indicator);
    rows_text(r, STR(""));
    rows_text(r, line->parent);
    rows_text(r, line->name);
    rows_text(r, line->indicator);
    put_levels(l->cli, r, line, l->day);
    put_day(r, line->from);
    put_day(r, line->to);
    rows_text(r, line->citation);
    rows_end(r);
}

static void look_class(struct looking *l, const struct budget_class *k)
{
    struct rows *r = l->rows;
    struct buf code = buf_make(32);
    if (!budget_class_has(k, l->said) && !names(l, k->name)) return;
    if (!budget_class_holds(k, l->day)) {
        l->past++;
        return;
    }
    l->found++;
    buf_put(&code, k->code);
    if (k->end.len) buf_char(&code, '-');
    buf_put(&code, k->end);
    rows_text_shown(r, budget_class_word(k->kind), tr_text(l->cli->lang, kind_shown(k->kind)));
    rows_text_shown(r, k->code, buf_str(&code));
    rows_text(r, k->end);
    rows_text(r, k->parent);
    rows_text(r, k->name);
    rows_text(r, k->line);
    rows_text(r, STR(""));
    put_day(r, k->from);
    put_day(r, k->to);
    rows_text(r, k->citation);
    rows_end(r);
    buf_free(&code);
}

bool budget_run_item(struct cli *c, struct err *err)
{
    struct budget_lines lines = budget_lines();
    struct budget_classes classes = budget_classes();
    struct looking l = {.cli = c, .said = str_trim(c->args[1]), .day = cli_date(c, "on")};
    struct buf day = buf_make(32);
    if (l.said.len == 0) return fail(err, ERR_BUDGET_ITEM, c->args[1]);
    l.folded = utf8_fold(c->arena, l.said);
    l.rows = cli_rows(c, ITEM_COLUMNS, sizeof ITEM_COLUMNS / sizeof *ITEM_COLUMNS);
    for (size_t i = 0; i < lines.len; i++) look_line(&l, &lines.at[i]);
    bool class_asked = !cli_given(c, "part") && !cli_given(c, "level");
    for (size_t i = 0; class_asked && i < classes.len; i++) look_class(&l, &classes.at[i]);
    if (l.found) {
        rows_close(l.rows);
        return true;
    }
    buf_clear(c->out);
    date_write(&day, l.day);
    if (l.past)
        fail(err, ERR_BUDGET_ITEM_PAST, l.said, buf_str(&day));
    else
        fail(err, ERR_BUDGET_ITEM, l.said);
    buf_free(&day);
    return false;
}
