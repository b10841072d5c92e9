/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_recompute: due days by rule after the calendar has changed.
 */
#include "matter_cells.h"
#include "matter_reckon.h"

static const struct column COLUMNS[] = {
    {"matter", tr("Mã"), COLUMN_FIXED},
    {"old", tr("Hạn cũ"), COLUMN_FIXED},
    {"new", tr("Hạn mới"), COLUMN_FIXED},
};

static void due_cell(struct rows *r, struct cli *c, struct str due)
{
    struct moment m;
    rows_text_shown(r, due, moment_read(&m, due) ? matter_moment_shown(c->arena, m) : due);
}

bool matter_run_recompute(struct cli *c, struct err *err)
{
    struct author author = {0};
    struct reckoning done;
    struct reckon_wish w = {.reason = str_trim(cli_text(c, "note")), .day = c->today, .dry = cli_flag(c, "dry-run")};
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, w.dry ? DB_READ : DB_WRITE, err) || (!w.dry && !cli_author(&author, c, err)) ||
        !matter_reckon(&done, c->db, c->arena, &author, &w, err))
        return false;
    bool ok = true;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; ok && i < done.len; i++) {
        rows_text(r, matter_id_shown(c->arena, done.at[i].id));
        due_cell(r, c, done.at[i].old);
        due_cell(r, c, done.at[i].new);
        rows_end(r);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    if (!ok || !cli_flush(c, err)) return false;
    cli_note(c,
             w.dry ? tr("xem trước, chưa ghi: {1} hạn theo quy tắc, {2} sẽ đổi, {3} hết tạm tính mà không đổi")
                   : tr("đã tính lại {1} hạn theo quy tắc: {2} đã đổi, {3} hết tạm tính mà không đổi"),
             cli_number(c, done.looked), cli_number(c, done.moved), cli_number(c, done.settled));
    return true;
}
