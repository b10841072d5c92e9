/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_give: a user's own units, and lineage by hand.
 */
#include "record_cells.h"
#include "sheet_options.h"
#include "unit_add.h"
#include "unit_cells.h"
#include "unit_import.h"

bool unit_run_add(struct cli *c, struct err *err)
{
    struct unit_wish w = {
        .name = c->args[1],
        .code = cli_text(c, "code"),
        .level = cli_text(c, "level"),
        .from = cli_date(c, "from"),
        .to = cli_date(c, "to"),
        .source = cli_text(c, "source"),
    };
    struct looked_unit parent = {.id = STR("")}, made;
    struct author author;
    if (!cli_author(&author, c, err)) return false;
    if (cli_given(c, "parent") && !cli_unit(&parent, c, cli_text(c, "parent"), err)) return false;
    w.parent = parent.id;
    if (!unit_add(&made, c->db, c->arena, &author, &w, err)) return false;
    cli_note(c, tr("đã thêm {1}, mã {2}"), made.name, made.id);
    return true;
}

static const struct column FRESH_COLUMNS[] = {
    {"unit", tr("Mã"), COLUMN_FIXED}, {"name", tr("Tên"), 0},      {"level", tr("Cấp"), COLUMN_FIXED},
    {"parent", tr("Thuộc"), 0},       {"from", NULL, COLUMN_DATA}, {"to", NULL, COLUMN_DATA},
    {"source", NULL, COLUMN_DATA},
};

static void put_fresh(struct cli *c, const struct units_imported *u)
{
    struct rows *r = cli_rows(c, FRESH_COLUMNS, sizeof FRESH_COLUMNS / sizeof *FRESH_COLUMNS);
    for (size_t i = 0; i < u->fresh.len; i++) {
        const struct new_unit *n = &u->fresh.at[i];
        enum unit_kind kind = unit_kind_of_name(n->name);
        if (n->kind.len) (void)unit_kind_read(&kind, n->kind);
        rows_text(r, n->code);
        rows_text(r, n->name);
        rows_text(r, unit_kind_word(kind));
        rows_text(r, n->parent);
        day_cell(r, n->from);
        day_cell(r, n->to);
        rows_text(r, n->source);
        rows_end(r);
    }
    rows_close(r);
}

bool unit_run_import(struct cli *c, struct err *err)
{
    struct workbook book;
    struct workbook_options o = {0};
    struct str bytes, path = c->args[1], file = cli_shown(c->arena, path);
    struct looked_unit parent = {.id = STR("")};
    struct units_imported done;
    struct author author = {0};
    bool dry = cli_flag(c, "dry-run");
    if (!dry && !cli_author(&author, c, err)) return false;
    if (!cli_workbook_as(&book, &bytes, c, c->arena, path, &o, err)) return false;
    if (cli_given(c, "parent") && !cli_unit(&parent, c, cli_text(c, "parent"), err)) return false;
    struct unit_defaults d = {.level = cli_text(c, "level"),
                              .parent = parent.id,
                              .source = cli_text(c, "source"),
                              .from = cli_date(c, "from"),
                              .to = cli_date(c, "to")};
    if (!units_import(&done, c->db, c->arena, &author, &book, file, cli_text(c, "columns"), &d, dry, err)) return false;
    if (dry || c->format != FORMAT_TABLE) put_fresh(c, &done);
    if (!cli_flush(c, err)) return false;
    if (done.passed.len) cli_note(c, tr("các cột không dùng đến: {1}"), done.passed);
    cli_note(c, dry ? tr("xem trước, chưa ghi: {1} đơn vị mới, {2} đã có") : tr("đã ghi: {1} đơn vị mới, {2} đã có"),
             cli_number(c, done.fresh.len), cli_number(c, done.same));
    return true;
}

bool unit_run_lineage(struct cli *c, struct err *err)
{
    struct lineage_wish w = {
        .from = cli_date(c, "from"),
        .part = cli_text(c, "part"),
        .share = cli_text(c, "share"),
        .source = cli_text(c, "source"),
        .existing = cli_flag(c, "existing"),
        .news = arena_array(c->arena, struct str, c->arg_count),
    };
    struct author author;
    struct looked_unit u;
    if (!str_eq(c->args[1], STR("add")))
        return fail(err, ERR_WORD_UNKNOWN, c->args[1], STR("unit"), STR("lineage add"));
    if (!w.source.len) return fail(err, ERR_LINEAGE_SOURCE);
    if (!cli_author(&author, c, err)) return false;
    for (size_t i = 2; i < c->arg_count; i++) {
        if (!cli_unit(&u, c, c->args[i], err)) return false;
        if (i == 2)
            w.old = u.id;
        else
            w.news[w.new_count++] = u.id;
    }
    if (!lineage_add(c->db, c->arena, &author, &w, err)) return false;
    cli_note(c, tr("đã ghi {1} đơn vị kế tục của {2}"), cli_number(c, w.new_count), w.old);
    return true;
}
