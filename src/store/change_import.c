/* SPDX-License-Identifier: Apache-2.0
 *
 * change_import: a document was read (change.h). Payload:
 *
 *     {"document":SHA,"name":"bao-cao.txt","size":4711,"reader":"1","format":"text","date":"2023-07-13","place":"quận
 *     Bình Tân",
 *      "text":SHA,"said":SHA,"units":[{"code":"quan-binh-tan","name":"quận Bình Tân","key":"quan binh tan"}]}
 *
 * "despite" is there when an officer gave a reason for figures that cannot be; no table holds it.
 *
 * The bulk, what was said, is content and is read line by line. When the document was read before, what that reading
 * said of the same text is compared line by line: the same line is the same statement and keeps id and state, so a
 * newer reader undoes no decision; what is not said again and was not judged is withdrawn.
 */
#include "buf.h"
#include "change_private.h"
#include "content.h"
#include "json_write.h"
#include "map.h"
#include "search_rows.h"
#include "value_list.h"

/* --- writing --- */

static void put_digest(struct json_writer *j, struct str key, struct digest d)
{
    struct digest_text hex = digest_text(d);
    payload_put_text(j, key, digest_str(&hex));
}

void import_payload(struct buf *b, struct arena *a, const struct import_change *c)
{
    const struct kept_reading *r = &c->reading;
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    put_digest(&j, STR("document"), c->document.sha256);
    payload_put_text(&j, STR("name"), c->document.name);
    payload_put_int(&j, STR("size"), (int64_t)c->document.size);
    payload_put_text(&j, STR("reader"), r->reader);
    payload_put_text(&j, STR("format"), r->format);
    payload_put_text(&j, STR("encoding"), r->encoding);
    payload_put_text(&j, STR("told_date"), date_text(a, r->told_date));
    payload_put_text(&j, STR("told_place"), r->told_place);
    payload_put_text(&j, STR("date"), date_text(a, r->date));
    payload_put_text(&j, STR("place"), r->place);
    put_digest(&j, STR("text"), r->text);
    put_digest(&j, STR("said"), r->said);
    units_put(&j, a, c->units, c->unit_count);
    payload_put_text(&j, STR("despite"), c->despite);
    json_write_close(&j, '}');
}

/* --- applying --- */

/* One import at work. */
struct work {
    const struct effect_place *at;
    struct import_effect *out;
    struct kept_reading reading;
    struct str text;               /* of this reading */
    struct statement_list earlier; /* what was said of the same text before */
    bool *again;                   /* which of them was said again */
    struct map line_of;            /* line -> place in earlier */
};

static struct date take_date(struct payload *p, const char *key)
{
    struct date d = {0};
    struct str text = payload_text(p, p->root, key);
    if (text.len && !date_read(&d, text)) p->bad = true;
    return d;
}

static struct digest take_digest(struct payload *p, const char *key)
{
    struct digest d = {0};
    if (!digest_read(&d, payload_text(p, p->root, key))) p->bad = true;
    return d;
}

static bool apply_document(struct work *w, struct payload *p, struct err *err)
{
    struct kept_document d = {
        .sha256 = take_digest(p, "document"),
        .name = payload_text(p, p->root, "name"),
        .size = (uint64_t)payload_int(p, p->root, "size"),
    };
    if (!document_find(&w->out->document, w->at->tables, d.sha256, err)) return false;
    if (w->out->document.n) return true;
    if (!document_save(&d, w->at->tables, w->at->entry, err)) return false;
    w->out->document = d.id;
    return true;
}

