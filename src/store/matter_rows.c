/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_rows: see matter_rows.h. Days are text, "" when unknown; words are those of the domain. Beside its due day a
 * row has the number of that day, so that what has none stands behind all others in the indexes.
 */
#include "matter_rows.h"

#include "buf.h"
#include "columns.h"
#include "content.h"
#include "json_write.h"
#include "kind_read.h"
#include "matter_page.h"
#include "said.h"
#include "utf8.h"

#include <jansson.h>

static struct date day_of(struct str text)
{
    struct date d;
    return date_read(&d, text) ? d : (struct date){0};
}

static struct moment moment_of(struct str text)
{
    struct moment m;
    return moment_read(&m, text) ? m : (struct moment){.minute = MINUTE_UNKNOWN};
}

static struct str moment_text(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    if (date_known(m.day)) moment_write(&b, m);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool fail_row(struct db *db, const char *table, struct err *err)
{
    return fail(err, ERR_RECORD_BROKEN, db_where(db), str_of(table));
}

struct name_value *name_value_find(const struct name_values *v, struct str name)
{
    for (size_t i = 0; i < v->len; i++)
        if (str_eq(v->at[i].name, name)) return &v->at[i];
    return NULL;
}

/* --- kinds */

static bool kind_of(struct kept_kind *k, struct arena *a, const struct db_rows *row)
{
    *k = (struct kept_kind){
        .word = column_text(row, a, 0),
        .version = (uint32_t)db_column_int(row, 1),
        .name = column_text(row, a, 2),
        .entry = db_column_int(row, 4),
        .who = column_text(row, a, 5),
        .time = column_text(row, a, 6),
    };
    return digest_read(&k->sha256, db_column_text(row, 3));
}

bool kind_rows(struct kept_kinds *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_kinds){0};
    if (!db_query(&rows, db, SQL_MATTER_KIND_ALL, DB_NO_VALUES, err)) return false;
    while (right && db_next(&rows)) right = kind_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "matter_kind", err);
}

bool kind_row(struct kept_kind *out, bool *found, struct db *db, struct arena *a, struct str word, uint32_t version,
              struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct kept_kind){0};
    if (!db_query(&rows, db, SQL_MATTER_KIND_FIND, DB_VALUES(db_text(word), version ? db_int(version) : db_null()),
                  err))
        return false;
    *found = db_next(&rows);
    if (*found) right = kind_of(out, a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "matter_kind", err);
}

bool kind_save(struct db *db, const struct kept_kind *k, struct err *err)
{
    struct digest_text hex = digest_text(k->sha256);
    return db_run(
        db, SQL_MATTER_KIND_INSERT,
        DB_VALUES(db_text(k->word), db_int(k->version), db_text(k->name), db_text(digest_str(&hex)), db_int(k->entry)),
        err);
}

bool kind_load(struct matter_kind *out, struct db *tables, struct db *truth, struct arena *a, struct str word,
               uint32_t version, struct err *err)
{
    struct kept_kind row;
    struct str text;
    bool found;
    if (!kind_row(&row, &found, tables, a, word, version, err)) return false;
    if (!found) return fail(err, ERR_KIND_UNKNOWN, word);
    return content_load(&text, truth, a, row.sha256, err) && kind_read(out, a, text, word, err);
}

/* --- matters */

struct str *matter_slot(struct kept_matter *m, struct str name)
{
    const struct {
        struct str name;
        struct str *text;
    } slots[] = {
        {STR("title"), &m->title},
        {STR("number"), &m->number},
        {STR("unit"), &m->unit},
        {STR("person"), &m->person},
        {STR("giver"), &m->giver},
        {STR("follower"), &m->follower},
        {STR("document"), &m->document},
        {STR("clause"), &m->clause},
        {STR("parent"), &m->parent},
        {STR("priority"), &m->priority},
        {STR("secrecy"), &m->secrecy},
        {STR("due"), &m->due},
        {STR("appointment"), &m->appointment},
        {STR("clock"), &m->clock},
    };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (str_eq(slots[i].name, name)) return slots[i].text;
    return NULL;
}

bool kind_reserved(struct str word)
{
    static const struct str MORE[] = {STR_INIT("kind"), STR_INIT("state"), STR_INIT("with"), STR_INIT("without"),
                                      STR_INIT("day")};
    struct kept_matter none = {0};
    for (size_t i = 0; i < sizeof MORE / sizeof *MORE; i++)
        if (str_eq(MORE[i], word)) return true;
    return matter_slot(&none, word) != NULL;
}

