/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_show: one matter with everything that is known of it: what it is, every due day that it had, everything that
 * happened, its files, and the moves that can come next.
 */
#include "matter_cells.h"

#include "clock_cells.h"
#include "json_write.h"
#include "matter_chase.h"
#include "matter_clocks.h"
#include "remind_cells.h"
#include "said.h"

struct whole {
    struct board_matter row;
    struct matter_kind kind;
    struct str_list helpers;
    struct kept_deadlines due_days;
    struct kept_events events;
    struct matter_list children;
    struct matter_deliveries told; /* reminders */
    struct chase_list chases;
    struct statement_list origin; /* directives that it was made of */
    struct clock_explained clock;
};

static bool load(struct whole *w, struct cli *c, struct matter_id id, struct err *err)
{
    enum { CHILDREN_MOST = 200 };
    struct kept_matter m;
    return matter_load(&m, c->db, c->arena, id, err) &&
           board_matter(&w->row, c->db, c->arena, &m, matter_day(c), err) &&
           kind_load(&w->kind, c->db, c->db, c->arena, m.kind, m.version, err) &&
           matter_units(&w->helpers, c->db, c->arena, id, err) &&
           matter_deadlines(&w->due_days, c->db, c->arena, id, err) &&
           matter_events(&w->events, c->db, c->arena, id, err) &&
           matter_delivery_rows(&w->told, c->db, c->arena, id, err) &&
           matter_chases(&w->chases, c->db, c->arena, &w->row.matter, &w->events, err) &&
           matter_children(&w->children, c->db, c->arena, id, CHILDREN_MOST, err) &&
           matter_clock_explain(&w->clock, c->db, c->arena, &m, err) && matter_origin_load(&w->origin, c, id, err);
}

/* --- for eyes */

static void put_line(struct cli *c, const char *label, struct str text)
{
    if (!text.len) return;
    buf_put(c->out, STR("  "));
    buf_put(c->out, tr_text(c->lang, label));
    buf_put(c->out, STR(": "));
    cli_put_words(c, text);
    buf_char(c->out, '\n');
}

static struct str names_of(struct cli *c, const struct str *ids, size_t count)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_put(&b, STR("; "));
        buf_put(&b, matter_value_shown(c, STR("unit"), ids[i]));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str appointment_shown(struct cli *c, const struct kept_matter *m)
{
    struct moment at;
    return moment_read(&at, m->appointment) ? matter_moment_shown(c->arena, at) : m->appointment;
}

/* How it ended as the portal was told, where that is not how it ended. */
static struct str outcome_shown(const struct cli *c, const struct kept_matter *m)
{
    if (m->truth == OUTCOME_NONE) return STR("");
    switch (m->told) {
    case OUTCOME_NONE: return tr_text(c->lang, tr("chưa ghi kết thúc"));
    case OUTCOME_EARLY: return tr_text(c->lang, tr("trước hạn"));
    case OUTCOME_ON_TIME: return tr_text(c->lang, tr("đúng hạn"));
    case OUTCOME_LATE:
        return tr_text(c->lang, m->truth == OUTCOME_LATE ? tr("quá hạn") : tr("trễ do đồng bộ, thực tế không quá hạn"));
    }
    return STR("");
}

