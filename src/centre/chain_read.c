/* SPDX-License-Identifier: Apache-2.0
 *
 * chain_read: which document carries out which, as documents that were read say it (matter_chain.h). A reference knows
 * the one that it carries out by its place among the statements of its reading, so what the reader said is read again,
 * one document at a time.
 */
#include "matter_chain.h"

#include "buf.h"
#include "content.h"
#include "origin_document.h"

struct reading_chains {
    struct chain_reads *out;
    struct arena *arena, *scratch; /* scratch: of one document */
    struct kept_origin_documents known;
    const struct listed_document *document;
};

struct said_statements {
    VEC_FIELDS(struct statement);
};

static bool told(const struct reading_chains *r, struct str key, struct str basis)
{
    for (size_t i = 0; i < r->out->len; i++)
        if (str_eq(r->out->at[i].said.key, key) && str_eq(r->out->at[i].basis_key, basis)) return true;
    return false;
}

/* "" for a short form, which names no document. */
static struct str key_of(struct arena *a, struct str symbol)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str key = origin_document_key(&b, symbol) ? str_copy(a, buf_str(&b)) : STR("");
    buf_free(&b);
    return key;
}

static void add_pair(struct reading_chains *r, const struct reference_statement *of,
                     const struct reference_statement *basis)
{
    struct str key = key_of(r->arena, of->symbol), above = key_of(r->arena, basis->symbol);
    if (!key.len || !above.len || str_eq(key, above) || told(r, key, above)) return;
    const struct kept_origin_document *kept = origin_document_find(&r->known, key);
    *vec_push(r->arena, r->out) = (struct chain_read){
        .said = {key, str_copy(r->arena, of->symbol), str_copy(r->arena, of->about), str_copy(r->arena, of->issuer),
                 of->date, str_copy(r->arena, basis->symbol), true},
        .basis_key = above,
        .document = r->document->document.id,
        .file = r->document->document.name,
        .known = kept && kept->used && str_eq(kept->basis, above),
    };
}

static bool read_one(struct reading_chains *r, struct db *db, struct err *err)
{
    struct str said;
    struct said_statements all = {0};
    if (!content_load(&said, db, r->scratch, r->document->reading.said, err)) return false;
    while (said.len) {
        struct said_line line;
        struct str_cut cut = str_cut(said, STR("\n"));
        said = cut.tail;
        if (!cut.head.len) continue;
        if (!said_read(&line, r->scratch, cut.head)) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("said"));
        if (!line.is_block) *vec_push(r->scratch, &all) = line.said.statement;
    }
    for (size_t i = 0; i < all.len; i++) {
        const struct statement *s = &all.at[i];
        if (s->kind != STATEMENT_REFERENCE || s->reference.implements < 0) continue;
        size_t place = (size_t)s->reference.implements;
        if (place < all.len && all.at[place].kind == STATEMENT_REFERENCE)
            add_pair(r, &s->reference, &all.at[place].reference);
    }
    return true;
}

bool chain_proposals(struct chain_reads *out, struct db *db, struct arena *a, struct err *err)
{
    struct document_list documents;
    struct reading_chains r = {.out = out, .arena = a};
    *out = (struct chain_reads){0};
    if (!origin_document_rows(&r.known, db, a, err) || !document_list(&documents, db, a, (struct document_id){0}, err))
        return false;
    bool ok = true;
    r.scratch = arena_make(SIZE_MAX);
    for (size_t i = 0; ok && i < documents.len; i++) {
        struct arena_mark mark = arena_mark(r.scratch);
        r.document = &documents.at[i];
        ok = read_one(&r, db, err);
        arena_reset(r.scratch, mark);
    }
    arena_close(r.scratch);
    return ok;
}