struct str matter_fields_text(struct arena *a, const struct name_values *fields)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    for (size_t i = 0; i < fields->len; i++) {
        if (!fields->at[i].value.len) continue;
        json_write_key(&j, fields->at[i].name);
        json_write_text(&j, fields->at[i].value);
    }
    json_write_close(&j, '}');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool fields_read(struct name_values *out, struct arena *a, struct str text)
{
    const char *key;
    json_t *value, *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    bool right = json_is_object(root);
    *out = (struct name_values){0};
    json_object_foreach(root, key, value)
    {
        right &= json_is_string(value);
        *vec_push(a, out) = (struct name_value){
            str_copy(a, str_of(key)), str_copy(a, (struct str){json_string_value(value), json_string_length(value)})};
    }
    json_decref(root);
    return right;
}

/* What it is found by: each word with a blank before it, folded, so that a question asks for how words begin. */
static struct str words_of(struct arena *a, const struct kept_matter *m)
{
    struct buf b = buf_make(SIZE_MAX);
    const struct str parts[] = {m->number, m->title, m->document, m->person, m->giver};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) matter_words_put(&b, parts[i]);
    for (size_t i = 0; i < m->fields.len; i++) matter_words_put(&b, m->fields.at[i].value);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool matter_row_read(struct kept_matter *m, struct arena *a, const struct db_rows *row)
{
    *m = (struct kept_matter){
        .id = {(uint32_t)db_column_int(row, 0)},
        .kind = column_text(row, a, 1),
        .version = (uint32_t)db_column_int(row, 2),
        .year = (uint32_t)db_column_int(row, 3),
        .serial = (uint32_t)db_column_int(row, 4),
        .number = column_text(row, a, 5),
        .title = column_text(row, a, 6),
        .state = column_text(row, a, 7),
        .returned = db_column_int(row, 10) != 0,
        .unit = column_text(row, a, 11),
        .person = column_text(row, a, 12),
        .giver = column_text(row, a, 13),
        .follower = column_text(row, a, 14),
        .document = column_text(row, a, 15),
        .clause = column_text(row, a, 16),
        .priority = column_text(row, a, 18),
        .secrecy = column_text(row, a, 19),
        .opened = day_of(db_column_text(row, 21)),
        .since = day_of(db_column_text(row, 22)),
        .first_due = day_of(db_column_text(row, 23)),
        .due = column_text(row, a, 24),
        .due_moment = moment_of(db_column_text(row, 24)),
        .appointment = column_text(row, a, 25),
        .clock = column_text(row, a, 26),
        .end = moment_of(db_column_text(row, 27)),
        .truth = (enum matter_outcome)db_column_int(row, 30),
        .told = (enum matter_outcome)db_column_int(row, 31),
        .steps = (uint32_t)db_column_int(row, 32),
        .entry = db_column_int(row, 34),
    };
    m->due_day = m->due_moment.day;
    m->ended = m->end.day;
    int64_t parent = db_column_int(row, 17);
    struct buf b = buf_make(16);
    if (parent) matter_id_write(&b, (struct matter_id){(uint32_t)parent});
    m->parent = str_copy(a, buf_str(&b));
    buf_free(&b);
    return matter_group_read(&m->group, db_column_text(row, 8)) &&
           matter_party_read(&m->waits, db_column_text(row, 9)) && fields_read(&m->fields, a, db_column_text(row, 20));
}

static bool list_rows(struct matter_list *out, struct db *db, struct arena *a, enum sql sql, struct db_values values,
                      struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct matter_list){0};
    if (!db_query(&rows, db, sql, values, err)) return false;
    while (right && db_next(&rows)) right = matter_row_read(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail_row(db, "matter", err);
}

bool matter_load(struct kept_matter *out, struct db *db, struct arena *a, struct matter_id id, struct err *err)
{
    struct matter_list list;
    struct buf b = buf_make(16);
    if (!list_rows(&list, db, a, SQL_MATTER_FIND, DB_VALUES(db_int(id.n)), err)) return false;
    if (list.len) {
        *out = list.at[0];
        return true;
    }
    matter_id_write(&b, id);
    bool ok = fail(err, ERR_MATTER_MISSING, buf_str(&b));
    buf_free(&b);
    return ok;
}

bool matter_of_number(struct matter_list *out, struct db *db, struct arena *a, struct str number, struct err *err)
{
    return list_rows(out, db, a, SQL_MATTER_FIND_NUMBER, DB_VALUES(db_text(number)), err);
}

