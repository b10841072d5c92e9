/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_cells: see unit_cells.h.
 */
#include "unit_cells.h"

#include "cli_private.h"
#include "file.h"
#include "known_on.h"
#include "record.h"

bool cli_units_open(struct cli *c, enum db_mode mode, struct err *err)
{
    /* Nobody said that there is one. */
    bool needless = mode == DB_READ && !cli_given(c, "record") && !cli_given(c, "known-on");
    if (known_on_open(c, mode, err)) return true;
    c->db = NULL;
    return needless && err->code == ERR_RECORD_MISSING;
}

void cli_tell_units(const struct looked_units *list)
{
    enum { SHOWN = 40 };
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < list->len && i < SHOWN; i++) {
        const struct looked_unit *u = &list->at[i];
        buf_format(&b, "  %-12.*s %.*s", STR_ARG(u->id), STR_ARG(u->name));
        if (u->parent_name.len) buf_format(&b, ", %.*s", STR_ARG(u->parent_name));
        buf_put(&b, STR(" ("));
        date_write(&b, u->from);
        buf_put(&b, STR(" – "));
        date_write(&b, u->to);
        buf_put(&b, STR(")\n"));
    }
    if (list->len > SHOWN) buf_put(&b, STR("  …\n"));
    cli_tell(buf_str(&b));
    buf_free(&b);
}

bool cli_unit(struct looked_unit *out, struct cli *c, struct str said, struct err *err)
{
    struct looked_units several;
    if (unit_look_one(out, &several, c->db, c->arena, said, cli_date(c, "at"), c->today, err)) return true;
    if (several.len > 1) cli_tell_units(&several);
    return false;
}

bool cli_level_fits(struct cli *c, enum unit_kind kind)
{
    return !cli_given(c, "level") || str_eq(cli_text(c, "level"), unit_kind_word(kind));
}

void day_cell(struct rows *r, struct date d)
{
    char shown[16] = "";
    struct buf b = buf_make(16);
    if (!date_known(d)) {
        rows_none(r);
        return;
    }
    date_write(&b, d);
    snprintf(shown, sizeof shown, "%d/%d/%d", d.day, d.month, d.year);
    rows_text_shown(r, buf_str(&b), str_of(shown));
    buf_free(&b);
}

void unit_cells(struct rows *r, const struct looked_unit *u)
{
    struct str kind = unit_name_kind(u->name);
    rows_text(r, u->code);
    rows_text(r, u->id);
    rows_text(r, u->name);
    rows_text(r, kind.len ? kind : unit_kind_word(u->kind));
    rows_text(r, unit_kind_word(u->kind));
    rows_text(r, u->parent.len ? str_cut(u->parent, STR(".")).head : STR(""));
    rows_text(r, u->parent_name);
    day_cell(r, u->from);
    day_cell(r, u->to);
}
