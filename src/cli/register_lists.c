/* SPDX-License-Identifier: Apache-2.0
 *
 * register_lists: the registers, one of them, its entries, one entry with all that happened to it.
 */
#include "register_cells.h"

static const struct column LIST_COLUMNS[] = {
    {"register", tr("Sổ"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"origin", tr("Của"), 0},
    {"version", tr("Phiên bản"), COLUMN_NUMBER},
    {"fields", tr("Trường"), COLUMN_NUMBER},
    {"counts", tr("Cách đếm"), COLUMN_NUMBER},
    {"sha256", NULL, COLUMN_DATA},
    {"citation", tr("Căn cứ"), 0},
    {"who", NULL, COLUMN_DATA},
    {"time", NULL, COLUMN_DATA},
};

bool register_run_list(struct cli *c, struct err *err)
{
    struct known_registers all;
    if (!cli_units_open(c, DB_READ, err) || !known_registers(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LIST_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct known_register *k = &all.at[i];
        struct digest_text hex = digest_text(k->sha256);
        rows_text(r, k->def.word);
        rows_text(r, k->def.name);
        rows_text_shown(r, k->built_in ? STR("program") : STR("office"),
                        tr_text(c->lang, k->built_in ? tr("chương trình") : tr("cơ quan")));
        if (k->version)
            rows_int(r, k->version);
        else
            rows_none(r);
        rows_int(r, (int64_t)k->def.field_count);
        rows_int(r, (int64_t)k->def.count_count);
        rows_text(r, digest_str(&hex));
        rows_text(r, k->def.citation);
        rows_text(r, k->who);
        rows_text(r, k->time);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- one register */

static const struct column FIELD_COLUMNS[] = {
    {"field", tr("Trường"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"type", tr("Kiểu"), 0},
    {"takes", tr("Nhận"), 0},
    {"required", tr("Bắt buộc"), 0},
    {"shown", tr("Hiển thị"), 0},
    {"key", tr("Khóa"), 0},
};

static struct str shown_words(const struct cli *c, enum register_shown s)
{
    switch (s) {
    case REGISTER_OPEN: return tr_text(c->lang, tr("cả giá trị"));
    case REGISTER_MASKED: return tr_text(c->lang, tr("che bớt"));
    case REGISTER_SECRET: return tr_text(c->lang, tr("không giữ, chỉ mã băm"));
    }
    return STR("");
}

static void put_count(struct cli *c, const struct register_count *n)
{
    struct buf b = buf_make(SIZE_MAX);
    register_where_write(&b, n->where, n->where_count);
    struct str where = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    cli_put(c, tr("Đếm «{1}»: {2}"), n->word, n->name);
    if (n->sum.len) cli_put(c, tr("; cộng «{1}»"), n->sum);
    if (where.len) cli_put(c, tr("; mục có {1}"), where);
    if (n->time == REGISTER_FLOW)
        cli_put(c, tr("; bắt đầu trong kỳ"));
    else
        cli_put(c, tr("; có hiệu lực vào cuối kỳ"));
    if (n->indicator.len) cli_put(c, tr("; chỉ tiêu {1}"), n->indicator);
    cli_put(c, "\n");
}

static void put_head(struct cli *c, const struct register_def *d)
{
    cli_put(c, tr("{1}: {2}\n"), d->word, d->name);
    cli_put(c, tr("Căn cứ: {1}\n"), d->citation);
    if (d->note.len) cli_put(c, tr("Ghi chú: {1}\n"), d->note);
    for (size_t i = 0; i < d->count_count; i++) put_count(c, &d->counts[i]);
    if (d->quota.has) cli_put(c, tr("Định mức: {1} ({2})\n"), d->quota.name, d->quota.citation);
}

static bool show_register(struct cli *c, struct err *err)
{
    static const char *const WORDS[] = {"open", "masked", "secret"};
    struct known_register k;
    if (!register_argument(&k, c, err)) return false;
    if (cli_flag(c, "json")) {
        buf_put(c->out, k.text);
        return true;
    }
    const struct register_def *d = &k.def;
    if (c->format == FORMAT_TABLE) put_head(c, d);
    struct rows *r = cli_rows(c, COLUMNS_OF(FIELD_COLUMNS));
    for (size_t i = 0; i < d->field_count; i++) {
        const struct register_field *f = &d->fields[i];
        rows_text(r, f->field.word);
        rows_text(r, f->field.name);
        rows_text(r, f->shown == REGISTER_SECRET ? STR("secret") : field_type_word(f->field.type));
        rows_text(r, register_field_takes(c->arena, f, STR("")));
        rows_bool(r, f->field.required);
        rows_text_shown(r, str_of(WORDS[f->shown]), shown_words(c, f->shown));
        rows_bool(r, word_list_has(d->key, f->field.word));
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- one entry */

static const struct column EVENT_COLUMNS[] = {
    {"step", tr("Lần"), COLUMN_NUMBER},    {"event", tr("Việc"), 0},     {"day", tr("Ngày"), COLUMN_FIXED},
    {"changes", tr("Thay đổi"), 0},        {"note", tr("Lý do"), 0},     {"who", tr("Ai"), 0},
    {"time", tr("Lúc ghi"), COLUMN_FIXED}, {"entry", NULL, COLUMN_DATA},
};

static struct str event_shown(const struct cli *c, enum register_event_kind k)
{
    switch (k) {
    case REGISTER_EVENT_ENTER: return tr_text(c->lang, tr("ghi vào sổ"));
    case REGISTER_EVENT_EDIT: return tr_text(c->lang, tr("sửa"));
    case REGISTER_EVENT_CLOSE: return tr_text(c->lang, tr("đóng"));
    case REGISTER_EVENT_VOID: return tr_text(c->lang, tr("ghi là sai từ đầu"));
    case REGISTER_EVENT_SEEN: return tr_text(c->lang, tr("đã xem giá trị bị che"));
    case REGISTER_EVENT_KINDS: break;
    }
    return STR("");
}

static struct str value_of(struct cli *c, const struct register_def *d, struct str name, struct str value)
{
    struct date day;
    const struct register_field *f = register_field_find(d, name);
    if (!value.len) return tr_text(c->lang, tr("(trống)"));
    if (str_eq(name, STR("unit"))) return register_unit_name(c, value);
    if (!f) return date_read(&day, value) ? matter_day_shown(c->arena, day) : value;
    return register_value_shown(c, f, value, false);
}

static struct str changes_shown(struct cli *c, const struct register_def *d, const struct register_event *e)
{
    struct event_data data;
    struct buf b = buf_make(SIZE_MAX);
    if (!event_data_read(&data, c->arena, e->data)) return STR("");
    for (size_t i = 0; e->kind != REGISTER_EVENT_ENTER && i < data.set_count; i++) {
        const struct event_change *s = &data.set[i];
        const struct register_field *f = register_field_find(d, s->name);
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, f ? f->field.name : s->name);
        buf_put(&b, STR(": "));
        buf_put(&b, value_of(c, d, s->name, s->old));
        buf_put(&b, STR(" → "));
        buf_put(&b, value_of(c, d, s->name, s->new));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool put_events(struct cli *c, const struct register_def *d, struct register_id id, struct err *err)
{
    struct register_events events;
    if (!register_events(&events, c->db, c->arena, id, err)) return false;
    cli_put(c, "\n");
    struct rows *r = cli_rows(c, COLUMNS_OF(EVENT_COLUMNS));
    for (size_t i = 0; i < events.len; i++) {
        const struct register_event *e = &events.at[i];
        rows_int(r, e->step);
        rows_text_shown(r, register_event_word(e->kind), event_shown(c, e->kind));
        day_cell(r, e->day);
        rows_text(r, changes_shown(c, d, e));
        rows_text(r, e->note);
        rows_text(r, e->who);
        time_cell(r, e->time);
        rows_int(r, e->entry);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

static void put_values(struct cli *c, const struct register_def *d, const struct register_entry *e, bool revealed)
{
    cli_put(c, tr("{1} · {2} · {3}\n"), register_id_shown(c->arena, e->id), d->name, register_state_shown(c, e->state));
    cli_put(c, tr("Đơn vị: {1}\n"), register_unit_name(c, e->unit));
    if (date_known(e->to))
        cli_put(c, tr("Hiệu lực: từ {1} đến {2}\n"), matter_day_shown(c->arena, e->from),
                matter_day_shown(c->arena, e->to));
    else
        cli_put(c, tr("Hiệu lực: từ {1}\n"), matter_day_shown(c->arena, e->from));
    for (size_t i = 0; i < d->field_count; i++) {
        const struct register_field *f = &d->fields[i];
        struct str value = register_entry_value(e, f->field.word);
        if (!value.len) continue;
        cli_put_words(c, f->field.name);
        cli_put(c, ": ");
        cli_put_words(c, register_value_shown(c, f, value, revealed));
        cli_put(c, "\n");
    }
}

static bool show_entry(struct cli *c, struct register_id id, struct err *err)
{
    struct register_entry e;
    struct known_register k;
    struct register_table t;
    bool revealed = cli_flag(c, "reveal");
    if (!register_entry_load(&e, c->db, c->arena, id, err) || !known_register(&k, c->db, c->arena, e.def, err))
        return false;
    if (c->format == FORMAT_TABLE) {
        put_values(c, &k.def, &e, revealed);
        return put_events(c, &k.def, id, err);
    }
    register_table_open(&t, c, &k.def, NULL, revealed);
    register_table_row(&t, c, &e);
    rows_close(t.rows);
    return true;
}

bool register_run_show(struct cli *c, struct err *err)
{
    struct register_id id;
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    bool entry = register_id_read(&id, c->args[1]);
    if (!entry) return cli_units_open(c, DB_READ, err) && show_register(c, err);
    if (cli_flag(c, "reveal") ? !register_run_reveal(c, err) : !known_on_open(c, DB_READ, err)) return false;
    return show_entry(c, id, err);
}

/* --- entries */

/* Values that are asked for, in the form in which they are kept. */
static bool asked_values(struct name_values *out, struct cli *c, const struct register_def *d, struct err *err)
{
    struct name_values typed = {0};
    struct register_values_maker m = {
        .db = c->db, .arena = c->arena, .day = matter_day(c), .today = c->today, .secret_key = register_secret_key()};
    if (!register_assignments(&typed, c, 2, err)) return false;
    *out = (struct name_values){0};
    for (size_t i = 0; i < typed.len; i++) {
        struct name_value v = typed.at[i];
        const struct register_field *f = register_field_find(d, v.name);
        if (!f) return fail(err, ERR_REGISTER_NAME, v.name, d->word);
        if (v.value.len && !register_value_make(&v.value, &m, d, f, v.value, err)) return false;
        *vec_push(c->arena, out) = v;
    }
    return true;
}

static bool filter_of(struct register_filter *f, struct cli *c, const struct register_def *d, struct err *err)
{
    struct register_units units;
    struct str after = cli_text(c, "after");
    *f = (struct register_filter){.def = d, .words = cli_text(c, "text"), .void_too = cli_flag(c, "all")};
    if (!cli_flag(c, "all")) f->on = matter_day(c);
    uint64_t most = cli_count(c, "limit");
    f->most = most > REGISTER_PAGE_MOST ? REGISTER_PAGE_MOST : (uint32_t)most;
    if (after.len && !register_id_read(&f->after, after)) return fail(err, ERR_REGISTER_ENTRY_ID, after);
    if (!register_units_option(&units, c, d->word, err) || !asked_values(&f->equal, c, d, err)) return false;
    f->units = units.at;
    f->unit_count = units.len;
    f->by_units = units.by;
    return true;
}

bool register_run_entries(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_filter f;
    struct register_entries list;
    struct register_table t;
    bool more;
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) || !filter_of(&f, c, &k.def, err) ||
        !register_page(&list, &more, c->db, c->arena, &f, err))
        return false;
    register_table_open(&t, c, &k.def, &list, false);
    for (size_t i = 0; i < list.len; i++) register_table_row(&t, c, &list.at[i]);
    rows_close(t.rows);
    if (more)
        cli_note(c, tr("còn nữa: thêm --after {1} để xem trang sau"),
                 register_id_shown(c->arena, list.at[list.len - 1].id));
    return true;
}

bool register_run_export(struct cli *c, struct err *err)
{
    struct known_register k;
    struct register_filter f;
    struct register_entries list;
    struct register_table t;
    bool more = true;
    if (!known_on_open(c, DB_READ, err) || !register_argument(&k, c, err) || !filter_of(&f, c, &k.def, err))
        return false;
    f.most = REGISTER_PAGE_MOST;
    register_table_open(&t, c, &k.def, NULL, false);
    while (more) {
        struct arena_mark mark = arena_mark(c->arena);
        if (!register_page(&list, &more, c->db, c->arena, &f, err)) return false;
        for (size_t i = 0; i < list.len; i++) {
            register_table_row(&t, c, &list.at[i]);
            if (!cli_drain(c, err)) return false;
        }
        if (list.len) f.after = list.at[list.len - 1].id;
        if (c->format != FORMAT_TABLE) arena_reset(c->arena, mark);
    }
    rows_close(t.rows);
    return true;
}
