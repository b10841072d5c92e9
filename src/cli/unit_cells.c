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

/* "từ 1/5/2024 đến 30/6/2025", "đến 30/6/2025", "từ 1/7/2025"; "" of a unit that always was. */
static struct str unit_time(struct cli *c, const struct looked_unit *u)
{
    char from[16], to[16];
    struct buf b = buf_make(100);
    snprintf(from, sizeof from, "%d/%d/%d", u->from.day, u->from.month, u->from.year);
    snprintf(to, sizeof to, "%d/%d/%d", u->to.day, u->to.month, u->to.year);
    bool has_from = date_known(u->from), has_to = date_known(u->to);
    if (has_from && has_to)
        tr_fill(&b, c->lang, tr("từ {1} đến {2}"), (const struct str[]){str_of(from), str_of(to)}, 2);
    else if (has_to)
        tr_fill(&b, c->lang, tr("đến {1}"), (const struct str[]){str_of(to)}, 1);
    else if (has_from)
        tr_fill(&b, c->lang, tr("từ {1}"), (const struct str[]){str_of(from)}, 1);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void cli_tell_units(struct cli *c, const struct looked_units *list)
{
    enum { SHOWN = 40 };
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < list->len && i < SHOWN; i++) {
        const struct looked_unit *u = &list->at[i];
        struct str time = unit_time(c, u);
        buf_format(&b, "  %-12.*s %.*s", STR_ARG(u->id), STR_ARG(u->name));
        if (u->parent_name.len) buf_format(&b, ", %.*s", STR_ARG(u->parent_name));
        if (time.len) buf_format(&b, " (%.*s)", STR_ARG(time));
        buf_char(&b, '\n');
    }
    if (list->len > SHOWN) buf_put(&b, STR("  …\n"));
    cli_tell(buf_str(&b));
    buf_free(&b);
}

bool cli_tell_namesakes(struct cli *c, struct str said, const struct looked_unit *meant, struct err *err)
{
    struct looked_units all;
    const struct looked_unit *one = NULL;
    size_t others = 0;
    if (cli_given(c, "at") || date_known(meant->to)) return true;
    if (!unit_look(&all, c->db, c->arena, said, (struct date){0}, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct looked_unit *u = &all.at[i];
        if (str_eq(u->id, meant->id) || str_eq(u->code, meant->code) || !date_known(u->to)) continue;
        if (!one || u->kind < one->kind) one = u;
        others++;
    }
    if (others == 1)
        cli_note(c, tr("«{1}» cũng là tên của một đơn vị cũ: {2} {3} ({4})"), said, one->id, one->name,
                 unit_time(c, one));
    else if (others)
        cli_note(c, tr("«{1}» cũng là tên của {2} đơn vị cũ, như {3} ({4}); xem tất cả bằng dieuhanh unit find"), said,
                 cli_number(c, others), one->name, unit_time(c, one));
    return true;
}

bool cli_unit(struct looked_unit *out, struct cli *c, struct str said, struct err *err)
{
    struct looked_units several;
    if (unit_look_one(out, &several, c->db, c->arena, said, cli_date(c, "at"), c->today, err)) return true;
    if (several.len > 1) cli_tell_units(c, &several);
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
