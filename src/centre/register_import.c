/* SPDX-License-Identifier: Apache-2.0
 *
 * register_import: see register_import.h. Rows become events, REGISTER_PART of them one entry of the journal; all are
 * in one transaction.
 */
#include "register_import.h"

#include "buf.h"
#include "matter_heads.h"
#include "matter_sheet.h"
#include "said.h"

enum { REGISTER_PART = 5000, HEAD_ROWS = 20 };

enum column_kind { COLUMN_PASSED, COLUMN_UNIT, COLUMN_FIRST_DAY, COLUMN_LAST_DAY, COLUMN_OF_FIELD };
struct list_column {
    enum column_kind kind;
    const struct register_field *field;
    size_t place;
};

struct importing {
    struct db *db;
    struct arena *arena;
    const struct author *author;
    const struct register_import_wish *wish;
    struct register_import_result *out;
    struct known_register known;
    struct register_values_maker maker;
    struct list_column columns[LIST_COLUMNS_MOST];
    size_t column_count;
    struct map units; /* text -> place in unit_ids */
    struct str_list unit_ids;
    struct map keys; /* of this list -> line */
    struct {
        VEC_FIELDS(struct register_told);
    } told;
};

/* --- heads */

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, str_of(words[i]))) return true;
    return false;
}

static struct list_column column_of(struct importing *m, struct str head)
{
    static const char *const UNIT[] = {"unit", "đơn vị", "phường, xã", "phường/xã", "đơn vị hành chính"};
    static const char *const FROM[] = {"from", "từ ngày", "ngày đầu", "hiệu lực từ"};
    static const char *const TO[] = {"to", "đến ngày", "ngày cuối", "hiệu lực đến"};
    const struct register_def *d = &m->known.def;
    struct str tidy = matter_head_tidy(m->arena, head);
    for (size_t i = 0; i < d->field_count; i++)
        if (str_eq(tidy, d->fields[i].field.word) || str_eq(tidy, matter_head_tidy(m->arena, d->fields[i].field.name)))
            return (struct list_column){.kind = COLUMN_OF_FIELD, .field = &d->fields[i]};
    if (is_one_of(tidy, UNIT, sizeof UNIT / sizeof *UNIT)) return (struct list_column){.kind = COLUMN_UNIT};
    if (is_one_of(tidy, FROM, sizeof FROM / sizeof *FROM)) return (struct list_column){.kind = COLUMN_FIRST_DAY};
    if (is_one_of(tidy, TO, sizeof TO / sizeof *TO)) return (struct list_column){.kind = COLUMN_LAST_DAY};
    return (struct list_column){.kind = COLUMN_PASSED};
}

/* Whether a row is that of the heads: two fields at least, or the only one. */
static bool take_heads(struct importing *m, const struct list_row *row)
{
    static const char *const SILENT[] = {"id", "state", "unit_name", "mục", "tình trạng", "stt", "tt"};
    size_t fields = 0;
    m->column_count = 0;
    m->out->passed = (struct str_list){0};
    for (size_t i = 0; i < row->len; i++) {
        struct list_column c = column_of(m, row->at[i].text);
        c.place = i;
        fields += c.kind == COLUMN_OF_FIELD;
        struct str tidy = matter_head_tidy(m->arena, row->at[i].text);
        if (c.kind != COLUMN_PASSED)
            m->columns[m->column_count++] = c;
        else if (tidy.len && !is_one_of(tidy, SILENT, sizeof SILENT / sizeof *SILENT))
            *vec_push(m->arena, &m->out->passed) = str_copy(m->arena, row->at[i].text);
    }
    return fields >= 2 || (fields == 1 && m->known.def.field_count == 1);
}

