/* SPDX-License-Identifier: Apache-2.0
 *
 * register_give: what is done with registers and their entries: a register is added; an entry is entered, edited,
 * closed, found never to have been true, shown without masks.
 */
#include "register_cells.h"

#include "file.h"
#include "kind_read.h"
#include "text.h"

bool register_run_add(struct cli *c, struct err *err)
{
    struct author author;
    struct str bytes;
    struct text text;
    struct kept_register kept;
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!file_read(&bytes, c->arena, c->args[1], KIND_BYTES_MOST, err) || !text_make(&text, c->arena, bytes, err) ||
        !known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !register_add(&kept, c->db, c->arena, &author, text.inside, cli_shown(c->arena, c->args[1]), err))
        return false;
    cli_note(c, tr("đã thêm sổ {1} ({2}), phiên bản {3}"), kept.word, kept.name, cli_number(c, kept.version));
    return true;
}

static bool begin(struct register_wish *w, struct author *author, struct cli *c, enum register_event_kind event,
                  struct err *err)
{
    *w = (struct register_wish){.event = event,
                                .day = c->today,
                                .today = c->today,
                                .note = str_trim(cli_text(c, "note")),
                                .secret_key = register_secret_key()};
    if (cli_given(c, "from")) w->from = cli_date(c, "from");
    if (cli_given(c, "to")) w->to = cli_date(c, "to");
    return known_on_open(c, DB_WRITE, err) && cli_author(author, c, err);
}

bool register_run_new(struct cli *c, struct err *err)
{
    struct author author;
    struct register_wish w;
    struct register_entries made;
    struct looked_unit unit;
    bool has_unit;
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!begin(&w, &author, c, REGISTER_EVENT_ENTER, err) || !register_assignments(&w.typed, c, 2, err) ||
        !matter_unit_option(&unit, &has_unit, c, "unit", err))
        return false;
    w.def = c->args[1];
    if (has_unit) w.unit = &unit;
    if (!register_do(&made, c->db, c->arena, &author, &w, err)) return false;
    cli_note(c, tr("đã ghi {1} vào sổ {2}, từ {3}"), register_id_shown(c->arena, made.at[0].id), made.at[0].def,
             matter_day_shown(c->arena, made.at[0].from));
    return true;
}

/* The entries that are named, and field=value behind them. */
static bool do_it(struct register_entries *out, struct register_wish *w, const struct author *author, struct cli *c,
                  struct err *err)
{
    struct register_id *ids = arena_array(c->arena, struct register_id, c->arg_count);
    size_t at = 1;
    while (at < c->arg_count && register_id_read(&ids[w->id_count], c->args[at])) {
        w->id_count++;
        at++;
    }
    if (!w->id_count)
        return c->arg_count < 2 ? fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name))
                                : fail(err, ERR_REGISTER_ENTRY_ID, c->args[1]);
    w->ids = ids;
    return register_assignments(&w->typed, c, at, err) && register_do(out, c->db, c->arena, author, w, err);
}

bool register_run_edit(struct cli *c, struct err *err)
{
    struct author author;
    struct register_wish w;
    struct register_entries done;
    struct looked_unit unit;
    bool has_unit;
    if (!begin(&w, &author, c, REGISTER_EVENT_EDIT, err) || !matter_unit_option(&unit, &has_unit, c, "unit", err))
        return false;
    if (has_unit) w.unit = &unit;
    if (!do_it(&done, &w, &author, c, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: đã sửa; nội dung cũ vẫn được giữ"), register_id_shown(c->arena, done.at[i].id));
    return true;
}

bool register_run_close(struct cli *c, struct err *err)
{
    struct author author;
    struct register_wish w;
    struct register_entries done;
    if (!begin(&w, &author, c, REGISTER_EVENT_CLOSE, err)) return false;
    if (cli_given(c, "on")) w.to = cli_date(c, "on");
    if (!do_it(&done, &w, &author, c, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: đã đóng, ngày cuối {2}"), register_id_shown(c->arena, done.at[i].id),
                 matter_day_shown(c->arena, done.at[i].to));
    return true;
}

bool register_run_void(struct cli *c, struct err *err)
{
    struct author author;
    struct register_wish w;
    struct register_entries done;
    if (!begin(&w, &author, c, REGISTER_EVENT_VOID, err) || !do_it(&done, &w, &author, c, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: đã ghi là sai từ đầu; không đếm nữa, vẫn giữ trong sổ"),
                 register_id_shown(c->arena, done.at[i].id));
    return true;
}

bool register_run_reveal(struct cli *c, struct err *err)
{
    struct author author;
    struct register_wish w;
    struct register_entries done;
    return begin(&w, &author, c, REGISTER_EVENT_SEEN, err) && do_it(&done, &w, &author, c, err);
}
