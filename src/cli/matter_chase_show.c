/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chase_show: who was chased and reminded, by what, and what came of it: as a list, and of one matter.
 */
#include "matter_cells.h"

#include "cli_private.h"
#include "json_write.h"
#include "matter_chase.h"
#include "remind_cells.h"
#include "said.h"

static const struct column COLUMNS[] = {
    {"matter", tr("Mã"), COLUMN_FIXED},
    {"number", NULL, COLUMN_DATA},
    {"title", tr("Nội dung"), COLUMN_KEEP},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Chủ trì"), 0},
    {"day", tr("Ngày"), COLUMN_FIXED},
    {"way", tr("Cách"), 0},
    {"nth", tr("Lần"), COLUMN_NUMBER},
    {"by", tr("Người đôn đốc"), 0},
    {"to", tr("Đôn đốc ai"), 0},
    {"to_unit", NULL, COLUMN_DATA},
    {"document", tr("Văn bản"), 0},
    {"note", tr("Nội dung đôn đốc"), 0},
    {"delivery", NULL, COLUMN_DATA},
    {"answered", tr("Trả lời"), 0},
    {"answer_day", NULL, COLUMN_DATA},
    {"answer_by", NULL, COLUMN_DATA},
    {"verdict", tr("So với hạn"), 0},
    {"days_late", NULL, COLUMN_DATA},
    {"entry", NULL, COLUMN_DATA},
};

/* Whom: the one who was named, else who owes it. */
static bool chased_shown(struct str *out, struct cli *c, const struct board_matter *row, const struct chase *x,
                         struct err *err)
{
    struct looked_unit u;
    *out = x->what.person.len ? x->what.person : row->matter.person.len ? row->matter.person : row->unit_name;
    if (!x->what.unit.len) return true;
    if (!unit_look_id(&u, c->db, c->arena, x->what.unit, err)) return false;
    *out = u.name.len ? u.name : x->what.unit;
    return true;
}

