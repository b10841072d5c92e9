/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_give: what is done with matters: one begins, moves, gets other hands, another due day, a note, a file.
 */
#include "matter_cells.h"

#include "calendar_cells.h"
#include "file.h"
#include "matter_aim.h"
#include "matter_chase.h"
#include "matter_same.h"
#include "moment_typed.h"

enum { FILE_MOST = 256 << 20 };

static const char *const SLOT_OPTIONS[] = {"title",  "person", "giver",    "follower", "document", "clause",
                                           "parent", "number", "priority", "secrecy",  "due",      "appointment"};

/* "16:30 20/3/2026" -> "2026-03-20T16:30"; what is no moment stays as it is, and is refused where it is judged. */
static struct str moment_kept(struct cli *c, struct str typed)
{
    struct moment at;
    struct buf b = buf_make(40);
    if (!moment_read(&at, typed) && !moment_typed(&at, typed)) return typed;
    moment_write(&b, at);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void matter_take_slots(struct name_values *out, struct cli *c, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!cli_given(c, names[i])) continue;
        struct str value = str_trim(cli_text(c, names[i]));
        if (str_eq(str_of(names[i]), STR("appointment"))) value = moment_kept(c, value);
        bool usual = str_eq(value, STR("normal")); /* of --priority and --secrecy: nothing is kept */
        *vec_push(c->arena, out) = (struct name_value){str_of(names[i]), usual ? STR("") : value};
    }
}

static bool take_file(struct matter_wish *w, struct cli *c, struct err *err)
{
    if (!cli_given(c, "file")) return true;
    struct str path = cli_text(c, "file"), name = path;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/') name = str_from(path, i + 1);
    if (!file_read(&w->file_bytes, c->arena, path, FILE_MOST, err)) return false;
    w->file_name = cli_shown(c->arena, name);
    return true;
}

/* --at; else the hour of the clock where the day is today's. */
static bool take_minute(struct matter_wish *w, const struct cli *c, struct err *err)
{
    w->minute = cli_given(c, "on") ? MINUTE_UNKNOWN : cli_now(c).minute;
    return !cli_given(c, "at") || minute_read(&w->minute, cli_text(c, "at")) ||
           fail(err, ERR_CLOCK_MOMENT, cli_text(c, "at"));
}

static bool take_from(struct matter_wish *w, const struct cli *c, struct err *err)
{
    w->rule = str_trim(cli_text(c, "rule"));
    w->more = str_trim(cli_text(c, "more"));
    return !cli_given(c, "from") || cli_moment(&w->from, cli_text(c, "from"), err);
}

bool matter_begin_wish(struct matter_wish *w, struct author *author, struct cli *c, enum matter_event_kind event,
                       struct err *err)
{
    *w = (struct matter_wish){.event = event,
                              .day = matter_day(c),
                              .today = c->today,
                              .said = cli_given(c, "on"),
                              .note = str_trim(cli_text(c, "note"))};
    return take_minute(w, c, err) && take_from(w, c, err) && known_on_open(c, DB_WRITE, err) &&
           cli_author(author, c, err) && take_file(w, c, err);
}

/* What stands in front of the ids, and the matters behind it. */
static bool do_it(struct matter_list *out, struct matter_wish *w, const struct author *author, struct cli *c,
                  size_t from, struct err *err)
{
    struct matter_ids ids;
    if (!matter_arguments(&ids, &w->typed, c, from, err)) return false;
    w->ids = ids.at;
    w->id_count = ids.len;
    return matter_do(out, c->db, c->arena, author, w, err);
}

static struct str state_shown(struct cli *c, const struct kept_matter *m)
{
    struct board_matter row;
    struct err ignored;
    if (!board_matter(&row, c->db, c->arena, m, c->today, &ignored)) return m->state;
    return c->lang == LANG_VI ? row.state_name : m->state;
}