bool matter_children(struct matter_list *out, struct db *db, struct arena *a, struct matter_id id, uint32_t most,
                     struct err *err)
{
    return list_rows(out, db, a, SQL_MATTER_CHILDREN, DB_VALUES(db_int(id.n), db_int(most)), err);
}

bool matter_next(struct matter_id *out, struct db *db, struct err *err)
{
    return column_count_id(&out->n, db, SQL_MATTER_LAST, err);
}

static int64_t due_at(const struct kept_matter *m)
{
    return date_known(m->due_day) ? date_to_days(m->due_day) : MATTER_NO_DUE_AT;
}

static int64_t ended_at(const struct kept_matter *m)
{
    return date_known(m->ended) ? date_to_days(m->ended) : 0;
}

/* --- what is kept beside a row: its words for the index, and how many there are of its sort */

static bool same_sort(const struct kept_matter *a, const struct kept_matter *b)
{
    return str_eq(a->unit, b->unit) && str_eq(a->kind, b->kind) && a->group == b->group &&
           date_cmp(a->due_day, b->due_day) == 0 && a->truth == b->truth && a->told == b->told;
}

/* The due day only where a count asks for it. */
static int64_t count_due(const struct kept_matter *m)
{
    bool living = m->group == MATTER_WAITING || m->group == MATTER_OPEN;
    bool untold = m->group == MATTER_DONE && m->told == OUTCOME_NONE;
    return living || untold || !date_known(m->due_day) ? due_at(m) : 0;
}

static bool count(struct db *db, enum sql sql, const struct kept_matter *m, struct err *err)
{
    return db_run(db, sql,
                  DB_VALUES(db_text(m->unit), db_text(m->kind), db_text(matter_group_word(m->group)),
                            db_int(count_due(m)), db_int(m->truth), db_int(m->told)),
                  err);
}

static bool save_beside(struct db *db, struct arena *a, const struct kept_matter *m, const struct kept_matter *old,
                        struct err *err)
{
    struct str is = words_of(a, m), was = old ? words_of(a, old) : STR("");
    if (old && !str_eq(is, was) && !db_run(db, SQL_MATTER_SEARCH_DELETE, DB_VALUES(db_int(m->id.n), db_text(was)), err))
        return false;
    if ((!old || !str_eq(is, was)) &&
        !db_run(db, SQL_MATTER_SEARCH_INSERT, DB_VALUES(db_int(m->id.n), db_text(is)), err))
        return false;
    if (old && same_sort(m, old)) return true;
    if (old && !(count(db, SQL_MATTER_COUNT_LESS, old, err) && count(db, SQL_MATTER_COUNT_NONE, old, err)))
        return false;
    return count(db, SQL_MATTER_COUNT_MORE, m, err);
}

static bool insert_row(struct db *db, struct arena *a, const struct kept_matter *m, struct str words, struct err *err)
{
    struct matter_id parent = {0};
    if (m->parent.len && !matter_id_read(&parent, m->parent)) return fail_row(db, "matter", err);
    return db_run(db, SQL_MATTER_INSERT,
                  DB_VALUES(db_int(m->id.n), db_text(m->kind), db_int(m->version), db_int(m->year), db_int(m->serial),
                            db_text(m->number), db_text(m->title), db_text(m->state),
                            db_text(matter_group_word(m->group)), db_text(matter_party_word(m->waits)),
                            db_int(m->returned), db_text(m->unit), db_text(m->person), db_text(m->giver),
                            db_text(m->follower), db_text(m->document), db_text(m->clause), db_int(parent.n),
                            db_text(m->priority), db_text(m->secrecy), db_text(matter_fields_text(a, &m->fields)),
                            db_text(date_text(a, m->opened)), db_text(date_text(a, m->since)),
                            db_text(date_text(a, m->first_due)), db_text(m->due), db_text(m->appointment),
                            db_text(m->clock), db_text(moment_text(a, m->end)), db_int(due_at(m)), db_int(ended_at(m)),
                            db_int(m->truth), db_int(m->told), db_int(m->steps), db_text(words), db_int(m->entry)),
                  err);
}

bool matter_insert(struct db *db, struct arena *a, const struct kept_matter *m, struct err *err)
{
    return insert_row(db, a, m, words_of(a, m), err) && save_beside(db, a, m, NULL, err);
}

/* --- many at once */

