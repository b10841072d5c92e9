/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_lines_show: what a unit became, what it was made of, and both as far back and on as is known.
 */
#include "json_write.h"
#include "unit_cells.h"

static const struct column LINE_COLUMNS[] = {
    UNIT_COLUMNS,
    {"part", tr("Phần"), 0},
    {"shares", tr("Tỷ lệ"), 0},
    {"day", tr("Hiệu lực"), COLUMN_FIXED},
    {"source", tr("Căn cứ"), 0},
};
enum { LINE_COLUMN_TOTAL = sizeof LINE_COLUMNS / sizeof *LINE_COLUMNS };

static const char *part_shown(enum unit_part p)
{
    switch (p) {
    case UNIT_WHOLE: return tr("toàn bộ");
    case UNIT_PART: return tr("một phần");
    case UNIT_PART_UNKNOWN: return tr("chưa rõ phần");
    case UNIT_PARTS: break;
    }
    return "";
}

static void shares_cell(struct cli *c, struct rows *r, const struct unit_line *l)
{
    struct buf json = buf_make(SIZE_MAX), shown = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&json);
    json_write_open(&j, '{');
    for (size_t i = 0; i < l->shares.len; i++) {
        const struct line_share *s = &l->shares.at[i];
        json_write_key(&j, s->measure);
        json_write_decimal(&j, s->share);
        if (shown.len) buf_put(&shown, STR(", "));
        buf_put(&shown, share_measure_name(s->measure));
        buf_char(&shown, ' ');
        number_write(&shown, s->share, c->lang);
    }
    json_write_close(&j, '}');
    rows_json(r, buf_str(&json), buf_str(&shown));
    buf_free(&json);
    buf_free(&shown);
}

static void line_cells(struct cli *c, struct rows *r, const struct unit_line *l)
{
    rows_text_shown(r, unit_part_word(l->part), tr_text(c->lang, part_shown(l->part)));
    shares_cell(c, r, l);
    day_cell(r, l->day);
    rows_text(r, l->source);
}

static bool put_line(struct cli *c, struct rows *r, const struct unit_line *l, bool after, struct err *err)
{
    struct looked_unit u;
    struct str id = after ? l->new : l->old;
    if (!unit_look_id(&u, c->db, c->arena, id, err)) return false;
    if (!u.id.len) u = (struct looked_unit){.id = id, .code = id, .name = id, .kind = UNIT_OFFICE};
    unit_cells(r, &u);
    line_cells(c, r, l);
    rows_end(r);
    return true;
}

static bool kind_of(enum unit_kind *out, struct cli *c, struct str id, struct err *err)
{
    struct looked_unit u;
    if (!unit_look_id(&u, c->db, c->arena, id, err)) return false;
    *out = u.id.len ? u.kind : UNIT_OFFICE;
    return true;
}

/* Of what a unit was made wards say more than the districts that they lay in, which stand in the list too: without
 * --level the units of its own kind are shown when there are some. */
static bool keep_level(struct unit_lines *lines, struct cli *c, enum unit_kind own, bool after, struct err *err)
{
    size_t kept = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < lines->len; i++) {
            enum unit_kind kind;
            struct unit_line *l = &lines->at[i];
            if (!kind_of(&kind, c, after ? l->new : l->old, err)) return false;
            if (cli_given(c, "level") ? !cli_level_fits(c, kind) : kind != own) continue;
            if (pass) lines->at[kept] = *l;
            kept++;
        }
        if (!kept && !cli_given(c, "level")) return true;
        if (!pass) kept = 0;
    }
    lines->len = kept;
    return true;
}