static bool find_heads(struct list_source **out, struct importing *m, struct list_sources *all, struct err *err)
{
    struct list_row *row = arena_new(m->arena, struct list_row);
    for (size_t i = 0; i < all->len; i++) {
        bool more = true;
        for (int n = 0; more && n < HEAD_ROWS; n++) {
            if (!list_source_next(row, &more, &all->at[i], m->arena, err)) return false;
            if (!more || !take_heads(m, row)) continue;
            *out = &all->at[i];
            return true;
        }
    }
    return fail(err, ERR_REGISTER_LIST_HEAD, m->wish->name, m->known.def.word);
}

/* --- rows */

static bool unit_of(struct str *out, struct importing *m, struct str typed, struct err *err)
{
    struct looked_unit unit;
    struct looked_units several;
    const uint32_t *at = map_find(&m->units, typed);
    if (at) {
        *out = m->unit_ids.at[*at];
        return true;
    }
    if (!unit_look_one(&unit, &several, m->db, m->arena, typed, (struct date){0}, m->wish->today, err) ||
        !register_need_unit(&m->maker, &unit, err))
        return false;
    *out = str_copy(m->arena, unit.id);
    map_put(&m->units, m->arena, str_copy(m->arena, typed), (uint32_t)m->unit_ids.len);
    *vec_push(m->arena, &m->unit_ids) = *out;
    return true;
}

/* "2026-03-02", "2/3/2026". */
static bool day_of(struct str *out, struct importing *m, const char *name, struct str typed, struct err *err)
{
    struct date d;
    if (!date_typed(&d, typed))
        return fail(err, ERR_REGISTER_VALUE, str_of(name), typed, STR("dd/mm/yyyy, yyyy-mm-dd"));
    *out = date_text(m->arena, d);
    return true;
}

/* What was exported masked says nothing. */
static bool says_nothing(const struct register_field *f, struct str typed)
{
    return f->shown == REGISTER_MASKED && register_is_masked(typed);
}

static bool cell_value(struct name_value *v, struct importing *m, const struct list_column *c, struct list_cell cell,
                       struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    struct decimal d;
    switch (c->kind) {
    case COLUMN_UNIT: v->name = STR("unit"); return unit_of(&v->value, m, cell.text, err);
    case COLUMN_FIRST_DAY: v->name = STR("from"); return day_of(&v->value, m, "from", cell.text, err);
    case COLUMN_LAST_DAY: v->name = STR("to"); return day_of(&v->value, m, "to", cell.text, err);
    case COLUMN_PASSED: return true;
    case COLUMN_OF_FIELD: break;
    }
    const struct register_field *f = c->field;
    struct str typed = cell.text;
    v->name = f->field.word;
    if (says_nothing(f, typed)) return true;
    if (f->field.type == MATTER_FIELD_DAY) return day_of(&v->value, m, "day", typed, err);
    bool number = f->field.type == MATTER_FIELD_NUMBER || f->field.type == MATTER_FIELD_MONEY;
    if (number && cell.number && decimal_read(&d, typed)) decimal_write_vi(&b, d);
    if (f->digits && cell.number) /* a spreadsheet has taken the zeros in front away */
        for (size_t i = typed.len; i < f->digits; i++) buf_char(&b, '0');
    if (f->digits && cell.number) buf_put(&b, typed);
    if (b.len) typed = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    return register_value_make(&v->value, &m->maker, &m->known.def, f, typed, err);
}

static bool values_of(struct register_entry *e, struct name_values *set, struct importing *m,
                      const struct list_row *row, struct err *err)
{
    *e = (struct register_entry){.def = m->known.def.word};
    for (size_t i = 0; i < m->column_count; i++) {
        const struct list_column *c = &m->columns[i];
        struct name_value v = {0};
        if (c->place >= row->len || !row->at[c->place].text.len) continue;
        if (!cell_value(&v, m, c, row->at[c->place], err)) return false;
        if (v.value.len) *vec_push(m->arena, set) = v;
        if (v.value.len && c->kind == COLUMN_OF_FIELD) *vec_push(m->arena, &e->fields) = v;
        if (c->kind == COLUMN_UNIT) e->unit = v.value;
    }
    if (!e->unit.len && m->wish->unit) {
        e->unit = m->wish->unit->id;
        if (!register_need_unit(&m->maker, m->wish->unit, err)) return false;
        *vec_push(m->arena, set) = (struct name_value){STR("unit"), e->unit};
    }
    e->key = register_key_of(m->arena, &m->known.def, e);
    return e->unit.len > 0 || fail(err, ERR_REGISTER_LACKS, STR("unit"));
}

