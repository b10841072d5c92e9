/* SPDX-License-Identifier: Apache-2.0
 *
 * change_matter_list: the matters of a list come in at once (change.h). Payload; what is empty is left out:
 *
 *     {"name":"ho-so-2025.csv","file":SHA,"size":4711,"map":SHA,"kind":"dossier","version":1,"first":13,"count":2000,
 *      "parts":[{"content":SHA,"count":2000}],"events":[{"content":SHA,"count":40}],"units":[...]}
 *
 * The journal has one entry whatever the number of rows. A part (matter_part.h) has new matters, whose ids run on from
 * `first`; a list of events has lines of JSON, each as an event of `matter` (change_matter.c), of matters that were
 * there before. Memory is that of one part.
 *
 * A number of a kind means one matter: numbers are asked of the index before the rows of a part go in, some hundreds at
 * a time. Where very many come in, the other indexes are taken away and made anew behind them (sql/sqlite.sql).
 */
#include "buf.h"
#include "change_private.h"
#include "content.h"
#include "json_write.h"
#include "matter_enter.h"
#include "matter_page.h"
#include "matter_part.h"
#include "utf8.h"
#include "value_list.h"

enum { MANY = 20000, EVENTS_OF_A_PART_MOST = MATTER_PART_ROWS };

struct list_sums {
    int64_t count, due, ended, length;
};

struct list_apply {
    const struct effect_place *at;
    struct payload *payload;
    struct matter_kind kind;
    uint32_t version;
    struct str name;
    struct str *cells;
    struct list_sums sums;
    struct err *err;
};

static void put_digest(struct json_writer *j, struct str key, struct digest d)
{
    struct digest_text hex = digest_text(d);
    payload_put_text(j, key, digest_str(&hex));
}

static void put_parts(struct json_writer *j, struct str key, const struct matter_list_part *parts, size_t count)
{
    if (!count) return;
    json_write_key(j, key);
    json_write_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_write_open(j, '{');
        put_digest(j, STR("content"), parts[i].content);
        payload_put_int(j, STR("count"), parts[i].count);
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
}

static void list_payload(struct buf *b, struct arena *a, const struct matter_list_change *c, struct matter_id first)
{
    struct json_writer j = json_to(b);
    int64_t count = 0;
    for (size_t i = 0; i < c->part_count; i++) count += c->parts[i].count;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("name"), c->name);
    put_digest(&j, STR("file"), c->file);
    payload_put_int(&j, STR("size"), (int64_t)c->size);
    payload_put_text(&j, STR("map"), c->map);
    payload_put_text(&j, STR("kind"), c->kind);
    payload_put_int(&j, STR("version"), c->version);
    payload_put_int(&j, STR("first"), first.n);
    payload_put_int(&j, STR("count"), count);
    put_parts(&j, STR("parts"), c->parts, c->part_count);
    put_parts(&j, STR("events"), c->events, c->event_count);
    units_put(&j, a, c->units, c->unit_count);
    json_write_close(&j, '}');
}

/* --- rows */

static bool open_part(struct matter_part_reader *r, const struct list_apply *l, struct arena *a, struct str bytes)
{
    size_t columns = matter_cell_count(&l->kind);
    if (!matter_part_open(r, a, bytes) || r->columns != columns) return fail_entry(l->at, l->err);
    for (size_t i = 0; i < columns; i++)
        if (!str_eq(r->heads[i], matter_cell_name(&l->kind, i))) return fail_entry(l->at, l->err);
    return true;
}

static bool ask_numbers(const struct list_apply *l, struct value_list *numbers, struct str last)
{
    int64_t taken;
    if (!numbers->text.len) return true;
    bool ok = db_get_int(&taken, l->at->tables, SQL_MATTER_NUMBERS_TAKEN,
                         DB_VALUES(value_list_end(numbers), db_text(l->kind.word)), l->err);
    value_list_free(numbers);
    return ok && (!taken || fail(l->err, ERR_MATTER_NUMBER_TAKEN, last, l->kind.word));
}