static struct str way_shown(struct cli *c, const struct chase *x)
{
    if (!x->reminder) return tr_text(c->lang, x->what.document.len ? tr("văn bản") : tr("trực tiếp"));
    struct buf b = buf_make(200);
    struct str id = delivery_id_shown(c->arena, x->delivery);
    tr_fill(&b, c->lang, tr("nhắc việc {1}"), &id, 1);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* "5/3/2026, minh.le"; how long it waits where nobody answered. */
static struct str answer_shown(struct cli *c, const struct chase *x, struct date on)
{
    struct buf b = buf_make(400);
    if (x->answered) {
        buf_put(&b, matter_day_shown(c->arena, x->answer.day));
        buf_put(&b, STR(", "));
        buf_put(&b, x->answer.who);
    } else {
        int32_t days = date_to_days(on) - date_to_days(x->day);
        struct str n = cli_number(c, days > 0 ? (uint64_t)days : 0);
        tr_fill(&b, c->lang, tr("chưa, đã {1} ngày"), &n, 1);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool put_row(struct cli *c, struct rows *r, const struct chased *row, struct err *err)
{
    const struct kept_matter *m = &row->row.matter;
    const struct chase *x = &row->chase;
    struct str to;
    if (!chased_shown(&to, c, &row->row, x, err)) return false;
    rows_text(r, matter_id_shown(c->arena, m->id));
    rows_text(r, m->number);
    rows_text(r, m->title);
    rows_text(r, m->unit);
    rows_text(r, row->row.unit_name);
    rows_text_shown(r, date_text(c->arena, x->day), matter_day_shown(c->arena, x->day));
    rows_text_shown(r, x->reminder ? STR("reminder") : STR("chase"), way_shown(c, x));
    rows_int(r, row->nth);
    rows_text(r, x->by);
    rows_text_shown(r, x->what.person, to);
    rows_text(r, x->what.unit);
    rows_text(r, x->what.document);
    rows_text(r, x->note);
    rows_text(r, x->reminder ? delivery_id_shown(c->arena, x->delivery) : STR(""));
    if (!x->answered) rows_style(r, STYLE_BAD);
    rows_text_shown(r, x->answered ? STR("true") : STR("false"), answer_shown(c, x, matter_day(c)));
    rows_text(r, x->answered ? date_text(c->arena, x->answer.day) : STR(""));
    rows_text(r, x->answered ? x->answer.who : STR(""));
    matter_style(r, row->row.verdict);
    rows_text_shown(r, matter_verdict_word(row->row.verdict), matter_verdict_shown(c, row->row.verdict));
    if (date_known(m->due_day))
        rows_int(r, row->row.late);
    else
        rows_none(r);
    rows_int(r, x->entry);
    rows_end(r);
    return true;
}

bool matter_run_chased(struct cli *c, struct err *err)
{
    struct board_wish w;
    struct chased_list list;
    struct looked_unit unit, under;
    bool all = cli_flag(c, "all"), ok = true;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !matter_wish_of(&w, &unit, &under, c, err) ||
        !matter_chased(&list, c->db, c->arena, &w, !cli_flag(c, "all"), !all, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; ok && i < list.len; i++) ok = put_row(c, r, &list.at[i], err) && cli_drain(c, err);
    rows_close(r);
    if (!ok || !cli_flush(c, err)) return false;
    if (!list.len) cli_note(c, all ? tr("chưa đôn đốc việc nào") : tr("không có đôn đốc nào chưa được trả lời"));
    cli_note(c, tr("đôn đốc {1} lần, nhắc việc {2} thông báo; chưa có trả lời {3}"), cli_number(c, list.chases),
             cli_number(c, list.reminders), cli_number(c, list.unanswered));
    return true;
}

/* --- of one matter */

bool matter_put_chases(struct cli *c, const struct board_matter *row, const struct chase_list *all, struct date on,
                       struct err *err)
{
    if (all->len) cli_put(c, tr("\nĐôn đốc\n"));
    for (size_t i = 0; i < all->len; i++) {
        const struct chase *x = &all->at[i];
        struct str to;
        if (!chased_shown(&to, c, row, x, err)) return false;
        buf_put(c->out, STR("  "));
        buf_put(c->out, matter_day_shown(c->arena, x->day));
        buf_put(c->out, STR("  "));
        cli_put_words(c, x->by);
        buf_put(c->out, STR(" → "));
        cli_put_words(c, to);
        buf_put(c->out, STR(": "));
        buf_put(c->out, way_shown(c, x));
        if (x->what.document.len) buf_char(c->out, ' ');
        cli_put_words(c, x->what.document);
        if (x->note.len) buf_put(c->out, STR("; "));
        cli_put_words(c, x->note);
        cli_put(c, tr("; trả lời: {1}\n"), answer_shown(c, x, on));
    }
    return true;
}

void matter_chases_cell(struct cli *c, struct rows *r, const struct chase_list *all)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < all->len; i++) {
        const struct chase *x = &all->at[i];
        const struct {
            const char *key;
            struct str text;
        } pairs[] = {{"way", x->reminder ? STR("reminder") : STR("chase")},
                     {"day", date_text(c->arena, x->day)},
                     {"by", x->by},
                     {"to", x->what.person},
                     {"to_unit", x->what.unit},
                     {"document", x->what.document},
                     {"note", x->note},
                     {"delivery", x->reminder ? delivery_id_shown(c->arena, x->delivery) : STR("")},
                     {"answer_day", x->answered ? date_text(c->arena, x->answer.day) : STR("")},
                     {"answer_by", x->answered ? x->answer.who : STR("")}};
        json_write_open(&j, '{');
        for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
            json_write_key(&j, str_of(pairs[k].key));
            json_write_text(&j, pairs[k].text);
        }
        json_write_key(&j, STR("answered"));
        json_write_bool(&j, x->answered);
        json_write_key(&j, STR("entry"));
        json_write_int(&j, x->entry);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&b), STR(""));
    buf_free(&b);
}
