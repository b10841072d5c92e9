/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_give: a user's own units, and lineage by hand.
 */
#include "record_cells.h"
#include "unit_add.h"
#include "unit_cells.h"

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