/* No two rows of the part, and no matter that is there, may have one number. */
static bool numbers_free(struct list_apply *l, struct arena *a, struct str bytes)
{
    struct matter_part_reader r;
    struct map seen = {0};
    struct value_list numbers = {0};
    size_t waiting = 0;
    bool ok = open_part(&r, l, a, bytes);
    while (ok && matter_part_next(l->cells, &r)) {
        struct str number = l->cells[CELL_NUMBER];
        ok = !map_find(&seen, number) || fail(l->err, ERR_MATTER_NUMBER_TAKEN, number, l->kind.word);
        map_put(&seen, a, number, 1);
        value_list_row(&numbers);
        value_list_text(&numbers, number);
        if (ok && ++waiting % VALUE_LIST_ROWS == 0) ok = ask_numbers(l, &numbers, number);
    }
    ok = ok && ask_numbers(l, &numbers, l->cells[CELL_NUMBER]);
    value_list_free(&numbers);
    return ok && (!r.bad || fail_entry(l->at, l->err));
}

static void add_up(struct list_sums *s, const struct kept_matter *m, struct str fields)
{
    s->count++;
    s->due += date_known(m->due_day) ? date_to_days(m->due_day) : MATTER_NO_DUE_AT;
    s->ended += date_known(m->ended) ? date_to_days(m->ended) : 0;
    s->length += (int64_t)(utf8_length(m->number) + utf8_length(m->title) + utf8_length(fields) +
                           utf8_length(m->clock) + utf8_length(m->state));
}

static bool save_rows(struct list_apply *l, struct arena *a, struct str bytes, int64_t count)
{
    struct matter_part_reader r;
    struct matter_tally tally = {.arena = a};
    int64_t rows = 0;
    bool ok = open_part(&r, l, a, bytes);
    struct arena *row_arena = arena_make(SIZE_MAX);
    while (ok && matter_part_next(l->cells, &r)) {
        struct kept_matter m;
        struct arena_mark mark = arena_mark(row_arena);
        ok = matter_enter(&m, row_arena, &l->kind, l->cells, l->err) && matter_next(&m.id, l->at->tables, l->err);
        m.version = l->version;
        m.entry = l->at->entry;
        ok = ok && matter_enter_save(l->at->tables, row_arena, &m, l->name, l->cells[CELL_LINE], &tally, l->err);
        if (ok) add_up(&l->sums, &m, matter_fields_text(row_arena, &m.fields));
        arena_reset(row_arena, mark);
        rows++;
    }
    arena_close(row_arena);
    if (ok && (r.bad || rows != count)) ok = fail_entry(l->at, l->err);
    return ok && matter_tally_save(l->at->tables, &tally, l->err);
}

static bool apply_rows(struct list_apply *l, struct digest content, int64_t count)
{
    struct str bytes;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = content_load(&bytes, l->at->truth, a, content, l->err) && numbers_free(l, a, bytes);
    if (ok) db_bulk_begin(l->at->tables);
    ok = ok && save_rows(l, a, bytes, count) && db_bulk_end(l->at->tables, l->err);
    arena_close(a);
    return ok;
}

/* --- events */

static bool apply_event(struct last_kind *last, const struct list_apply *l, struct arena *a, struct str line)
{
    struct effect_place at = {l->at->tables, l->at->truth, a, l->at->entry};
    struct kept_matter m;
    struct payload p;
    if (!payload_open(&p, line)) return fail_entry(l->at, l->err);
    bool ok = matter_told_apply(&m, last, &at, &p, p.root, l->err);
    payload_close(&p);
    return ok;
}

static bool apply_events(struct list_apply *l, struct digest content, int64_t count)
{
    struct str rest;
    struct last_kind last = {0};
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = content_load(&rest, l->at->truth, a, content, l->err);
    for (; ok && rest.len; count--) {
        struct str_cut cut = str_cut(rest, STR("\n"));
        ok = cut.found && count > 0 ? apply_event(&last, l, a, cut.head) : fail_entry(l->at, l->err);
        rest = cut.tail;
    }
    arena_close(a);
    return ok && (count == 0 || fail_entry(l->at, l->err));
}

/* --- both */

static bool apply_parts(struct list_apply *l, const char *key, bool events, int64_t *sum,
                        bool (*apply)(struct list_apply *l, struct digest content, int64_t count))
{
    const json_t *parts = payload_array(l->payload, l->payload->root, key);
    *sum = 0;
    for (size_t i = 0; i < json_array_size(parts); i++) {
        const json_t *part = payload_object_at(l->payload, parts, i);
        int64_t n = payload_int(l->payload, part, "count");
        struct digest content;
        if (!digest_read(&content, payload_text(l->payload, part, "content")) || l->payload->bad || n < 1 ||
            n > EVENTS_OF_A_PART_MOST)
            return fail_entry(l->at, l->err);
        struct digest_text hex = digest_text(content);
        if (!apply(l, content, n) || !db_run(l->at->tables, SQL_MATTER_LIST_PART_INSERT,
                                             DB_VALUES(db_int(l->at->entry), db_int(events), db_int((int64_t)i),
                                                       db_int(n), db_text(digest_str(&hex))),
                                             l->err))
            return false;
        *sum += n;
    }
    return true;
}