static struct matter_sort *sort_of(struct matter_tally *t, const struct kept_matter *m)
{
    struct matter_sort s = {m->unit, m->kind, m->group, count_due(m), m->truth, m->told, 0};
    struct buf key = buf_make(SIZE_MAX);
    buf_put(&key, s.unit);
    buf_char(&key, ' ');
    buf_put(&key, s.kind);
    const int64_t numbers[] = {(int64_t)s.group, s.due, (int64_t)s.truth, (int64_t)s.told};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buf_char(&key, ' ');
        buf_i64(&key, numbers[i]);
    }
    const uint32_t *at = map_find(&t->at, buf_str(&key));
    uint32_t place = at ? *at : (uint32_t)t->sorts.len;
    if (!at) {
        s.unit = str_copy(t->arena, s.unit);
        s.kind = str_copy(t->arena, s.kind);
        *vec_push(t->arena, &t->sorts) = s;
        map_put(&t->at, t->arena, str_copy(t->arena, buf_str(&key)), place);
    }
    buf_free(&key);
    return &t->sorts.at[place];
}

bool matter_insert_tallied(struct db *db, struct arena *a, const struct kept_matter *m, struct matter_tally *t,
                           struct err *err)
{
    sort_of(t, m)->n++;
    if (!t->first.n) t->first = m->id;
    t->last = m->id;
    return insert_row(db, a, m, words_of(a, m), err);
}

bool matter_tally_save(struct db *db, const struct matter_tally *t, struct err *err)
{
    struct db_values ids = DB_VALUES(db_int(t->first.n), db_int(t->last.n));
    if (t->first.n &&
        !(db_run(db, SQL_MATTER_SEARCH_INSERT_MANY, ids, err) && db_run(db, SQL_MATTER_DEADLINE_INSERT_MANY, ids, err)))
        return false;
    for (size_t i = 0; i < t->sorts.len; i++) {
        const struct matter_sort *s = &t->sorts.at[i];
        if (!db_run(db, SQL_MATTER_COUNT_ADD,
                    DB_VALUES(db_text(s->unit), db_text(s->kind), db_text(matter_group_word(s->group)), db_int(s->due),
                              db_int(s->truth), db_int(s->told), db_int(s->n)),
                    err))
            return false;
    }
    return true;
}

bool matter_update(struct db *db, struct arena *a, const struct kept_matter *m, const struct kept_matter *old,
                   struct err *err)
{
    return db_run(db, SQL_MATTER_UPDATE,
                  DB_VALUES(db_int(m->id.n), db_text(m->title), db_text(m->state), db_text(matter_group_word(m->group)),
                            db_text(matter_party_word(m->waits)), db_int(m->returned), db_text(m->unit),
                            db_text(m->person), db_text(m->giver), db_text(m->follower), db_text(m->document),
                            db_text(m->clause), db_text(m->priority), db_text(m->secrecy),
                            db_text(matter_fields_text(a, &m->fields)), db_text(date_text(a, m->since)),
                            db_text(date_text(a, m->first_due)), db_text(m->due), db_text(m->clock),
                            db_text(moment_text(a, m->end)), db_int(due_at(m)), db_int(ended_at(m)), db_int(m->steps),
                            db_text(words_of(a, m)), db_text(m->appointment), db_int(m->truth), db_int(m->told)),
                  err) &&
           save_beside(db, a, m, old, err);
}

bool matter_clocks(struct db *db, bool (*take)(void *self, const struct running_clock *c), void *self, struct err *err)
{
    struct db_rows rows;
    bool more = true;
    if (!db_query(&rows, db, SQL_MATTER_CLOCKS, DB_NO_VALUES, err)) return false;
    while (more && db_next(&rows)) {
        struct running_clock c = {
            {(uint32_t)db_column_int(&rows, 0)}, db_column_text(&rows, 1), db_column_text(&rows, 2)};
        more = take(self, &c);
    }
    return db_end(&rows, err) && more;
}

bool matter_serial(uint32_t *out, struct db *db, struct str kind, uint32_t year, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, SQL_MATTER_SERIAL_LAST, DB_VALUES(db_text(kind), db_int(year)), err)) return false;
    if (n < 0 || n >= UINT32_MAX) return fail_row(db, "matter", err);
    *out = (uint32_t)n + 1;
    return true;
}

bool matter_number_taken(bool *out, struct db *db, struct str kind, struct str number, struct err *err)
{
    int64_t n;
    if (!db_get_int(&n, db, SQL_MATTER_NUMBER_TAKEN, DB_VALUES(db_text(number), db_text(kind)), err)) return false;
    *out = n > 0;
    return true;
}