static void put_head(struct cli *c, const struct whole *w)
{
    const struct kept_matter *m = &w->row.matter;
    struct buf b = buf_make(SIZE_MAX);
    struct str late = matter_late_shown(c, &w->row);
    buf_put(c->out, matter_id_shown(c->arena, m->id));
    buf_put(c->out, STR("  "));
    cli_put_words(c, m->number);
    buf_put(c->out, STR("  "));
    cli_put_words(c, m->title);
    buf_char(c->out, '\n');
    put_line(c, tr("loại"), w->row.kind_name);
    put_line(c, tr("trạng thái"), c->lang == LANG_VI ? w->row.state_name : m->state);
    if (date_known(m->due_day)) buf_put(&b, matter_moment_shown(c->arena, m->due_moment));
    if (w->clock.has && w->clock.clock.provisional) buf_put(&b, tr_text(c->lang, tr(" (tạm tính)")));
    if (b.len) buf_put(&b, STR("; "));
    buf_put(&b, matter_verdict_shown(c, w->row.verdict));
    if (late.len) buf_put(&b, STR(", "));
    buf_put(&b, late);
    put_line(c, tr("hạn"), str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
    put_line(c, tr("hẹn trả (đã in, không đổi)"), appointment_shown(c, m));
    put_line(c, tr("ngày giao"), matter_day_shown(c->arena, m->opened));
    put_line(c, tr("ngày kết thúc"), matter_moment_shown(c->arena, m->end));
    if (m->told != m->truth || w->kind.clock.recorded.len) put_line(c, tr("theo Cổng"), outcome_shown(c, m));
    put_line(c, tr("chủ trì"), w->row.unit_name);
    put_line(c, tr("phối hợp"), names_of(c, w->helpers.at, w->helpers.len));
    put_line(c, tr("người thực hiện"), m->person);
    put_line(c, tr("người giao"), m->giver);
    put_line(c, tr("người theo dõi"), m->follower);
    put_line(c, tr("văn bản giao"), m->document);
    put_line(c, tr("điểm, khoản"), m->clause);
    put_line(c, tr("thuộc việc"), m->parent);
    if (m->priority.len) put_line(c, tr("ưu tiên"), matter_value_shown(c, STR("priority"), m->priority));
    if (m->secrecy.len) put_line(c, tr("phạm vi"), matter_value_shown(c, STR("secrecy"), m->secrecy));
}

static struct str field_shown(struct cli *c, const struct kind_field *f, struct str value)
{
    struct buf b = buf_make(SIZE_MAX);
    struct decimal d;
    bool number = f->type == MATTER_FIELD_NUMBER || f->type == MATTER_FIELD_MONEY;
    if (f->type == MATTER_FIELD_UNIT) return matter_value_shown(c, STR("unit"), value);
    if (f->type == MATTER_FIELD_FLAG) return tr_text(c->lang, str_eq(value, STR("yes")) ? tr("có") : tr("không"));
    if (number && decimal_read(&d, value)) {
        number_write(&b, d, c->lang);
        if (f->type == MATTER_FIELD_MONEY) buf_put(&b, tr_text(c->lang, tr(" đồng")));
    } else {
        buf_put(&b, f->type == MATTER_FIELD_DAY || f->type == MATTER_FIELD_MOMENT
                        ? matter_value_shown(c, STR(""), value)
                        : value);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_fields(struct cli *c, const struct whole *w)
{
    for (size_t i = 0; i < w->kind.field_count; i++) {
        const struct kind_field *f = &w->kind.fields[i];
        const struct name_value *v = name_value_find(&w->row.matter.fields, f->word);
        if (!v) continue;
        buf_put(c->out, STR("  "));
        cli_put_words(c, f->name);
        buf_put(c->out, STR(": "));
        cli_put_words(c, field_shown(c, f, v->value));
        buf_char(c->out, '\n');
    }
    for (size_t i = 0; i < w->children.len; i++) {
        const struct kept_matter *m = &w->children.at[i];
        buf_put(c->out, STR("  "));
        cli_put(c, tr("việc thành phần: {1} {2}\n"), matter_id_shown(c->arena, m->id), m->title);
    }
}

/* How the due day came about: the rule, then what was counted, day by day where a day was passed over. */
static void put_clock(struct cli *c, const struct whole *w)
{
    const struct clock_explained *x = &w->clock;
    if (!x->has) return;
    cli_put(c, tr("\nCách tính hạn\n  "));
    clock_put_rule(c, &x->parts.rule);
    clock_put_steps(c, &(struct shown_clock){&x->parts.rule, &x->parts.question, &x->answer});
    if (x->moved)
        cli_put(c, tr("  ! theo lịch nghỉ hiện nay thì hạn là {1}: chạy «dieuhanh matter recompute»\n"),
                matter_moment_shown(c->arena, x->answer.due));
}

static void put_due_days(struct cli *c, const struct whole *w)
{
    if (!w->due_days.len) return;
    cli_put(c, tr("\nCác hạn đã có\n"));
    for (size_t i = 0; i < w->due_days.len; i++) {
        const struct kept_deadline *d = &w->due_days.at[i];
        buf_put(c->out, STR("  "));
        cli_put(c, i ? tr("{1}: {2} ghi lúc {3}") : tr("{1} (hạn ban đầu): {2} ghi lúc {3}"),
                matter_moment_shown(c->arena, d->at), d->who, time_shown(c->arena, d->time));
        if (d->reason.len) buf_put(c->out, STR("; "));
        cli_put_words(c, d->reason);
        buf_char(c->out, '\n');
    }
}

static const char *event_shown(enum matter_event_kind k)
{
    switch (k) {
    case MATTER_EVENT_OPEN: return tr("giao việc");
    case MATTER_EVENT_MOVE: return tr("chuyển bước");
    case MATTER_EVENT_ASSIGN: return tr("phân công");
    case MATTER_EVENT_DUE: return tr("đổi hạn");
    case MATTER_EVENT_EDIT: return tr("sửa");
    case MATTER_EVENT_ATTACH: return tr("đính kèm");
    case MATTER_EVENT_NOTE: return tr("ghi chú");
    case MATTER_EVENT_RECKON: return tr("tính lại hạn");
    case MATTER_EVENT_ENTER: return tr("vào sổ từ danh sách");
    case MATTER_EVENT_CHASE: return tr("đôn đốc");
    case MATTER_EVENT_KINDS: break;
    }
    return "";
}

static void put_change(struct cli *c, const struct whole *w, const struct event_change *v)
{
    const struct kind_field *f = kind_field_find(&w->kind, v->name);
    struct str old = f && v->old.len ? field_shown(c, f, v->old) : matter_value_shown(c, v->name, v->old);
    struct str new = f && v->new.len ? field_shown(c, f, v->new) : matter_value_shown(c, v->name, v->new);
    if (str_eq(v->name, STR("clock"))) return; /* «Cách tính hạn» says it better */
    buf_put(c->out, STR("      "));
    cli_put_words(c, f ? f->name : matter_name_shown(c, v->name));
    buf_put(c->out, STR(": "));
    cli_put_words(c, old);
    buf_put(c->out, STR(" → "));
    cli_put_words(c, new);
    buf_char(c->out, '\n');
}

static const char *topic_shown(enum matter_topic t)
{
    switch (t) {
    case TOPIC_RESULT: return tr("kết quả đạt được");
    case TOPIC_LIMIT: return tr("tồn tại, hạn chế");
    case TOPIC_CAUSE: return tr("nguyên nhân, vướng mắc");
    case TOPIC_PROPOSAL: return tr("kiến nghị, đề xuất");
    case TOPIC_NONE:
    case MATTER_TOPICS: break;
    }
    return "";
}

static void put_data(struct cli *c, const struct whole *w, const struct kept_event *e, const struct event_data *d)
{
    for (size_t i = 0; e->kind != MATTER_EVENT_OPEN && i < d->set_count; i++) put_change(c, w, &d->set[i]);
    if (d->with.len && e->kind != MATTER_EVENT_OPEN)
        cli_put(c, tr("      thêm phối hợp: {1}\n"), names_of(c, d->with.at, d->with.len));
    if (d->without.len) cli_put(c, tr("      thôi phối hợp: {1}\n"), names_of(c, d->without.at, d->without.len));
    if (d->chase.document.len) cli_put(c, tr("      văn bản: {1}\n"), d->chase.document);
    if (d->topic != TOPIC_NONE) cli_put(c, tr("      nội dung về: {1}\n"), tr_text(c->lang, topic_shown(d->topic)));
    if (d->file.name.len) {
        struct digest_text hex = digest_text(d->file.sha256);
        cli_put(c, tr("      tệp {1}, {2} byte, SHA-256 {3}\n"), d->file.name, cli_number(c, d->file.size),
                digest_str(&hex));
    }
}

static bool put_events(struct cli *c, const struct whole *w, struct err *err)
{
    cli_put(c, tr("\nCác bước\n"));
    for (size_t i = 0; i < w->events.len; i++) {
        const struct kept_event *e = &w->events.at[i];
        const struct kind_move *m = kind_move_find(&w->kind, e->move);
        struct event_data d;
        if (!event_data_read(&d, c->arena, e->data))
            return fail(err, ERR_RECORD_BROKEN, db_where(c->db), STR("matter_event"));
        buf_put(c->out, STR("  "));
        buf_put(c->out, matter_day_shown(c->arena, e->day));
        buf_put(c->out, STR("  "));
        cli_put_words(c, m && c->lang == LANG_VI ? m->name : m ? m->word : tr_text(c->lang, event_shown(e->kind)));
        cli_put(c, tr(" ({1}, ghi lúc {2}, nhật ký {3})"), e->who, time_shown(c->arena, e->time),
                cli_number(c, (uint64_t)e->entry));
        if (e->note.len) buf_put(c->out, STR(": "));
        cli_put_words(c, e->note);
        buf_char(c->out, '\n');
        const struct kind_state *there = kind_state_find(&w->kind, e->to);
        if (e->kind == MATTER_EVENT_ENTER && there)
            cli_put(c, tr("      ở trạng thái: {1}\n"), c->lang == LANG_VI ? there->name : there->word);
        put_data(c, w, e, &d);
    }
    return true;
}

/* Who was reminded of it, by which way, and what became of that. */
static bool put_told(struct cli *c, const struct whole *w, struct err *err)
{
    if (w->told.len) cli_put(c, tr("\nĐã nhắc\n"));
    for (size_t i = 0; i < w->told.len; i++) {
        const struct matter_delivery *d = &w->told.at[i];
        struct str who;
        if (!recipient_shown(&who, c, d->side, d->who, err)) return false;
        buf_put(c->out, STR("  "));
        buf_put(c->out, matter_day_shown(c->arena, d->day));
        buf_put(c->out, STR("  "));
        cli_put_words(c, who);
        cli_put(c, tr(": {1}, kênh {2}, {3} ({4})"), remind_step_shown(c, d->step), d->outlet,
                delivery_state_shown(c, d->state), delivery_id_shown(c->arena, d->id));
        buf_char(c->out, '\n');
    }
    return true;
}

static bool put_chases(struct cli *c, const struct whole *w, struct err *err)
{
    return matter_put_chases(c, &w->row, &w->chases, matter_day(c), err);
}

static void put_moves(struct cli *c, const struct whole *w)
{
    bool any = false;
    for (size_t i = 0; i < w->kind.move_count; i++) {
        const struct kind_move *m = &w->kind.moves[i];
        if (!word_list_has(m->from, w->row.matter.state)) continue;
        if (!any) cli_put(c, tr("\nBước tiếp theo có thể\n"));
        any = true;
        buf_put(c->out, STR("  "));
        buf_put(c->out, m->word);
        buf_put(c->out, STR("  "));
        cli_put_words(c, m->name);
        for (size_t n = 0; n < m->needs.len; n++) {
            buf_put(c->out, n ? STR(", ") : STR(" – "));
            if (!n) cli_put(c, tr("cần "));
            cli_put_words(c, matter_need_shown(c, &w->kind, m->needs.at[n]));
        }
        buf_char(c->out, '\n');
    }
}

/* --- for programs: one row */

static const struct column SHOW_COLUMNS[] = {
    {"matter", NULL, 0},      {"number", NULL, 0},    {"kind", NULL, 0},     {"version", NULL, 0},
    {"title", NULL, 0},       {"state", NULL, 0},     {"group", NULL, 0},    {"unit", NULL, 0},
    {"unit_name", NULL, 0},   {"with", NULL, 0},      {"person", NULL, 0},   {"giver", NULL, 0},
    {"follower", NULL, 0},    {"document", NULL, 0},  {"clause", NULL, 0},   {"parent", NULL, 0},
    {"priority", NULL, 0},    {"secrecy", NULL, 0},   {"fields", NULL, 0},   {"opened", NULL, 0},
    {"first_due", NULL, 0},   {"due", NULL, 0},       {"clock", NULL, 0},    {"ended", NULL, 0},
    {"verdict", NULL, 0},     {"days_late", NULL, 0}, {"due_days", NULL, 0}, {"events", NULL, 0},
    {"appointment", NULL, 0}, {"truth", NULL, 0},     {"told", NULL, 0},     {"steps", NULL, 0},
    {"statements", NULL, 0},  {"chases", NULL, 0},
};

static void put_pair(struct json_writer *j, struct str key, struct str text)
{
    json_write_key(j, key);
    json_write_text(j, text);
}

static void json_cell(struct rows *r, struct buf *b)
{
    rows_json(r, buf_str(b), STR(""));
    buf_free(b);
}

static void put_field_cells(struct rows *r, const struct whole *w)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    const struct name_values *v = &w->row.matter.fields;
    json_write_open(&j, '{');
    for (size_t i = 0; i < v->len; i++) put_pair(&j, v->at[i].name, v->at[i].value);
    json_write_close(&j, '}');
    json_cell(r, &b);
}

static struct str moment_literal(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    moment_write(&b, m);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_due_cell(struct cli *c, struct rows *r, const struct whole *w)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < w->due_days.len; i++) {
        const struct kept_deadline *d = &w->due_days.at[i];
        json_write_open(&j, '{');
        put_pair(&j, STR("due"), moment_literal(c->arena, d->at));
        put_pair(&j, STR("clock"), d->clock);
        put_pair(&j, STR("reason"), d->reason);
        put_pair(&j, STR("who"), d->who);
        put_pair(&j, STR("time"), d->time);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    json_cell(r, &b);
}

static void put_event_cell(struct cli *c, struct rows *r, const struct whole *w)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < w->events.len; i++) {
        const struct kept_event *e = &w->events.at[i];
        json_write_open(&j, '{');
        put_pair(&j, STR("event"), matter_event_word(e->kind));
        put_pair(&j, STR("move"), e->move);
        put_pair(&j, STR("from"), e->from);
        put_pair(&j, STR("to"), e->to);
        put_pair(&j, STR("day"), moment_literal(c->arena, e->at));
        json_write_key(&j, STR("said"));
        json_write_bool(&j, e->said);
        put_pair(&j, STR("note"), e->note);
        put_pair(&j, STR("who"), e->who);
        put_pair(&j, STR("time"), e->time);
        json_write_key(&j, STR("entry"));
        json_write_int(&j, e->entry);
        json_write_key(&j, STR("data"));
        if (e->data.len)
            json_write_raw(&j, e->data);
        else
            json_write_null(&j);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    json_cell(r, &b);
}

static void put_with_cell(struct rows *r, const struct whole *w)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < w->helpers.len; i++) json_write_text(&j, w->helpers.at[i]);
    json_write_close(&j, ']');
    json_cell(r, &b);
}