static bool apply_reading(struct work *w, struct payload *p, struct err *err)
{
    w->reading = (struct kept_reading){
        .reader = payload_text(p, p->root, "reader"),
        .format = payload_text(p, p->root, "format"),
        .encoding = payload_text(p, p->root, "encoding"),
        .told_date = take_date(p, "told_date"),
        .told_place = payload_text(p, p->root, "told_place"),
        .date = take_date(p, "date"),
        .place = payload_text(p, p->root, "place"),
        .text = take_digest(p, "text"),
        .said = take_digest(p, "said"),
    };
    if (p->bad) return fail_entry(w->at, err);
    if (!reading_save(&w->reading, w->at->tables, w->at->arena, w->out->document, w->at->entry, err)) return false;
    w->out->reading = w->reading.id;
    return content_load(&w->text, w->at->truth, w->at->arena, w->reading.text, err);
}

static bool load_earlier(struct work *w, struct err *err)
{
    struct arena *a = w->at->arena;
    struct buf b = buf_make(SIZE_MAX);
    if (!statement_list_of_text(&w->earlier, w->at->tables, a, w->out->document, w->reading.text, err)) return false;
    w->again = arena_array(a, bool, w->earlier.len);
    for (size_t i = 0; i < w->earlier.len; i++) {
        buf_clear(&b);
        said_write(&b, &w->earlier.at[i].said);
        map_put(&w->line_of, a, str_copy(a, buf_str(&b)), (uint32_t)i);
    }
    buf_free(&b);
    return true;
}

static bool save_block(struct work *w, struct arena *a, const struct block *block, struct err *err)
{
    int64_t id;
    if (block->start > block->end || block->end > w->text.len) return fail_entry(w->at, err);
    if (!block_save(&id, w->at->tables, w->reading.id, block, err)) return false;
    if (block->kind == BLOCK_FURNITURE) return true; /* kept, not searched */
    return search_save_block(w->at->tables, a, id, str_part(w->text, block->start, block->end), err);
}

static bool save_statement(struct work *w, struct arena *scratch, const struct said *said, uint32_t *id,
                           struct err *err)
{
    struct kept_statement s = {
        .document = w->out->document,
        .reading = w->reading.id,
        .state = STATE_PROPOSED,
        .decided = w->at->entry,
        .said = *said,
    };
    struct span span = said->statement.span;
    if (span.start > span.end || span.end > w->text.len) return fail_entry(w->at, err);
    if (!statement_save(&s, w->at->tables, scratch, err) || !search_save_statement(w->at->tables, scratch, &s, err))
        return false;
    w->out->fresh++;
    *id = s.id.n;
    return true;
}

/* One line; *id is the statement that it is, 0 for a block. */
static bool apply_line(struct work *w, struct arena *scratch, struct str text, uint32_t *id, struct err *err)
{
    struct said_line line;
    const uint32_t *place = map_find(&w->line_of, text);
    *id = 0;
    if (place) {
        w->again[*place] = true;
        *id = w->earlier.at[*place].id.n;
        return true;
    }
    if (!said_read(&line, scratch, text)) return fail_entry(w->at, err);
    if (line.is_block) return save_block(w, scratch, &line.block, err);
    return save_statement(w, scratch, &line.said, id, err);
}

static bool apply_lines(struct work *w, struct str said, struct err *err)
{
    bool ok = true;
    struct arena *scratch = arena_make(SIZE_MAX);
    db_bulk_begin(w->at->tables);
    while (ok && said.len) {
        uint32_t id;
        struct str_cut cut = str_cut(said, STR("\n"));
        struct arena_mark mark = arena_mark(scratch);
        said = cut.tail;
        ok = apply_line(w, scratch, cut.head, &id, err);
        arena_reset(scratch, mark);
        if (ok && id) *vec_push(w->at->arena, &w->out->statements) = id;
    }
    arena_close(scratch);
    return ok && db_bulk_end(w->at->tables, err);
}

/* Both lists go up by id. */
static bool withdraw(struct work *w, const struct id_list *proposed, struct err *err)
{
    struct id_list gone = {0};
    size_t e = 0;
    for (size_t i = 0; i < proposed->len; i++) {
        uint32_t id = proposed->at[i];
        while (e < w->earlier.len && w->earlier.at[e].id.n < id) e++;
        if (e < w->earlier.len && w->earlier.at[e].id.n == id && w->again[e]) continue;
        *vec_push(w->at->arena, &gone) = id;
    }
    w->out->withdrawn = gone.len;
    return statement_withdraw(w->at->tables, &gone, w->at->entry, err);
}