static bool apply_matters(struct list_apply *l, int64_t first, int64_t count)
{
    int64_t rows;
    bool many = count >= MANY && count >= first / 2;
    if (many && !db_script(l->at->tables, &sql_script_matter_indexes_away, l->err)) return false;
    if (!apply_parts(l, "parts", false, &rows, apply_rows)) return false;
    if (rows != count) return fail_entry(l->at, l->err);
    return !many || (db_script(l->at->tables, &sql_script_matter_indexes, l->err) &&
                     db_script(l->at->tables, &sql_script_matter_words_usual, l->err));
}

static bool save_list(const struct list_apply *l, int64_t first, int64_t count)
{
    struct payload *p = l->payload;
    struct digest file;
    struct str map = payload_text(p, p->root, "map"), sha256 = payload_text(p, p->root, "file");
    if (!digest_read(&file, sha256) || (map.len && !digest_read(&file, map)) || p->bad)
        return fail_entry(l->at, l->err);
    return db_run(l->at->tables, SQL_MATTER_LIST_INSERT,
                  DB_VALUES(db_int(l->at->entry), db_text(l->name), db_text(sha256),
                            db_int(payload_int(p, p->root, "size")), db_text(map), db_text(l->kind.word),
                            db_int(l->version), db_int(first), db_int(count)),
                  l->err);
}

static bool apply(struct list_sums *sums, const struct effect_place *at, struct payload *p, struct err *err)
{
    struct list_apply l = {.at = at, .payload = p, .err = err};
    struct last_kind kind = {0};
    int64_t last, events, version = payload_int(p, p->root, "version");
    int64_t first = payload_int(p, p->root, "first"), count = payload_int(p, p->root, "count");
    if (!units_apply(at, p, err) || !db_get_int(&last, at->tables, SQL_MATTER_LAST, DB_NO_VALUES, err)) return false;
    if (p->bad || version < 1 || version > UINT32_MAX || first != last + 1 || count < 0 || count > UINT32_MAX - first)
        return fail_entry(at, err);
    if (!matter_kind_again(&kind, at, str_copy(at->arena, payload_text(p, p->root, "kind")), (uint32_t)version, err))
        return false;
    l.kind = kind.kind;
    l.version = (uint32_t)version;
    l.name = str_copy(at->arena, payload_text(p, p->root, "name"));
    l.cells = arena_array(at->arena, struct str, MATTER_PART_COLUMNS);
    if (!save_list(&l, first, count)) return false;
    if (!apply_matters(&l, first, count) || !apply_parts(&l, "events", true, &events, apply_events)) return false;
    *sums = l.sums;
    return (!p->bad && count + events > 0) || fail_entry(at, err);
}

bool matter_list_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct list_sums sums;
    return apply(&sums, at, p, err);
}

/* What stands in the tables adds up to what was put in. */
static bool compare(struct db *db, struct matter_id first, const struct list_sums *s, struct err *err)
{
    struct db_rows rows;
    bool same = false;
    if (!db_query(&rows, db, SQL_MATTERS_ENTERED, DB_VALUES(db_int(first.n), db_int(first.n + s->count - 1)), err))
        return false;
    if (db_next(&rows))
        same = db_column_int(&rows, 0) == s->count && db_column_int(&rows, 1) == s->due &&
               db_column_int(&rows, 2) == s->ended && db_column_int(&rows, 3) == s->length;
    if (!db_end(&rows, err)) return false;
    return same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("matter"));
}

bool change_matter_list(struct matter_id *first, struct db *db, struct arena *a, const struct author *author,
                        const struct matter_list_change *c, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct list_sums sums;
    int64_t last;
    struct buf b = buf_make(SIZE_MAX);
    if (!db_get_int(&last, db, SQL_MATTER_LAST, DB_NO_VALUES, err)) return false;
    *first = (struct matter_id){(uint32_t)last + 1};
    list_payload(&b, a, c, *first);
    if (!change_append(&at, &p, db, a, author, STR("matter_list"), &b, err)) return false;
    bool ok = apply(&sums, &at, &p, err);
    payload_close(&p);
    return ok && compare(db, *first, &sums, err);
}