static struct str outcome_word(enum matter_outcome o)
{
    static const struct str WORDS[] = {[OUTCOME_NONE] = STR_INIT(""),
                                       [OUTCOME_EARLY] = STR_INIT("early"),
                                       [OUTCOME_ON_TIME] = STR_INIT("on_time"),
                                       [OUTCOME_LATE] = STR_INIT("late")};
    return WORDS[o];
}

static void put_row(struct cli *c, struct rows *r, const struct whole *w)
{
    const struct kept_matter *m = &w->row.matter;
    rows_text(r, matter_id_shown(c->arena, m->id));
    rows_text(r, m->number);
    rows_text(r, m->kind);
    rows_int(r, m->version);
    rows_text(r, m->title);
    rows_text(r, m->state);
    rows_text(r, matter_group_word(m->group));
    rows_text(r, m->unit);
    rows_text(r, w->row.unit_name);
    put_with_cell(r, w);
    const struct str texts[] = {m->person, m->giver,  m->follower, m->document,
                                m->clause, m->parent, m->priority, m->secrecy};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) rows_text(r, texts[i]);
    put_field_cells(r, w);
    day_cell(r, m->opened);
    day_cell(r, m->first_due);
    moment_cell(r, c, m->due_moment);
    rows_text(r, m->clock);
    moment_cell(r, c, m->end);
    rows_text(r, matter_verdict_word(w->row.verdict));
    if (date_known(m->due_day))
        rows_int(r, w->row.late);
    else
        rows_none(r);
    put_due_cell(c, r, w);
    put_event_cell(c, r, w);
    rows_text(r, m->appointment);
    rows_text(r, outcome_word(m->truth));
    rows_text(r, outcome_word(m->told));
    if (w->clock.has)
        clock_steps_cell(r, c, &(struct shown_clock){&w->clock.parts.rule, &w->clock.parts.question, &w->clock.answer});
    else
        rows_none(r);
    matter_origin_cell(r, &w->origin);
    matter_chases_cell(c, r, &w->chases);
    rows_end(r);
}

bool matter_run_show(struct cli *c, struct err *err)
{
    struct matter_ids ids;
    struct whole *all;
    if (!known_on_open(c, DB_READ, err) || !matter_arguments(&ids, NULL, c, 1, err)) return false;
    all = arena_array(c->arena, struct whole, ids.len);
    for (size_t i = 0; i < ids.len; i++)
        if (!load(&all[i], c, ids.at[i], err)) return false;
    if (c->format != FORMAT_TABLE) {
        struct rows *r = cli_rows(c, COLUMNS_OF(SHOW_COLUMNS));
        for (size_t i = 0; i < ids.len; i++) put_row(c, r, &all[i]);
        rows_close(r);
        return true;
    }
    for (size_t i = 0; i < ids.len; i++) {
        if (i) buf_char(c->out, '\n');
        put_head(c, &all[i]);
        put_fields(c, &all[i]);
        matter_put_origin(c, &all[i].origin);
        put_clock(c, &all[i]);
        put_due_days(c, &all[i]);
        if (!put_events(c, &all[i], err) || !put_chases(c, &all[i], err) || !put_told(c, &all[i], err)) return false;
        put_moves(c, &all[i]);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}