bool import_apply(struct import_effect *out, const struct effect_place *at, struct payload *p, struct err *err)
{
    struct work w = {.at = at, .out = out};
    struct id_list proposed;
    struct str said;
    *out = (struct import_effect){0};
    if (!units_apply(at, p, err) || !apply_document(&w, p, err)) return false;
    if (!statement_ids_proposed(&proposed, at->tables, at->arena, out->document, err)) return false;
    if (!apply_reading(&w, p, err) || !load_earlier(&w, err)) return false;
    return content_load(&said, at->truth, at->arena, w.reading.said, err) && apply_lines(&w, said, err) &&
           withdraw(&w, &proposed, err);
}

/* --- reading back --- */

static bool same_document(bool *same, struct db *db, struct arena *a, const struct import_effect *effect,
                          const struct import_change *c, struct err *err)
{
    struct listed_document d;
    if (!document_load(&d, db, a, effect->document, err)) return false;
    const struct kept_reading *r = &d.reading, *w = &c->reading;
    *same = digest_eq(d.document.sha256, c->document.sha256) && d.document.size == c->document.size &&
            r->id == effect->reading && digest_eq(r->text, w->text) && digest_eq(r->said, w->said) &&
            date_cmp(r->date, w->date) == 0 && date_cmp(r->told_date, w->told_date) == 0 &&
            str_eq(r->place, w->place) && str_eq(r->told_place, w->told_place) && str_eq(r->reader, w->reader) &&
            str_eq(r->format, w->format) && str_eq(r->encoding, w->encoding);
    return true;
}

/* The lines of the statements at ids, which are taken from *said. */
static bool same_lines(bool *same, struct str *said, struct db *db, struct arena *scratch, const struct id_list *ids,
                       size_t from, size_t count, struct err *err)
{
    struct statement_list list;
    struct statement_id *asked = arena_array(scratch, struct statement_id, count);
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) asked[i].n = ids->at[from + i];
    bool ok = statement_load_all(&list, db, scratch, asked, count, err);
    for (size_t i = 0; ok && *same && i < count;) {
        struct str_cut cut = str_cut(*said, STR("\n"));
        *same = said->len > 0;
        *said = cut.tail;
        if (!*same || str_starts(cut.head, STR("{\"block\""))) continue;
        buf_clear(&b);
        said_write(&b, &list.at[i++].said);
        *same = str_eq(buf_str(&b), cut.head);
    }
    buf_free(&b);
    return ok;
}

/* Whether nothing but blocks is left. */
static bool only_blocks(struct str said)
{
    bool only = true;
    while (only && said.len) {
        struct str_cut cut = str_cut(said, STR("\n"));
        only = str_starts(cut.head, STR("{\"block\""));
        said = cut.tail;
    }
    return only;
}

bool import_compare(const struct import_effect *effect, struct db *db, struct arena *a, const struct import_change *c,
                    struct err *err)
{
    const struct id_list *ids = &effect->statements;
    struct str said;
    bool same, ok;
    if (!same_document(&same, db, a, effect, c, err) || !content_load(&said, db, a, c->reading.said, err)) return false;
    ok = true;
    struct arena *scratch = arena_make(SIZE_MAX);
    for (size_t from = 0, n; ok && same && from < ids->len; from += n) {
        struct arena_mark mark = arena_mark(scratch);
        n = ids->len - from < VALUE_LIST_ROWS ? ids->len - from : VALUE_LIST_ROWS;
        ok = same_lines(&same, &said, db, scratch, ids, from, n, err);
        arena_reset(scratch, mark);
    }
    arena_close(scratch);
    if (!ok) return false;
    return (same && only_blocks(said)) || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("statement"));
}