static bool once(struct importing *m, struct str key, uint32_t line, struct err *err)
{
    const uint32_t *at = key.len ? map_find(&m->keys, key) : NULL;
    if (key.len && !at) map_put(&m->keys, m->arena, key, line);
    if (!at) return true;
    struct buf b = buf_make(32);
    buf_put(&b, STR("#"));
    buf_u64(&b, *at);
    fail(err, ERR_REGISTER_KEY_TAKEN, m->known.def.name, buf_str(&b));
    buf_free(&b);
    return false;
}

static struct register_told told_of(struct importing *m, enum register_event_kind kind)
{
    struct register_told t = {.kind = kind, .day = m->wish->today, .note = m->wish->name};
    if (kind == REGISTER_EVENT_ENTER) t.def = m->known.def.word;
    if (kind != REGISTER_EVENT_CLOSE) t.version = m->known.version;
    return t;
}

/* A new entry is judged at once, so that what is wrong is told with its line. */
static bool put_new(struct importing *m, struct name_values set, struct err *err)
{
    struct register_entry e = {.def = m->known.def.word};
    struct register_event happened;
    struct register_told t = told_of(m, REGISTER_EVENT_ENTER);
    bool has_from = false;
    for (size_t i = 0; i < set.len; i++) has_from |= str_eq(set.at[i].name, STR("from"));
    if (!has_from) *vec_push(m->arena, &set) = (struct name_value){STR("from"), date_text(m->arena, m->wish->today)};
    t.set = set;
    if (!register_happen(&e, &happened, m->arena, &m->known.def, &t, err)) return false;
    *vec_push(m->arena, &m->told) = t;
    m->out->fresh++;
    return true;
}

static bool put_known(struct importing *m, struct register_id id, struct name_values set, struct err *err)
{
    struct register_entry kept;
    struct register_event happened;
    struct register_told t = told_of(m, REGISTER_EVENT_EDIT), end = told_of(m, REGISTER_EVENT_CLOSE);
    if (!register_entry_load(&kept, m->db, m->arena, id, err)) return false;
    t.item = end.item = id;
    for (size_t i = 0; i < set.len; i++) {
        struct name_value v = set.at[i];
        bool first = str_eq(v.name, STR("from")), last = str_eq(v.name, STR("to"));
        struct str was = first  ? date_text(m->arena, kept.from)
                         : last ? date_text(m->arena, kept.to)
                                : register_entry_value(&kept, v.name);
        if (str_eq(was, v.value)) continue;
        *vec_push(m->arena, last ? &end.set : &t.set) = v;
    }
    if (t.set.len && !register_happen(&kept, &happened, m->arena, &m->known.def, &t, err)) return false;
    if (end.set.len && !register_happen(&kept, &happened, m->arena, &m->known.def, &end, err)) return false;
    if (t.set.len) *vec_push(m->arena, &m->told) = t;
    if (end.set.len) *vec_push(m->arena, &m->told) = end;
    *(t.set.len || end.set.len ? &m->out->changed : &m->out->same) += 1;
    return true;
}

static struct str value_of(const struct name_values *set, struct str name)
{
    const struct name_value *v = name_value_find(set, name);
    return v ? v->value : STR("");
}

