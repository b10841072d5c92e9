/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_form: papers out of matters, and handing one on inside the office.
 */
#include "matter_form.h"
#include "file.h"
#include "matter_cells.h"
#include "matter_steps.h"
#include "nearest.h"
#include "text.h"

enum { TEMPLATE_MOST = 1 << 20 };

static struct str forms_of(struct cli *c, const struct matter_kind *k)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < k->form_count; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, k->forms[i].word);
    }
    if (!b.len) buf_put(&b, STR("–"));
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* A form of the office in a file, else that of the newest version of the kind. */
static bool form_of(struct kind_form *out, struct cli *c, struct matter_id id, struct str word, struct err *err)
{
    struct kept_matter m;
    struct known_kind k;
    struct str bytes;
    struct text text;
    if (cli_given(c, "template")) {
        struct str path = cli_text(c, "template");
        if (!file_read(&bytes, c->arena, path, TEMPLATE_MOST, err) || !text_make(&text, c->arena, bytes, err))
            return false;
        *out = matter_form_of(c->arena, word, text.inside);
        return true;
    }
    if (!matter_load(&m, c->db, c->arena, id, err) || !known_kind(&k, c->db, c->arena, m.kind, err)) return false;
    const struct kind_form *f = kind_form_find(&k.kind, word);
    if (!f)
        return fail(err, ERR_MATTER_FORM_UNKNOWN, m.kind, word,
                    nearest_joined(c->arena, word, forms_of(c, &k.kind), STR(", ")));
    *out = *f;
    return true;
}

bool matter_run_form(struct cli *c, struct err *err)
{
    struct matter_ids ids;
    struct name_values typed = {0};
    struct kind_form form;
    struct form_wish w = {.form = &form, .on = matter_day(c), .html = cli_flag(c, "html")};
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (!known_on_open(c, DB_READ, err) || !matter_arguments(&ids, &typed, c, 2, err) ||
        !form_of(&form, c, ids.at[0], c->args[1], err))
        return false;
    bool lists = matter_form_lists(&form);
    for (size_t i = 0; i < ids.len; i += w.id_count) {
        w.ids = &ids.at[i];
        w.id_count = lists ? ids.len : 1;
        if (i) buf_char(c->out, '\n');
        if (!matter_form_write(c->out, c->db, c->arena, &w, err)) return false;
    }
    return true;
}

bool matter_run_hand(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_ids ids;
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_ASSIGN, err) || !matter_arguments(&ids, &w.typed, c, 1, err))
        return false;
    for (size_t i = 0; i < ids.len; i++) {
        struct matter_list done;
        struct matter_wish one = w;
        if (!matter_hand(&done, c->db, c->arena, &author, &one, ids.at[i], str_trim(cli_text(c, "person")),
                         str_trim(cli_text(c, "step")), err))
            return false;
        struct matter_kind k;
        const struct kept_matter *m = &done.at[0];
        if (!kind_load(&k, c->db, c->db, c->arena, m->kind, m->version, err)) return false;
        const struct name_value *step = name_value_find(&m->fields, k.steps.step);
        const struct name_value *due = name_value_find(&m->fields, k.steps.due);
        struct moment at;
        bool has = due && moment_read(&at, due->value);
        cli_note(c, tr("{1}: {2} giữ, bước «{3}», hạn của bước {4}"), matter_id_shown(c->arena, m->id), m->person,
                 step ? step->value : STR(""), has ? matter_moment_shown(c->arena, at) : STR(""));
    }
    return true;
}

static const struct column HELD_COLUMNS[] = {
    {"matter", tr("Mã"), COLUMN_FIXED}, {"number", tr("Số"), COLUMN_FIXED},  {"title", tr("Nội dung"), COLUMN_KEEP},
    {"unit", NULL, COLUMN_DATA},        {"unit_name", tr("Chủ trì"), 0},     {"step", tr("Bước đang ở"), 0},
    {"person", tr("Người giữ"), 0},     {"step_due", tr("Hạn của bước"), 0}, {"step_late", tr("So với hạn"), 0},
    {"due", tr("Hạn"), COLUMN_FIXED},
};

bool matter_run_held(struct cli *c, struct err *err)
{
    struct board_wish w;
    struct matter_held_list held;
    struct looked_unit unit, under;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !matter_wish_of(&w, &unit, &under, c, err) ||
        !matter_held(&held, c->db, c->arena, &w, cli_flag(c, "late"), err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(HELD_COLUMNS));
    for (size_t i = 0; i < held.len; i++) {
        const struct matter_held *h = &held.at[i];
        const struct kept_matter *m = &h->row.matter;
        struct buf b = buf_make(40);
        if (date_known(h->due.day)) moment_write(&b, h->due);
        rows_text(r, matter_id_shown(c->arena, m->id));
        rows_text(r, m->number);
        rows_text(r, m->title);
        rows_text(r, m->unit);
        rows_text(r, h->row.unit_name);
        rows_text(r, h->step);
        rows_text(r, m->person);
        rows_text_shown(r, str_copy(c->arena, buf_str(&b)), matter_moment_shown(c->arena, h->due));
        if (h->over) rows_style(r, STYLE_BAD);
        rows_text_shown(r, h->over ? STR("late") : STR("in_time"),
                        tr_text(c->lang, h->over ? tr("quá hạn") : tr("trong hạn")));
        day_cell(r, m->due_day);
        rows_end(r);
        buf_free(&b);
    }
    rows_close(r);
    if (!held.len) cli_note(c, tr("không có việc nào"));
    return true;
}
