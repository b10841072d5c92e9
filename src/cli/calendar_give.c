/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_give: what was announced after the program was made, into the record.
 */
#include "calendar_cells.h"
#include "known_on.h"
#include "record_calendar.h"
#include "record_cells.h"

static bool days_option(struct date *from, struct date *to, struct cli *c, const char *name, struct err *err)
{
    struct str typed = cli_text(c, name);
    struct str_cut cut = str_cut(typed, STR(".."));
    if (!cli_given(c, name)) {
        struct buf option = buf_make(40);
        buf_put(&option, STR("--"));
        buf_put_z(&option, name);
        bool failed = fail(err, ERR_OPTION_MISSING, buf_str(&option), STR("calendar"));
        buf_free(&option);
        return failed;
    }
    return (cut.found && date_typed(from, str_trim(cut.head)) && date_typed(to, str_trim(cut.tail))) ||
           fail(err, ERR_CALENDAR_DAYS, typed);
}

static void tell_next(struct cli *c)
{
    cli_note(c, tr("hạn của việc đang làm chưa đổi: xem trước bằng «dieuhanh matter recompute --dry-run»"));
}

bool calendar_run_announce(struct cli *c, struct err *err)
{
    struct author author;
    struct announcement n = {.text = str_trim(cli_text(c, "text"))};
    uint64_t year;
    if (!str_to_u64(&year, c->args[1], WORKDAYS_LAST) || year < WORKDAYS_FIRST)
        return fail(err, ERR_CALENDAR_YEAR, c->args[1]);
    n.year = (uint16_t)year;
    if (!days_option(&n.tet_from, &n.tet_to, c, "tet", err) ||
        !days_option(&n.national_from, &n.national_to, c, "national", err) || !known_on_open(c, DB_WRITE, err) ||
        !cli_author(&author, c, err) || !calendar_announce(c->db, c->arena, &author, &n, err))
        return false;
    cli_note(c, tr("đã ghi các ngày nghỉ năm {1} theo {2}"), c->args[1], n.text);
    tell_next(c);
    return true;
}

bool calendar_run_swap(struct cli *c, struct err *err)
{
    struct author author;
    struct swap s = {.text = str_trim(cli_text(c, "text"))};
    if (!cli_day(&s.off, c->args[1], err) || !cli_day(&s.work, c->args[2], err) || !known_on_open(c, DB_WRITE, err) ||
        !cli_author(&author, c, err) || !calendar_swap_days(c->db, c->arena, &author, &s, err))
        return false;
    cli_note(c, tr("đã ghi: nghỉ {1}, làm bù {2}"), day_shown(c, s.off), day_shown(c, s.work));
    tell_next(c);
    return true;
}
