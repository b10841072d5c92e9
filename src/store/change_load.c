/* SPDX-License-Identifier: Apache-2.0
 *
 * change_load: many figures come at once, or are taken back (change.h). Payloads:
 *
 *     {"name":"panel.csv","file":SHA,"map":SHA,"size":4711,"first":13,"count":2000,
 *      "parts":[{"content":SHA,"count":1000},{"content":SHA,"count":1000}],"units":[...]}
 *     {"load":1,"reason":"..."}
 *
 * The journal has one entry whatever the number of figures; the parts that it names by their SHA-256 are content, so
 * the chain of trust is that of a document: a changed figure is a changed part is another name. Ids run on from
 * `first`. What a correction adds stands in correction.h.
 */
#include "buf.h"
#include "change_private.h"
#include "columns.h"
#include "content.h"
#include "json_write.h"

static void put_digest(struct json_writer *j, struct str key, struct digest d)
{
    struct digest_text hex = digest_text(d);
    payload_put_text(j, key, digest_str(&hex));
}

void load_payload(struct buf *b, struct arena *a, const struct load_change *c, struct figure_id first,
                  const struct corrected *corrected)
{
    struct json_writer j = json_to(b);
    size_t count = 0;
    for (size_t i = 0; i < c->part_count; i++) count += c->parts[i].count;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("name"), c->name);
    put_digest(&j, STR("file"), c->file);
    payload_put_text(&j, STR("map"), c->map);
    payload_put_int(&j, STR("size"), (int64_t)c->size);
    payload_put_int(&j, STR("first"), first.n);
    payload_put_int(&j, STR("count"), (int64_t)count);
    json_write_key(&j, STR("parts"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->part_count; i++) {
        json_write_open(&j, '{');
        put_digest(&j, STR("content"), c->parts[i].content);
        payload_put_int(&j, STR("count"), c->parts[i].count);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    units_put(&j, a, c->units, c->unit_count);
    corrections_put(&j, a, corrected);
    json_write_close(&j, '}');
}

/* Show the figures of a part to a watch. */
static bool watch_part(struct lock_watch *w, struct db *truth, struct digest content, uint32_t first, bool taken,
                       struct err *err)
{
    struct figure_part part;
    struct str bytes;
    if (!w->any) return true;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = content_load(&bytes, truth, a, content, err);
    if (ok && !figure_part_read(&part, a, bytes)) ok = fail(err, ERR_RECORD_BROKEN, db_where(truth), STR("load_part"));
    ok = ok && lock_watch_part(w, &part, first, taken, err);
    arena_close(a);
    return ok;
}

bool load_watch(struct lock_watch *w, const struct load_change *c, struct figure_id first, struct err *err)
{
    uint32_t id = first.n;
    for (size_t i = 0; i < c->part_count; i++) {
        if (!watch_part(w, w->db, c->parts[i].content, id, false, err)) return false;
        id += c->parts[i].count;
    }
    return true;
}

bool unload_watch(struct lock_watch *w, struct db *truth, uint32_t load, struct err *err)
{
    struct load_part_rows parts;
    if (!w->any) return true;
    if (!load_part_list(&parts, w->db, w->arena, load, err)) return false;
    for (size_t i = 0; i < parts.len; i++)
        if (!watch_part(w, truth, parts.at[i].content, parts.at[i].reach.first, true, err)) return false;
    return true;
}

static struct db_value digest_value(struct arena *a, struct digest d)
{
    struct digest_text hex = digest_text(d);
    return db_text(str_copy(a, digest_str(&hex)));
}

static struct digest take_digest(struct payload *p, const json_t *object, const char *key)
{
    struct digest d = {0};
    if (!digest_read(&d, payload_text(p, object, key))) p->bad = true;
    return d;
}

/* The row of a part, which must be there and be one: the figures that the entry speaks of are nowhere else. */
static bool apply_part(const struct effect_place *at, struct lock_watch *w, uint32_t load, int64_t place, int64_t first,
                       int64_t count, struct digest content, struct err *err)
{
    struct figure_part part;
    struct str bytes;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = content_load(&bytes, at->truth, a, content, err);
    if (ok && !(figure_part_read(&part, a, bytes) && (int64_t)part.count == count)) ok = fail_entry(at, err);
    ok = ok && lock_watch_part(w, &part, (uint32_t)first, false, err);
    if (ok) {
        struct str low = part.columns[0].key.indicator, high = low;
        for (size_t i = 1; i < part.column_count; i++) {
            struct str indicator = part.columns[i].key.indicator;
            if (str_cmp(indicator, low) < 0) low = indicator;
            if (str_cmp(indicator, high) > 0) high = indicator;
        }
        ok = db_run(at->tables, SQL_LOAD_PART_INSERT,
                    DB_VALUES(db_int(load), db_int(place), db_int(first), db_int(count), db_text(low), db_text(high),
                              digest_value(a, content)),
                    err);
    }
    arena_close(a);
    return ok;
}

bool load_apply(uint32_t *id, const struct effect_place *at, struct payload *p, struct err *err)
{
    struct figure_id next;
    struct lock_watch w;
    const json_t *parts = payload_array(p, p->root, "parts");
    int64_t first = payload_int(p, p->root, "first"), count = payload_int(p, p->root, "count"), sum = 0;
    if (!units_apply(at, p, err) || !figure_next(&next, at->tables, err)) return false;
    if (!column_next_id(id, at->tables, SQL_LOAD_LAST, err)) return false;
    if (p->bad || first != next.n || count < 1 || count > UINT32_MAX - first) return fail_entry(at, err);
    struct db_values load = DB_VALUES(db_int(*id), db_text(payload_text(p, p->root, "name")),
                                      digest_value(at->arena, take_digest(p, p->root, "file")),
                                      db_int(payload_int(p, p->root, "size")), db_int(first), db_int(count),
                                      db_int(at->entry), db_text(payload_text(p, p->root, "map")));
    if (p->bad) return fail_entry(at, err);
    if (!db_run(at->tables, SQL_LOAD_INSERT, load, err) || !watch_entry(&w, at, p, err)) return false;
    for (size_t i = 0; i < json_array_size(parts); i++) {
        const json_t *part = payload_object_at(p, parts, i);
        int64_t n = payload_int(p, part, "count");
        struct digest content = take_digest(p, part, "content");
        if (p->bad || n < 1 || n > count - sum) return fail_entry(at, err);
        if (!apply_part(at, &w, *id, (int64_t)i, first + sum, n, content, err)) return false;
        sum += n;
    }
    if (!lock_refuse(&w, err) || !corrections_apply(at->tables, at->arena, p, at->entry, err)) return false;
    return (sum == count && !p->bad) || fail_entry(at, err);
}

void unload_payload(struct buf *b, struct arena *a, uint32_t load, struct str reason, const struct corrected *corrected)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_int(&j, STR("load"), load);
    payload_put_text(&j, STR("reason"), reason);
    corrections_put(&j, a, corrected);
    json_write_close(&j, '}');
}

bool unload_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    int64_t load = payload_int(p, p->root, "load"), stands;
    struct lock_watch w;
    if (p->bad || load < 1 || load > UINT32_MAX) return fail_entry(at, err);
    if (!db_get_int(&stands, at->tables, SQL_LOAD_STANDS, DB_VALUES(db_int(load)), err)) return false;
    if (!stands) return fail_entry(at, err);
    if (!watch_entry(&w, at, p, err) || !unload_watch(&w, at->truth, (uint32_t)load, err) || !lock_refuse(&w, err))
        return false;
    if (!db_run(at->tables, SQL_LOAD_UNDO, DB_VALUES(db_int(at->entry), db_int(load)), err) ||
        !corrections_apply(at->tables, at->arena, p, at->entry, err))
        return false;
    return !p->bad || fail_entry(at, err);
}