void matter_tell_given(struct cli *c, const struct kept_matter *m)
{
    if (date_known(m->due_day))
        cli_note(c, tr("đã giao {1} ({2}), hạn {3}"), matter_id_shown(c->arena, m->id), m->number,
                 matter_moment_shown(c->arena, m->due_moment));
    else
        cli_note(c, tr("đã giao {1} ({2}), không hạn"), matter_id_shown(c->arena, m->id), m->number);
}

bool matter_new_wish(struct matter_wish *w, struct author *author, struct looked_unit *unit, struct cli *c,
                     size_t title, struct err *err)
{
    bool has_unit;
    if (c->arg_count <= title) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!matter_begin_wish(w, author, c, MATTER_EVENT_OPEN, err)) return false;
    w->kind = matter_kind_option(c);
    if (!w->kind.len) w->kind = STR("task");
    *vec_push(c->arena, &w->typed) = (struct name_value){STR("title"), str_trim(c->args[title])};
    matter_take_slots(&w->typed, c, SLOT_OPTIONS + 1, sizeof SLOT_OPTIONS / sizeof *SLOT_OPTIONS - 1);
    if (!cli_given(c, "giver")) *vec_push(c->arena, &w->typed) = (struct name_value){STR("giver"), c->by};
    for (size_t i = title + 1; i < c->arg_count; i++)
        if (!matter_assignment(vec_push(c->arena, &w->typed), c->args[i]))
            return fail(err, ERR_MATTER_FORM, c->args[i]);
    if (cli_given(c, "target")) {
        struct name_value *aim = vec_push(c->arena, &w->typed);
        aim->name = STR("aim");
        if (!matter_aim_known(&aim->value, c->db, c->arena, str_trim(cli_text(c, "target")), err)) return false;
    }
    if (!matter_unit_option(unit, &has_unit, c, "unit", err) || !matter_units_option(&w->with, c, "with", err))
        return false;
    if (has_unit) w->unit = unit;
    return true;
}

/* What may have been entered before. */
static bool tell_same(struct cli *c, const struct kept_matter *m, struct err *err)
{
    struct matter_list same;
    if (!matter_same(&same, c->db, c->arena, m, err)) return false;
    for (size_t i = 0; i < same.len; i++)
        cli_note(c, tr("! có thể trùng với {1} ({2}, vào sổ {3}): {4}"), matter_id_shown(c->arena, same.at[i].id),
                 same.at[i].number, matter_day_shown(c->arena, same.at[i].opened), same.at[i].title);
    return true;
}

bool matter_run_new(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list made;
    struct looked_unit unit;
    if (!matter_new_wish(&w, &author, &unit, c, 1, err) || !matter_do(&made, c->db, c->arena, &author, &w, err))
        return false;
    matter_tell_given(c, &made.at[0]);
    return tell_same(c, &made.at[0], err);
}

bool matter_run_move(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list moved;
    static const char *const WITH_MOVE[] = {"person", "appointment"};
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_MOVE, err)) return false;
    w.move = c->args[1];
    matter_take_slots(&w.typed, c, WITH_MOVE, 2);
    if (!do_it(&moved, &w, &author, c, 2, err)) return false;
    for (size_t i = 0; i < moved.len; i++) {
        const struct kept_matter *m = &moved.at[i];
        bool again = false; /* another due day followed from the move */
        for (size_t n = 0; n < i; n++) again |= moved.at[n].id.n == m->id.n;
        if (again) {
            cli_note(c, tr("{1}: hạn từ nay {2}"), m->number, matter_moment_shown(c->arena, m->due_moment));
            continue;
        }
        bool runs = m->clock.len && !matter_group_ended(m->group) && m->group != MATTER_PAUSED;
        cli_note(c, runs ? tr("{1} ({2}): {3}, hạn {4}") : tr("{1} ({2}): {3}"), matter_id_shown(c->arena, m->id),
                 m->number, state_shown(c, m), matter_moment_shown(c->arena, m->due_moment));
    }
    return true;
}

