/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_propose: directives that were read in documents, as the tasks that they could become, and the tasks that a
 * person makes of them. What is not wanted is rejected like any other statement («dieuhanh reject S12»).
 */
#include "matter_cells.h"

#include "json_write.h"
#include "task_proposal.h"

static const struct column COLUMNS[] = {
    {"statement", tr("Chỉ đạo"), COLUMN_FIXED},
    {"document", tr("Tài liệu"), COLUMN_FIXED},
    {"file", NULL, COLUMN_DATA},
    {"symbol", tr("Số, ký hiệu"), COLUMN_FIXED},
    {"state", NULL, COLUMN_DATA},
    {"title", tr("Nội dung"), COLUMN_KEEP},
    {"giver", tr("Người giao"), 0},
    {"whom", NULL, COLUMN_DATA},
    {"units", NULL, COLUMN_DATA},
    {"unit_names", tr("Chủ trì"), 0},
    {"due", tr("Hạn"), COLUMN_FIXED},
    {"due_words", NULL, COLUMN_DATA},
    {"quote", NULL, COLUMN_DATA},
};

static struct str units_shown(struct cli *c, const struct task_proposal *t, bool names)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < t->units.len; i++) {
        if (i) buf_put(&b, STR("; "));
        buf_put(&b, names ? t->units.at[i].name : t->units.at[i].id);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Whom the words name, where they are no unit that is known. */
static void put_who(struct cli *c, struct rows *r, const struct task_proposal *t)
{
    struct str whom = t->kept.said.statement.directive.whom;
    struct buf b = buf_make(SIZE_MAX);
    if (t->units.len) {
        rows_text(r, units_shown(c, t, true));
        return;
    }
    buf_put(&b, tr_text(c->lang, tr("chưa rõ")));
    if (whom.len) buf_format(&b, " («%.*s»)", (int)whom.len, whom.ptr);
    rows_text_shown(r, STR(""), str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

static void put_row(struct cli *c, struct rows *r, const struct task_proposal *t)
{
    const struct directive_statement *d = &t->kept.said.statement.directive;
    statement_id_cell(r, t->kept.id);
    document_id_cell(r, t->kept.document);
    rows_text(r, t->document_name);
    rows_text(r, t->symbol);
    rows_text(r, statement_state_name(t->kept.state));
    rows_text(r, t->title);
    rows_text(r, t->giver);
    rows_text(r, d->whom);
    rows_text(r, units_shown(c, t, false));
    put_who(c, r, t);
    day_cell(r, t->due);
    rows_text(r, d->due_words);
    rows_text(r, t->kept.said.statement.quote);
    rows_end(r);
}

static struct str id_shown(struct arena *a, struct statement_id id)
{
    struct buf b = buf_make(16);
    statement_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool matter_run_proposals(struct cli *c, struct err *err)
{
    struct task_proposals list;
    struct document_id document;
    struct statement_id after = {0};
    uint64_t most = (uint64_t)cli_count(c, "limit");
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!cli_document_id(&document, c, "document", err) || !known_on_open(c, DB_READ, err)) return false;
    if (cli_given(c, "after") && !statement_id_read(&after, cli_text(c, "after")))
        return fail(err, ERR_STATEMENT_ID, cli_text(c, "after"));
    if (!task_proposals(&list, c->db, c->arena, document, after, most, c->today, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    for (size_t i = 0; i < list.len; i++) put_row(c, r, &list.at[i]);
    rows_close(r);
    if (!list.len) cli_note(c, tr("không có chỉ đạo nào đang chờ"));
    if (list.len && list.len == most)
        cli_note(c, tr("còn nữa: --after {1}"), id_shown(c->arena, list.at[list.len - 1].kept.id));
    return true;
}

bool matter_run_accept(struct cli *c, struct err *err)
{
    static const char *const SLOTS[] = {"title",  "person", "giver",    "follower", "document",
                                        "clause", "parent", "priority", "secrecy"};
    struct author author;
    struct task_wish w = {.again = cli_flag(c, "again"), .no_due = cli_flag(c, "no-due")};
    struct matter_list made;
    struct looked_unit unit;
    bool has_unit;
    struct statement_id *ids = arena_array(c->arena, struct statement_id, c->arg_count);
    if (!matter_begin_wish(&w.as, &author, c, MATTER_EVENT_OPEN, err)) return false;
    matter_take_slots(&w.as.typed, c, SLOTS, sizeof SLOTS / sizeof *SLOTS);
    for (size_t i = 1; i < c->arg_count; i++) {
        struct name_value v;
        if (matter_assignment(&v, c->args[i]))
            *vec_push(c->arena, &w.as.typed) = v;
        else if (!statement_id_read(&ids[w.id_count++], c->args[i]))
            return fail(err, ERR_STATEMENT_ID, c->args[i]);
    }
    if (!w.id_count) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    w.ids = ids;
    w.due = cli_date(c, "due");
    if (!matter_unit_option(&unit, &has_unit, c, "unit", err) || !matter_units_option(&w.as.with, c, "with", err))
        return false;
    if (has_unit) w.as.unit = &unit;
    if (!task_make(&made, c->db, c->arena, &author, &w, err)) return false;
    for (size_t i = 0; i < made.len; i++) matter_tell_given(c, &made.at[i]);
    return true;
}

/* --- what a matter was made of */

bool matter_origin_load(struct statement_list *out, struct cli *c, struct matter_id id, struct err *err)
{
    struct id_list ids;
    if (!statements_of_matter(&ids, c->db, c->arena, id, err)) return false;
    struct statement_id *at = arena_array(c->arena, struct statement_id, ids.len);
    for (size_t i = 0; i < ids.len; i++) at[i] = (struct statement_id){ids.at[i]};
    return statement_load_all(out, c->db, c->arena, at, ids.len, err);
}

void matter_put_origin(struct cli *c, const struct statement_list *said)
{
    for (size_t i = 0; i < said->len; i++) {
        const struct kept_statement *s = &said->at[i];
        struct buf b = buf_make(16);
        document_id_write(&b, s->document);
        buf_put(c->out, STR("  "));
        cli_put(c, tr("từ chỉ đạo {1} của tài liệu {2}: «{3}»\n"), id_shown(c->arena, s->id),
                str_copy(c->arena, buf_str(&b)), s->said.statement.quote);
        buf_free(&b);
    }
}

void matter_origin_cell(struct rows *r, const struct statement_list *said)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < said->len; i++) {
        struct buf id = buf_make(16);
        statement_id_write(&id, said->at[i].id);
        json_write_text(&j, buf_str(&id));
        buf_free(&id);
    }
    json_write_close(&j, ']');
    rows_json(r, buf_str(&b), STR(""));
    buf_free(&b);
}
