/* SPDX-License-Identifier: Apache-2.0
 *
 * calendar_cells: see calendar_cells.h.
 */
#include "calendar_cells.h"

#include "moment_typed.h"
#include "record_calendar.h"
#include "unit_cells.h"

enum { TEXT_MOST = 1000 };

bool cli_workdays(const struct workdays **out, struct cli *c, struct err *err)
{
    return (c->db || cli_units_open(c, DB_READ, err)) && record_workdays(out, c->db, c->arena, err);
}

bool cli_day(struct date *out, struct str typed, struct err *err)
{
    if (!date_typed(out, str_trim(typed))) return fail(err, ERR_CLOCK_MOMENT, typed);
    return workdays_has(*out) || fail(err, ERR_CALENDAR_BEYOND, typed);
}

bool cli_moment(struct moment *out, struct str typed, struct err *err)
{
    return moment_read(out, typed) || moment_typed(out, typed) || fail(err, ERR_CLOCK_MOMENT, typed);
}

struct moment cli_now(const struct cli *c)
{
    enum { EAST = 7 * 3600, DAY = 86400 };
    int64_t second = (c->now + EAST) % DAY;
    return (struct moment){c->today, (int16_t)((second < 0 ? second + DAY : second) / 60)};
}

struct str weekday_shown(const struct cli *c, struct date d)
{
    static const char *const NAMES[] = {tr("thứ hai"), tr("thứ ba"),  tr("thứ tư"),  tr("thứ năm"),
                                        tr("thứ sáu"), tr("thứ bảy"), tr("chủ nhật")};
    return tr_text(c->lang, NAMES[date_weekday(d) - 1]);
}

/* Day and month in the order of the country; in English as nobody can misread it. */
static void put_date(struct buf *b, const struct cli *c, struct date d)
{
    if (c->lang == LANG_VI)
        buf_format(b, "%d/%d/%d", d.day, d.month, d.year);
    else
        date_write(b, d);
}

struct str day_shown(struct cli *c, struct date d)
{
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, weekday_shown(c, d));
    buf_char(&b, ' ');
    put_date(&b, c, d);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str moment_shown(struct cli *c, struct moment m)
{
    struct buf b = buf_make(TEXT_MOST);
    if (m.minute != MINUTE_UNKNOWN) {
        minute_write(&b, m.minute);
        buf_char(&b, ' ');
    }
    buf_put(&b, day_shown(c, m.day));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str term_shown(struct cli *c, struct term t)
{
    struct buf b = buf_make(TEXT_MOST);
    if (c->lang == LANG_VI)
        term_write(&b, t);
    else
        term_write_en(&b, t);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str day_kind_word(enum day_kind k)
{
    static const struct str WORDS[] = {[DAY_WORK] = STR_INIT("work"),         [DAY_WEEKEND] = STR_INIT("weekend"),
                                       [DAY_HOLIDAY] = STR_INIT("holiday"),   [DAY_MAKE_UP] = STR_INIT("make_up"),
                                       [DAY_SWAP_OFF] = STR_INIT("swap_off"), [DAY_SWAP_WORK] = STR_INIT("swap_work")};
    return WORDS[k];
}

struct str day_kind_shown(const struct cli *c, enum day_kind k)
{
    switch (k) {
    case DAY_WORK: return tr_text(c->lang, tr("ngày làm việc"));
    case DAY_WEEKEND: return tr_text(c->lang, tr("nghỉ hằng tuần"));
    case DAY_HOLIDAY: return tr_text(c->lang, tr("nghỉ lễ, tết"));
    case DAY_MAKE_UP: return tr_text(c->lang, tr("nghỉ bù"));
    case DAY_SWAP_OFF: return tr_text(c->lang, tr("nghỉ hoán đổi"));
    case DAY_SWAP_WORK: return tr_text(c->lang, tr("làm bù"));
    }
    return STR("");
}

static void put_with(struct buf *b, struct cli *c, const struct day_entry *e)
{
    struct buf day = buf_make(32);
    put_date(&day, c, e->with);
    struct str args[] = {e->name, str_copy(c->arena, buf_str(&day))};
    buf_free(&day);
    switch (e->kind) {
    case DAY_HOLIDAY:
        buf_put(b, e->name);
        if (e->adjacent) tr_fill(b, c->lang, tr(", ngày liền kề"), NULL, 0);
        return;
    case DAY_MAKE_UP: tr_fill(b, c->lang, tr("nghỉ bù {1} ({2})"), args, 2); return;
    case DAY_SWAP_OFF: tr_fill(b, c->lang, tr("nghỉ hoán đổi, làm bù {1}"), args + 1, 1); return;
    case DAY_SWAP_WORK: tr_fill(b, c->lang, tr("làm bù cho ngày nghỉ {1}"), args + 1, 1); return;
    case DAY_WORK:
    case DAY_WEEKEND: return;
    }
}

struct str day_reason(struct cli *c, const struct day_entry *e)
{
    struct buf b = buf_make(TEXT_MOST);
    if (!e) return tr_text(c->lang, tr("ngày nghỉ hằng tuần"));
    put_with(&b, c, e);
    if (e->citation.len || e->provisional) {
        buf_put(&b, STR(" ("));
        buf_put(&b, e->citation);
        if (e->provisional) {
            if (e->citation.len) buf_put(&b, STR("; "));
            tr_fill(&b, c->lang, tr("tạm tính theo lệ"), NULL, 0);
        }
        buf_char(&b, ')');
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void moment_cell(struct rows *r, struct cli *c, struct moment m)
{
    struct buf b = buf_make(32);
    if (!date_known(m.day)) {
        rows_none(r);
        return;
    }
    moment_write(&b, m);
    rows_text_shown(r, buf_str(&b), moment_shown(c, m));
    buf_free(&b);
}