bool unit_run_lines(struct cli *c, bool after, struct err *err)
{
    struct looked_unit u;
    struct unit_lines lines;
    struct str said = c->args[1];
    struct looked_units several;
    /* --at is the day up to which is followed; the name is of any day. */
    if (!unit_look_one(&u, &several, c->db, c->arena, said, (struct date){0}, c->today, err)) {
        if (several.len > 1) cli_tell_units(c, &several);
        return false;
    }
    if (!unit_lines_through(&lines, c->db, c->arena, u.id, after, cli_date(c, "at"), err) ||
        !keep_level(&lines, c, u.kind, after, err))
        return false;
    if (lines.len || c->format != FORMAT_TABLE) {
        struct rows *r = cli_rows(c, LINE_COLUMNS, LINE_COLUMN_TOTAL);
        for (size_t i = 0; i < lines.len; i++)
            if (!put_line(c, r, &lines.at[i], after, err)) return false;
        rows_close(r);
    }
    if (after && !cli_tell_namesakes(c, said, &u, err)) return false;
    if (lines.len) return true;
    if (after && !date_known(u.to))
        cli_note(c, tr("{1} đang hoạt động, chưa thành đơn vị nào khác"), u.name);
    else if (after)
        cli_note(c, tr("{1} đã kết thúc; dữ liệu chưa cho biết thành đơn vị nào"), u.name);
    else
        cli_note(c, tr("dữ liệu không có đơn vị nào trước {1}"), u.name);
    return true;
}

/* --- history */

static const struct column HISTORY_COLUMNS[] = {
    {"step", tr("Bước"), COLUMN_NUMBER},
    UNIT_COLUMNS,
    {"part", tr("Phần"), 0},
    {"shares", tr("Tỷ lệ"), 0},
    {"day", tr("Hiệu lực"), COLUMN_FIXED},
    {"source", tr("Căn cứ"), 0},
};
enum { HISTORY_COLUMN_TOTAL = sizeof HISTORY_COLUMNS / sizeof *HISTORY_COLUMNS, STEPS = 8 };

struct history {
    struct {
        VEC_FIELDS(struct unit_line);
    } lines;
    struct {
        VEC_FIELDS(int);
    } steps;
};

static bool seen(const struct history *h, struct str id, bool after)
{
    for (size_t i = 0; i < h->lines.len; i++)
        if (str_eq(after ? h->lines.at[i].new : h->lines.at[i].old, id)) return true;
    return false;
}

/* All units that come before or after, nearest first. */
static bool collect(struct history *h, struct cli *c, const struct looked_unit *u, bool after, struct err *err)
{
    struct str *now = arena_array(c->arena, struct str, 1);
    size_t count = 1;
    now[0] = u->id;
    for (int step = 1; step <= STEPS && count; step++) {
        size_t first = h->lines.len;
        for (size_t i = 0; i < count; i++) {
            struct unit_lines lines;
            bool ok = after ? unit_lines_after(&lines, c->db, c->arena, now[i], err)
                            : unit_lines_before(&lines, c->db, c->arena, now[i], err);
            if (!ok || !keep_level(&lines, c, u->kind, after, err)) return false;
            for (size_t k = 0; k < lines.len; k++) {
                if (seen(h, after ? lines.at[k].new : lines.at[k].old, after)) continue;
                *vec_push(c->arena, &h->lines) = lines.at[k];
                *vec_push(c->arena, &h->steps) = after ? step : -step;
            }
        }
        count = h->lines.len - first;
        now = arena_array(c->arena, struct str, count);
        for (size_t i = 0; i < count; i++) now[i] = after ? h->lines.at[first + i].new : h->lines.at[first + i].old;
    }
    return true;
}

static bool put_history(struct cli *c, struct rows *r, const struct history *h, size_t i, struct err *err)
{
    rows_int(r, h->steps.at[i]);
    return put_line(c, r, &h->lines.at[i], h->steps.at[i] > 0, err);
}

bool unit_run_history(struct cli *c, struct err *err)
{
    struct looked_unit u;
    struct history before = {0}, after = {0};
    if (!cli_unit(&u, c, c->args[1], err) || !collect(&before, c, &u, false, err) || !collect(&after, c, &u, true, err))
        return false;
    struct rows *r = cli_rows(c, HISTORY_COLUMNS, HISTORY_COLUMN_TOTAL);
    for (size_t i = before.lines.len; i-- > 0;)
        if (!put_history(c, r, &before, i, err)) return false;
    rows_int(r, 0);
    unit_cells(r, &u);
    rows_text(r, STR(""));
    rows_json(r, STR("{}"), STR(""));
    rows_none(r);
    rows_text(r, u.source);
    rows_end(r);
    for (size_t i = 0; i < after.lines.len; i++)
        if (!put_history(c, r, &after, i, err)) return false;
    rows_close(r);
    return cli_tell_namesakes(c, c->args[1], &u, err);
}
