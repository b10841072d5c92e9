/* SPDX-License-Identifier: Apache-2.0
 *
 * import: see import.h.
 *
 *   1. Are the bytes there, read by this reader and told the same? Then nothing is to be done. (asked without a lock)
 *   2. Read: the slow part, outside of any transaction.
 *   3. In one write transaction: ask again (another program may have been faster), resolve names, keep bytes, text and
 *      what was said, one import entry, and with --accept one accept entry.
 *
 * So two imports of the same document at once end as one import and one "nothing changed".
 */
#include "import.h"

#include "buf.h"
#include "content.h"
#include "resolve.h"
#include "utf8.h"

/* Who made the statements: the reader, or a form. */
static struct str reader_version(struct arena *a, struct str form)
{
    char room[64];
    int len = form.len ? snprintf(room, sizeof room, "form %.*s", form.len > 40 ? 40 : (int)form.len, form.ptr)
                       : snprintf(room, sizeof room, "%d", (int)READER_VERSION);
    return str_copy(a, (struct str){room, (size_t)len});
}

/* The document that holds these bytes (n == 0: none), and whether its last reading is the one that would be made
 * now. */
static bool ask(struct document_id *id, bool *same, struct db *db, struct arena *a, struct digest sha256,
                const struct import_options *o, struct err *err)
{
    struct listed_document d;
    *same = false;
    if (!document_find(id, db, sha256, err)) return false;
    if (!id->n) return true;
    if (!document_load(&d, db, a, *id, err)) return false;
    *same = str_eq(d.reading.reader, reader_version(a, o->form)) && date_cmp(d.reading.told_date, o->read.date) == 0 &&
            str_eq(d.reading.told_place, o->read.place) && str_eq(d.reading.encoding, legacy_name(o->read.from));
    return true;
}

/* What was said, as lines, with the names of the record. */
static bool write_said(struct buf *b, struct import_result *out, struct resolver *r, const struct read_result *read,
                       const struct given_key *given, struct err *err)
{
    const struct blocks *blocks = &read->document.blocks;
    for (size_t i = 0; i < blocks->len; i++) {
        said_write_block(b, &blocks->at[i]);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < read->reading.len; i++) {
        struct said s = {.statement = read->reading.at[i]};
        if (given) {
            s.unit = given[i].unit;
            s.layer = given[i].layer;
        } else if (!resolve_said(&s, r, err)) {
            return false;
        }
        if (s.statement.kind == STATEMENT_FIGURE) out->figures++;
        if (s.unit.len && s.statement.figure.indicator.len && s.statement.figure.period.kind != PERIOD_NONE)
            out->resolved++;
        said_write(b, &s);
        buf_char(b, '\n');
    }
    out->statements = read->reading.len;
    return true;
}

/* A document about a place that can be several units resolves to none of them; whoever imports it must hear that. */
static bool note_unclear(struct import_result *out, struct resolver *r, struct err *err)
{
    struct str code;
    struct looked_units list;
    if (!r->place.len || !resolve_place(&code, r, r->place, r->date, false, err)) return !r->place.len;
    if (code.len) return true;
    if (!unit_look(&list, r->db, r->arena, r->place, r->date, err)) return false;
    if (list.len > 1) out->unclear = r->place;
    return true;
}

/* The last part of a path, as valid UTF-8: what the document is called in the record. */
static struct str file_name(struct arena *a, struct str path)
{
    size_t from = path.len;
    while (from && path.ptr[from - 1] != '/') from--;
    struct str name = str_from(path, from);
    size_t bad;
    if (utf8_valid(name, &bad)) return name;
    char *clean = str_copy_z(a, name);
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)clean[i] >= 0x80) clean[i] = '?';
    return (struct str){clean, name.len};
}

static bool save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                 struct str bytes, const struct read_result *read, const struct import_options *o, struct err *err)
{
    struct resolver r = resolver_make(db, a, read->reading.date, read->reading.place);
    struct import_effect effect;
    struct import_change c = {
        .document = {.name = file_name(a, read->name), .size = bytes.len},
        .reading = {.reader = reader_version(a, o->form),
                    .format = document_format_name(read->document.format),
                    .encoding = legacy_name(o->read.from),
                    .told_date = o->read.date,
                    .told_place = o->read.place,
                    .date = read->reading.date,
                    .place = read->reading.place},
    };
    struct buf said = buf_make(SIZE_MAX);
    c.despite = o->despite;
    bool ok = write_said(&said, out, &r, read, o->given, err) && (o->given || note_unclear(out, &r, err)) &&
              content_save(&c.document.sha256, db, bytes, err) &&
              content_save(&c.reading.text, db, read->document.text.inside, err) &&
              content_save(&c.reading.said, db, buf_str(&said), err);
    buf_free(&said);
    c.units = o->given ? o->units : r.units.at;
    c.unit_count = o->given ? o->unit_count : r.units.len;
    if (!ok || !change_import(&effect, db, a, author, &c, err)) return false;
    out->document = effect.document;
    out->fresh = effect.fresh;
    out->withdrawn = effect.withdrawn;
    return true;
}

/* The inside of the transaction. */
static bool save_if_new(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                        struct str bytes, const struct read_result *read, const struct import_options *o,
                        struct err *err)
{
    bool same;
    if (!ask(&out->document, &same, db, a, sha256_of(bytes), o, err)) return false;
    out->outcome = same ? IMPORT_UNCHANGED : out->document.n ? IMPORT_AGAIN : IMPORT_NEW;
    if (!same && !save(out, db, a, author, bytes, read, o, err)) return false;
    return !o->accept ||
           accept_resolved(&out->accepted, &out->left, db, a, author, out->document, ACCEPT_LOCKED_TOO, err);
}

bool import_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                 struct str bytes, const struct read_result *read, const struct import_options *o, struct err *err)
{
    *out = (struct import_result){0};
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, save_if_new(out, db, a, author, bytes, read, o, err), err);
}

bool import_bytes(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                  struct str bytes, struct str name, const struct import_options *o, struct err *err)
{
    struct read_result read;
    bool same;
    *out = (struct import_result){0};
    if (!ask(&out->document, &same, db, a, sha256_of(bytes), o, err)) return false;
    if (!same)
        return read_bytes(&read, a, bytes, name, &o->read, err) &&
               import_save(out, db, a, author, bytes, &read, o, err);
    return !o->accept ||
           accept_document(&out->accepted, &out->left, db, a, author, out->document, ACCEPT_LOCKED_TOO, err);
}