/* A row with its last day may be an earlier version of what is open: it is the entry that begins on its first day. */
static bool find_known(struct register_id *out, struct importing *m, const struct register_entry *e,
                       const struct name_values *set, struct err *err)
{
    struct str from = value_of(set, STR("from")), to = value_of(set, STR("to"));
    *out = (struct register_id){0};
    if (!e->key.len) return true;
    if (from.len && !register_entry_of_version(out, m->db, e->def, e->key, from, err)) return false;
    bool past = from.len && to.len && str_cmp(to, date_text(m->arena, m->wish->today)) < 0;
    return out->n || past || register_entry_of_key(out, m->db, e->def, e->key, (struct register_id){0}, err);
}

/* The key once in a list, and once for each first day where rows have a last one. */
static struct str key_once(struct importing *m, const struct register_entry *e, const struct name_values *set)
{
    struct buf b = buf_make(SIZE_MAX);
    if (!e->key.len || !value_of(set, STR("to")).len) return e->key;
    buf_put(&b, e->key);
    buf_char(&b, '\n');
    buf_put(&b, value_of(set, STR("from")));
    struct str key = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    return key;
}

static bool take_row(struct importing *m, const struct list_row *row, struct err *err)
{
    struct register_entry e;
    struct register_id known;
    struct name_values set = {0};
    if (!values_of(&e, &set, m, row, err) || !once(m, key_once(m, &e, &set), row->line, err) ||
        !find_known(&known, m, &e, &set, err))
        return false;
    return known.n ? put_known(m, known, set, err) : put_new(m, set, err);
}

/* Whether it is the row that is wrong, and not the record. */
static bool is_of_row(const struct err *err)
{
    struct str name = err_name(err->code);
    return str_starts(name, STR("register_")) || str_starts(name, STR("unit_")) || str_starts(name, STR("indicator_"));
}

static bool flush(struct importing *m, struct err *err)
{
    struct register_entries done;
    struct register_change c = {m->told.at, m->told.len, m->maker.units.at, m->maker.units.len};
    if (!m->told.len || m->out->problems.len) return true;
    if (!change_registers(&done, m->db, m->arena, m->author, &c, err)) return false;
    m->told.len = 0;
    m->maker.units.len = 0;
    return true;
}

static bool take_rows(struct importing *m, struct list_source *s, struct err *err)
{
    struct list_row *row = arena_new(m->arena, struct list_row);
    for (bool more = true; more && m->out->problems.len < REGISTER_PROBLEMS_MOST;) {
        struct err wrong = {0};
        if (!list_source_next(row, &more, s, m->arena, err)) return false;
        if (!more) break;
        m->out->rows++;
        if (!take_row(m, row, &wrong)) {
            wrong.line = row->line;
            *err = wrong;
            if (!is_of_row(&wrong)) return false;
            *vec_push(m->arena, &m->out->problems) = wrong;
        }
        if (m->told.len >= REGISTER_PART && !flush(m, err)) return false;
    }
    return flush(m, err);
}

static bool import_inside(struct importing *m, struct list_sources *all, struct err *err)
{
    struct list_source *s;
    return register_begin(&m->known, m->db, m->arena, m->author, m->wish->def, err) && find_heads(&s, m, all, err) &&
           take_rows(m, s, err);
}

bool register_import(struct register_import_result *out, struct db *db, struct arena *a, const struct author *author,
                     const struct register_import_wish *w, struct err *err)
{
    struct importing *m = arena_new(a, struct importing);
    struct list_sources all;
    struct list_options o = {0};
    *m = (struct importing){.db = db, .arena = a, .author = author, .wish = w, .out = out};
    m->maker = (struct register_values_maker){
        .db = db, .arena = a, .day = w->today, .today = w->today, .secret_key = w->secret_key};
    *out = (struct register_import_result){0};
    if (!list_sources_open(&all, a, w->bytes, w->name, &o, err) || !db_begin(db, DB_TRANSACTION_WRITE, err))
        return false;
    bool ok = import_inside(m, &all, err);
    if (ok && (w->dry || out->problems.len || (!out->fresh && !out->changed))) {
        db_rollback(db);
        return true;
    }
    return db_finish(db, ok, err);
}