bool matter_run_assign(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    struct looked_unit unit;
    bool has_unit;
    static const char *const HANDS[] = {"person", "follower"};
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_ASSIGN, err)) return false;
    matter_take_slots(&w.typed, c, HANDS, 2);
    if (!matter_unit_option(&unit, &has_unit, c, "unit", err) || !matter_units_option(&w.with, c, "with", err) ||
        !matter_units_option(&w.without, c, "without", err))
        return false;
    if (has_unit) w.unit = &unit;
    if (!do_it(&done, &w, &author, c, 1, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: đã ghi đơn vị, người thực hiện"), matter_id_shown(c->arena, done.at[i].id));
    return true;
}

bool matter_run_extend(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    static const char *const DUE[] = {"due"};
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_DUE, err)) return false;
    matter_take_slots(&w.typed, c, DUE, 1);
    if (!do_it(&done, &w, &author, c, 1, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: hạn mới {2}; hạn ban đầu {3} vẫn được giữ"), matter_id_shown(c->arena, done.at[i].id),
                 matter_moment_shown(c->arena, done.at[i].due_moment),
                 matter_day_shown(c->arena, done.at[i].first_due));
    return true;
}

bool matter_run_edit(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    static const char *const EDITED[] = {"title", "giver", "document", "clause", "priority", "secrecy"};
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_EDIT, err)) return false;
    matter_take_slots(&w.typed, c, EDITED, sizeof EDITED / sizeof *EDITED);
    if (!do_it(&done, &w, &author, c, 1, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note(c, tr("{1}: đã sửa; nội dung cũ vẫn được giữ"), matter_id_shown(c->arena, done.at[i].id));
    return true;
}

static bool run_quiet(struct cli *c, enum matter_event_kind event, const char *words, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    if (!matter_begin_wish(&w, &author, c, event, err)) return false;
    if (event == MATTER_EVENT_NOTE && cli_given(c, "topic")) w.topic = (enum matter_topic)(cli_choice(c, "topic") + 1);
    if (!do_it(&done, &w, &author, c, 1, err)) return false;
    for (size_t i = 0; i < done.len; i++)
        cli_note_(c, words, (struct str[]){matter_id_shown(c->arena, done.at[i].id)}, 1);
    return true;
}

bool matter_run_note(struct cli *c, struct err *err)
{
    return run_quiet(c, MATTER_EVENT_NOTE, tr("{1}: đã ghi chú"), err);
}

bool matter_run_attach(struct cli *c, struct err *err)
{
    return run_quiet(c, MATTER_EVENT_ATTACH, tr("{1}: đã đính kèm tệp"), err);
}

/* --to is a unit where it means one, else a person as matters name him. */
static bool take_chased(struct matter_wish *w, struct looked_unit *room, struct cli *c, struct err *err)
{
    struct looked_units several = {0};
    struct err unknown;
    struct str to = str_trim(cli_text(c, "to"));
    w->chase.document = str_trim(cli_text(c, "document"));
    if (!to.len) return true;
    if (unit_look_one(room, &several, c->db, c->arena, to, matter_day(c), c->today, &unknown)) {
        w->chased = room;
        return true;
    }
    if (several.len > 1) {
        cli_tell_units(c, &several);
        *err = unknown;
        return false;
    }
    w->chase.person = to;
    return true;
}

bool matter_run_chase(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    struct looked_unit chased;
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_CHASE, err) || !take_chased(&w, &chased, c, err) ||
        !do_it(&done, &w, &author, c, 1, err))
        return false;
    for (size_t i = 0; i < done.len; i++) {
        struct board_matter row;
        struct board_matter *rows[] = {&row};
        if (!board_matter(&row, c->db, c->arena, &done.at[i], c->today, err) ||
            !board_counts(rows, 1, c->db, c->arena, err))
            return false;
        cli_note(c, tr("{1}: đã ghi đôn đốc, lần thứ {2}"), matter_id_shown(c->arena, done.at[i].id),
                 cli_number(c, row.chases));
    }
    return true;
}
